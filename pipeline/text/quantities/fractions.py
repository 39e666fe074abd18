"""Fractions in words: `sepertiga`, `tiga perempat`, `half of them`, `two-thirds`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Figured, Worded
from pipeline.text.quantities import measures
from pipeline.text.quantities.numerals import GAP, NUMERAL, SMALL, either, value_of

_COUNTS = {
    "id": {word: value for value, word in enumerate(SMALL["id"]) if value > 1} | {"sepuluh": 10},
    "en": {word: value for value, word in enumerate(SMALL["en"]) if value > 0} | {"a": 1},
}
_PARTS = {
    "id": _COUNTS["id"] | {"dua belas": 12, "lima belas": 15, "dua puluh": 20},
    "en": {
        "third": 3,
        "quarter": 4,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
    }
    | {"tenth": 10, "twelfth": 12, "twentieth": 20},
}
_HALVED = r"(?:brother|sister|sibling|baked|heart\w*|back|moon)s?\b"
"""What is no half of anything: `half-brother`, `a half-hearted apology`."""
_NOT_AFTER = "".join(f"(?<!{word} )" for word in ("satu", "belas", "puluh", *_COUNTS["id"]))
_NOT_BEFORE = {
    "id": rf"(?!-|{GAP}(?:juta|ribu|miliar|triliun|lusin|hati|matang)\b)",
    "en": rf"(?!-?time|(?:{GAP}a{GAP}|-)(?:million|billion|trillion|thousand|dozen)\b|-{_HALVED})",
}
"""`tiga setengah jam` and `half a million` are one number each, see numerals."""

_FRACTIONS = {
    "id": Worded.of(
        re.compile(
            rf"(?!(?:seper|tiga{GAP}per)empat{GAP}(?:juta|miliar|triliun)\b)\b(?:(?P<count>{either(_COUNTS['id'])}){GAP}per(?:{GAP})?|seper)(?P<part>{either(_PARTS['id'])})(?:nya)?\b"
            rf"|{_NOT_AFTER}\b(?P<half>setengah|separuh|separo)(?:nya)?\b{_NOT_BEFORE['id']}",
            re.IGNORECASE,
        ),
        (*_COUNTS["id"], *(f"seper{part}" for part in _PARTS["id"]), "setengah", "separuh", "separo"),
    ),
    "en": Worded.of(
        re.compile(
            rf"(?!(?:a|one|three)(?:{GAP}|-)quarters?{GAP}of{GAP}a{GAP}[mbt]r?illion\b)\b(?P<count>{either(_COUNTS['en'])})(?:{GAP}|-)(?P<part>{either(_PARTS['en'])})(?P<many>s?)\b(?P<of>{GAP}of\b)?"
            rf"|(?<!first[ -])(?<!second[ -])(?<!and a )(?<!and-a-)\b(?P<half>half)\b{_NOT_BEFORE['en']}",
            re.IGNORECASE,
        ),
        (*_PARTS["en"], "half"),
    ),
}


_FIGURES = Figured(
    re.compile(
        r"(?<![\w/.,(])(?P<count>[1-9])/(?P<part>[2-9]|10)(?![\w/.,]*\d)"
        rf"(?={GAP}(?:dari|bagian|penduduk|warga|suara|anggota|pemilih|total|jumlah|luas|wilayah|of)\b)"
    )
)
"""`1/3 penduduk`; `Senin 1/3` is a day, `skor 5/9` is none of both."""

_AND_A_HALF = Worded.of(
    re.compile(
        rf"\b(?:an?|one){GAP}(?P<unit>{either(tuple(measures.NAMES['en']))})(?![^\W_]){GAP}and{GAP}a{GAP}half\b",
        re.IGNORECASE,
    ),
    ("half",),
)
"""`an hour and a half`"""

_DURATIONS = either(tuple(name for name, unit in measures.NAMES["id"].items() if unit in measures.DURATIONS))
_WITH_A_HALF = Worded.of(
    re.compile(
        rf"\b(?:se(?P<joined>{_DURATIONS})|(?P<n>{NUMERAL['id']}){GAP}(?P<unit>{_DURATIONS}))"
        rf"{GAP}(?:dan{GAP})?(?:setengah|separuh)\b"
        rf"(?!-|{GAP}(?!(?:di|ke|dari|pada|untuk|sebelum|setelah|lalu|lamanya|kemudian|dengan|karena|yang)\b)[a-z])",
        re.IGNORECASE,
    ),
    ("setengah", "separuh"),
)
"""`sejam setengah`, `dua tahun setengah.`; in `dua jam setengah desa terendam` it is half of something else."""

_MOVES = "(?:cut|hike|increase|rise|reduction|decrease|move)"
_SHARES = {
    "id": Worded.of(
        re.compile(
            rf"{_NOT_AFTER}\b(?:(?P<half>setengah|separuh)|(?P<most>tiga{GAP}perempat)|seperempat){GAP}"
            rf"(?:(?P<points>poin{GAP}(?:persentase|persen)|persen{GAP}poin)|persen)\b",
            re.IGNORECASE,
        ),
        ("setengah", "separuh", "perempat", "seperempat"),
    ),
    "en": Worded.of(
        re.compile(
            r"(?<!and a )(?<!and-a-)(?<!first )(?<!second )(?<!third )(?<!fourth )\b"
            rf"(?:(?P<half>half)|(?P<most>three(?:{GAP}|-)quarters?)|quarter)"
            rf"(?:{GAP}(?:of{GAP})?(?:an?|one){GAP}|-|{GAP})"
            rf"(?:(?P<points>percentage(?:-|{GAP})points?|points?(?={GAP}(?:(?:interest{GAP})?rate{GAP})?{_MOVES}s?\b))"
            rf"|percent|per{GAP}cent)\b",
            re.IGNORECASE,
        ),
        ("half", "quarter", "quarters"),
    ),
}
"""`a quarter-point cut`, `half a percentage point`, `setengah persen`; `a half-point lead` is one of chess."""


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find fractions; the halves of a match or a year are none."""
    for match in _AND_A_HALF.finditer(text) if language == "en" else ():
        unit = measures.NAMES["en"][match["unit"].lower()]
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, Decimal("1.5"), unit, spelled=True)
    for match in _WITH_A_HALF.finditer(text) if language == "id" else ():
        unit = measures.NAMES["id"][(match["unit"] or match["joined"]).lower()]
        whole = value_of(match["n"], "id") if match["n"] else Decimal(1)
        half = Decimal("0.5")
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, whole + half, unit, spelled=True)
    for match in _SHARES[language].finditer(text):
        share = Decimal("0.5") if match["half"] else Decimal("0.75") if match["most"] else Decimal("0.25")
        unit = "pp" if match["points"] else "%"
        yield Quantity(Span(*match.span()), QuantityKind.PERCENT, share, unit, spelled=True)
    for match in _FIGURES.finditer(text):
        if int(match["count"]) < int(match["part"]):
            share = Decimal(match["count"]) / Decimal(match["part"])
            yield Quantity(Span(*match.span()), QuantityKind.NUMBER, share, spelled=True)
    for match in _FRACTIONS[language].finditer(text):
        value = _value(match, language)
        if value is not None:
            yield Quantity(Span(*match.span()), QuantityKind.NUMBER, value, spelled=True)


def _value(match: re.Match[str], language: str) -> Decimal | None:
    """Return the value of a fraction; `a third person` is none, `a third of them` is."""
    if match["half"]:
        return Decimal("0.5")
    named = (match["count"] or "").lower()
    count, part = _COUNTS[language].get(named, 1), _PARTS[language][match["part"].lower()]
    if language == "en":
        sole = named == "a" and match["part"].lower() != "quarter" and not match["of"]
        if sole or count >= part or (count > 1) is not bool(match["many"]):
            return None  # `the past seven quarters` are no part of anything
    return Decimal(count) / Decimal(part)

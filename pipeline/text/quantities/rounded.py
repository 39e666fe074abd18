"""Values that are not meant to the unit: `belasan`, `puluhan ribu`, `ratusan juta rupiah`, `1990-an`, `a dozen`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Figured, Worded
from pipeline.text.quantities import currencies, measures
from pipeline.text.quantities.numerals import GAP, MAGNITUDES, SMALL, either

_ROUND: Mapping[str, Mapping[str, int]] = {
    "id": {"belasan": 1, "puluhan": 1, "lusinan": 1, "ratusan": 2, "ribuan": 3, "jutaan": 6, "miliaran": 9}
    | {"milyaran": 9, "triliunan": 12, "beberapa ratus": 2, "beberapa ribu": 3, "beberapa juta": 6},
    "en": {
        "dozens": 1,
        "scores of": 1,
        "scores more": 1,
        "tens": 1,
        "hundreds": 2,
    }
    | {"several hundred": 2, "a few hundred": 2, "thousands": 3, "several thousand": 3, "a few thousand": 3}
    | {"millions": 6, "several million": 6, "billions": 9, "trillions": 12},
}
_SECONDS: Mapping[str, Mapping[str, int]] = {
    "id": {word: power for word, power in MAGNITUDES["id"].items() if len(word) > 2},
    "en": {f"{word}s": power for word, power in MAGNITUDES["en"].items() if len(word) > 2}
    | {"thousand": 3, "million": 6},
}
"""What a round word may be multiplied by: `puluhan ribu`, `tens of thousands`."""

_DECADES = {
    "id": Figured(re.compile(r"(?<![\w.,/])(?P<n>[0-9]{1,3}0)[-‑]?an(?![^\W_])")),
    "en": Figured(re.compile(r"(?<![\w.,/$])['’]?(?P<n>[0-9]{1,3}0)['’]?s(?![^\W_])")),
}
_MODEL = re.compile(r"\b[A-Z]\w{0,10}-$")
"""`Su-30s` are aircraft; `Mid-1980s` opens a sentence."""

_TENS = {
    "id": {f"{word} puluhan": 10 * value for value, word in enumerate(SMALL["id"]) if value > 1},
    "en": {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
    | {"eighties": 80, "nineties": 90},
}
"""`dua puluhan negara` are some twenty, `usia tiga puluhan` is one's thirties."""

_COUNTED = "".join(
    rf"(?<!{word}\s)" for word in ("[0-9]", *SMALL["id"][1:], "sepuluh", "sebelas", "belas", "puluh", "ratus")
)
"""`Rp100 jutaan` and `dua ratusan orang` say how many."""

_DOZEN = Worded.of(
    re.compile(r"(?<!half )(?<!Half )\b(?:(?:about|more than|over) )?a dozen\b", re.IGNORECASE), ("dozen",)
)
"""Twelve, or `belasan`, eleven to nineteen."""

_TWO_DOZEN = Worded.of(re.compile(r"\ba couple (?:of )?dozen\b", re.IGNORECASE), ("dozen",))

_LONG = Worded.of(
    re.compile(r"\b(?:for|over|in|after|of|lasted|still|past|take|taken|last|many|were|are|is) decades\b"),
    ("decades",),
)
"""`puluhan tahun`, tens of years."""

_TO_GO = Figured(re.compile(r"\b[HD][-+](?P<n>[0-9]{1,2})\b"))
"""`H-7` is seven days before the holiday, and in English `seven days before`."""


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find approximate amounts and decades."""
    for match in _TO_GO.finditer(text):
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, Decimal(match["n"]), "day", spelled=True)
    for match in _DECADES[language].finditer(text):
        span = Span(*match.span())
        if _MODEL.search(text, max(0, span.start - 12), span.start) and len(match["n"]) < 4:
            continue
        yield Quantity(span, QuantityKind.NUMBER, Decimal(match["n"]), "decade", approximate=True)
    for match in _tens(language).finditer(text):
        value = Decimal(_TENS[language][" ".join(match.group().lower().split())])
        yield _about(match, value, "decade")
    yield from _rounded(text, language)
    if language == "en":
        yield from (_about(match, Decimal(24)) for match in _TWO_DOZEN.finditer(text))
        yield from (_about(match, Decimal(12)) for match in _DOZEN.finditer(text))
        for match in _LONG.finditer(text):
            span = Span(*match.span())
            yield Quantity(span, QuantityKind.MEASURE, Decimal(10), "year", approximate=True, spelled=True)


def _about(match: re.Match[str], value: Decimal, unit: str = "") -> Quantity:
    return Quantity(Span(*match.span()), QuantityKind.NUMBER, value, unit, approximate=True, spelled=True)


@cache
def _tens(language: str) -> Worded:
    tens = _TENS[language]
    return Worded.of(re.compile(rf"\b(?:{either(tens)})\b".replace(r"\ ", GAP), re.IGNORECASE), tens)


@cache
def _round(language: str) -> Worded:
    of = rf"(?:{GAP}of)?{GAP}" if language == "en" else GAP
    money = either(currencies.NAMES[language])
    measure = either(tuple(name for name in measures.NAMES[language] if len(name) > 2))
    counted = _COUNTED if language == "id" else r"(?<![0-9]\s)"
    expression = re.compile(
        rf"(?<!half )(?<!Half ){counted}\b(?P<first>{either(_ROUND[language])})\b"
        rf"(?:{of}(?P<second>{either(_SECONDS[language])})\b)?"
        rf"(?:{of}(?:(?P<money>{money})|(?P<measure>{measure}))(?![^\W_]))?",
        re.IGNORECASE,
    )
    return Worded.of(expression, _ROUND[language])


def _rounded(text: str, language: str) -> Iterator[Quantity]:
    for match in _round(language).finditer(text):
        first, second = match["first"].lower(), (match["second"] or "").lower()
        power = _ROUND[language][first] + (_SECONDS[language][second] if second else 0)
        kind, unit = QuantityKind.NUMBER, ""
        if match["money"]:
            kind, unit = QuantityKind.MONEY, currencies.NAMES[language][match["money"].lower()]
        elif match["measure"]:
            kind, unit = QuantityKind.MEASURE, measures.NAMES[language][match["measure"].lower()]
        span = Span(*match.span())
        yield Quantity(span, kind, Decimal(10) ** power, unit, approximate=True, spelled=True)

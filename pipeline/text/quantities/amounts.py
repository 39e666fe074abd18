"""Counts, money, percentages and measures, alone or as the two ends of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.model import PartialDate, Quantity, QuantityKind, Span
from pipeline.text.gates import Figured
from pipeline.text.quantities import chains, currencies, measures
from pipeline.text.quantities.numerals import GAP, NUMERAL, either, is_spelled, magnitude_of, value_of
from pipeline.text.quantities.sayings import is_said
from pipeline.text.quantities.signs import may_hold_numeral
from pipeline.text.quantities.units import symbol_of, unit_of

_TO = {
    "id": rf"\s?(?:[-–—±]|plus[\s-]minus|\+/-)\s?"
    rf"|{GAP}(?:sampai|hingga|s\.d\.|s/d|dan|atau|menjadi|ke|berbanding){GAP}",
    "en": rf"\s?(?:[-–—±]|plus(?:\sor\s|-)minus|\+/-)\s?|{GAP}(?:to|and|or){GAP}",
}
"""What stands between two numbers that share a unit: `5-7 persen`, `dari 5 menjadi 7 persen`."""

_MINUS = {
    "id": rf"(?<!plus )(?<!plus-)(?:minus|negatif){GAP}",
    "en": rf"(?<!plus or )(?<!plus-)(?:minus|negative){GAP}",
}
_BELOW = {"id": rf"{GAP}di{GAP}bawah{GAP}(?:nol|0)\b", "en": rf"{GAP}below{GAP}(?:zero|0)\b"}
"""A frost of `minus 5 derajat`, `-5°C` and `5 degrees below zero` is no 5 degrees."""

_SHORT = {
    "id": {"T": 12, "M": 9, "jt": 6, "Jt": 6, "rb": 3, "Rb": 3, "Juta": 6},
    "en": {"T": 12, "tn": 12, "B": 9, "bn": 9, "M": 6, "m": 6, "mn": 6, "K": 3, "k": 3}
    | {"mil": 6, "bil": 9},
}
"""`Rp1,5 T`, `$20bn`: only behind an amount of money. `M` is miliar in Indonesian, million in English, and in Malaysia
a million is `RM3mil`."""

_CROWD = (
    rf"(?={GAP}(?:people|children|voters|users|homes|households|jobs|tonnes|barrels|passengers|visitors|tourists"
    r"|students|pupils|workers|customers|viewers|followers|subscribers|residents|shares|doses|copies|refugees|members|views"
    rf"|patients|migrants|pilgrims|families|units|vehicles|cars|tickets|fans)(?![\w'’-]))"
)
_OF_WHOSE = rf"(?={GAP}of{GAP}[A-Z]\w+['’]s{GAP})"
"""What is counted in millions and never measured in meters: `1.9m of Gaza's 2.2m people`, `50k followers`."""

_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
"""Four digits without a full stop are a year: a count of two thousand is `2.000`, but see `_is_count`."""

_COUNTED = {
    "id": Figured(
        re.compile(
            r"\b(?:sebanyak|sejumlah|berjumlah|jumlahnya)\s(?P<n>[12][0-9]{3})(?=\s[^\W\d])"
            r"|(?<!tahun\s)(?<!sejak\s)(?<!pada\s)(?<!awal\s)(?<!akhir\s)(?<!di\s)(?<!\w[.,/-])(?<![\w.,/-])(?P<n2>[12][0-9]{3})"
            r"\s(?:orang|jiwa|unit|ekor|buah|personel|rumah|kapal|kali|kepala\skeluarga|KK)\b(?!-)",
            re.IGNORECASE,
        )
    ),
    "en": Figured(
        re.compile(
            r"\b(?:some|nearly|almost|at\sleast|(?:more|fewer|less)\sthan|as\smany\sas|an\sestimated|a\stotal\sof)"
            r"\s(?P<n>[12][0-9]{3})(?=\s[a-z])"
            r"|(?<!in\s)(?<!since\s)(?<!by\s)(?<!the\s)(?<!until\s)(?<!before\s)(?<!after\s)(?<!during\s)(?<!early\s)(?<!late\s)"
            r"(?<!year\s)(?<![\w.,/-])(?P<n2>[12][0-9]{3})\s(?:people|men|women|children|homes|houses|ships|soldiers|troops|times)\b",
            re.IGNORECASE,
        )
    ),
}
"""`Sebanyak 1600 kapal`, `some 1600 people`: some papers group no thousands. `Pada 1998 orang turun` is a year."""

_ALONE = {"id": {"satu", "nol"}, "en": {"one", "zero"}}
"""`salah satu`, `one of them`: too often no count to be compared."""


@cache
def _amount(language: str) -> re.Pattern[str]:
    """Compile the expression for one value, or two that may share a unit."""
    # `187g` weighs and `34 C` is warm, but `5G` is a network.
    # `layar 6,7 incinya`
    its = r"(?:(?<=\w{3})nya\b|(?!\w))" if language == "id" else r"(?!\w)"
    number, scale, symbol = NUMERAL[language], either(_SHORT[language]), either(currencies.SYMBOLS)
    kinds = {
        "percent": either(measures.PERCENT[language]),
        "money": either(currencies.NAMES[language]),
        "measure": either(tuple(set(measures.NAMES[language]) - set("gcf"))) + "|(?-i:[gCF])",
    }

    def value(which: str) -> str:
        # Only money is cut short: `8K` is a screen, `100 m` a race.
        priced = "(?(symbol)|(?(symbol2)|(?!)))" if which else "(?(symbol)|(?!))"
        crowd = rf"|(?-i:[mk]){_CROWD}|(?<=\.[0-9])(?-i:m){_OF_WHOSE}" if language == "en" else ""
        short = rf"(?P<scale{which}>{priced}\s?(?-i:{scale})(?!\w){crowd})?"
        names = "|".join(rf"(?P<{kind}{which}>{words})" for kind, words in kinds.items())
        return (
            rf"(?P<numeral{which}>{number}){short}(?![0-9]|[.,:/][0-9])"
            rf"(?P<unit{which}>\s{{0,2}}-?(?:{names}){its})?(?P<below{which}>{_BELOW[language]})?"
            rf"(?:(?![^\W_])|(?=[xX](?:[0-9]|\b)))"
        )

    return re.compile(
        rf"(?:(?<![^\W_])|(?<=[0-9][xX]))"
        rf"(?P<minus>{_MINUS[language]}|(?<![\w.,/)%°–—-])(?<![0-9]\s)[-−](?=\S))?"
        rf"(?:(?<![\w$])(?P<symbol>(?-i:{symbol}))\s?|(?<![0-9][.,/:]))"
        rf"{value('')}"
        rf"(?:(?P<between>{_TO[language]})(?P<minus2>{_MINUS[language]}|[-−](?=\S))?"
        rf"(?:(?P<symbol2>(?-i:{symbol}))\s?)?{value('2')})?",
        re.IGNORECASE,
    )


_MAGNITUDE = {
    "id": Figured(
        re.compile(
            rf"\b(?:ber)?(?:magnitudo{GAP}|(?:kekuatan{GAP})?(?-i:M)(?:{GAP}|(?=[0-9][.,][0-9])))"
            r"(?P<n>[0-9][.,][0-9]{1,2}|[0-9])(?![0-9]|[.,][0-9])",
            re.IGNORECASE,
        )
    ),
    "en": Figured(
        re.compile(
            rf"\bmagnitude(?:{GAP}|-)(?:of{GAP})?(?P<n>[0-9]\.[0-9]{{1,2}}|[0-9])(?![0-9]|[.,][0-9])"
            rf"|\bM(?:{GAP})?(?P<n3>[0-9]\.[0-9])(?![0-9])"
            rf"|(?<![\w.,])(?P<n2>[0-9]\.[0-9]{{1,2}}|[0-9])(?:-|{GAP})magnitude\b",
            re.IGNORECASE,
        )
    ),
}


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find everything that is counted or measured."""
    yield from chains.find(text, language)
    for match in _MAGNITUDE[language].finditer(text):
        digits = next(group for group in match.groups() if group)
        value = Decimal(digits.replace(",", "."))
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, value, "magnitude")
    for match in _amount(language).finditer(text) if may_hold_numeral(text, language) else ():
        for quantity in _read(match, language):
            if quantity.spelled and (is_said(quantity.span, text, language) or _in_name(text, quantity.span)):
                continue
            yield quantity


@lru_cache(maxsize=64)
def _counts(text: str, language: str) -> frozenset[Span]:
    """Find the four digits that look like a year and count something."""
    found = _COUNTED[language].finditer(text)
    return frozenset(Span(*match.span("n" if match["n"] else "n2")) for match in found)


class _Part(NamedTuple):
    """One number of a match: what stands in the text, what it is worth, and in which unit."""

    numeral: str
    value: Decimal
    power: int
    kind: QuantityKind
    unit: str
    span: Span


def _read(match: re.Match[str], language: str) -> Iterator[Quantity]:
    """Yield the one value of a match, or the two ends of a range, which share the unit."""
    if max(len(match["numeral"]), len(match["numeral2"] or "")) > 60:
        return
    first = _part(match, "", language)
    if match["numeral2"] is None:
        if not _is_mere_one(first, language):
            yield _quantity(first, match.string, language)
        return
    second = _part(match, "2", language)
    between = match["between"].strip()
    ranged = not between.isalpha() or between in _SPANS or _follows_between(match)
    alike = bool(first.power) == bool(second.power) or ranged or between not in _LISTS
    if between == "atau" and second.kind is QuantityKind.PERCENT:
        alike = False  # `26 atau 13 persen` says one thing twice
    if (
        first.kind is QuantityKind.NUMBER
        and not match["symbol2"]
        and alike
        and not _YEAR.fullmatch(first.numeral)
    ):
        first = _lifted(first._replace(kind=second.kind, unit=second.unit), second, ranged)
    elif match["symbol"] and second.kind is QuantityKind.NUMBER and ranged:
        second = second._replace(kind=first.kind, unit=first.unit)
        first = _lifted(first, second, ranged)
    elif match["symbol2"] and first.unit == second.unit:
        first = _lifted(first, second, ranged)  # `$3-$4 billion`
    yield _quantity(first, match.string, language)
    yield _quantity(second, match.string, language)


_SPANS = ("sampai", "hingga", "to")
_LISTS = ("dan", "atau", "and", "or")


def _follows_between(match: re.Match[str]) -> bool:
    """Tell `antara 5 dan 7`, a range, from `5 dan 7`."""
    return match.string[max(0, match.start() - 8) : match.start()].lower().endswith(("antara ", "between "))


def _lifted(first: _Part, second: _Part, ranged: bool) -> _Part:
    """Let the first end of a range borrow the magnitude of the second: `1,5-2 juta ton`."""
    lifted = first.value * Decimal(10) ** second.power
    if ranged and second.power and not first.power and abs(lifted) <= abs(second.value):
        return first._replace(value=lifted)
    return first


def _part(match: re.Match[str], which: str, language: str) -> _Part:
    numeral = match[f"numeral{which}"]
    kind, unit = unit_of(match, which, language)
    scale = _SHORT[language].get((match[f"scale{which}"] or "").strip(), 0)
    value = value_of(numeral, language) * Decimal(10) ** scale
    if _is_negative(match, which):
        value = -value
    starts = [match.start(group) for group in ("minus2", "symbol2", "numeral2")] if which else [match.start()]
    ends = [match.end(f"numeral{which}")]
    if scale:
        ends.append(match.end(f"scale{which}"))
    if kind is not QuantityKind.NUMBER and (match[f"money{which}"] or not symbol_of(match, which)):
        ends.append(match.end(f"unit{which}"))
    if match[f"below{which}"]:
        ends.append(match.end(f"below{which}"))
    power = scale or magnitude_of(numeral, language)
    start = min(start for start in starts if start >= 0)
    return _Part(numeral, value, power, kind, unit, Span(start, max(ends)))


def _is_negative(match: re.Match[str], which: str) -> bool:
    """Tell a value below zero; the word stands once for both ends of `minus 5-10 derajat`."""
    shared = which and len(match["minus"] or "") > 1 and not (match["between"] or "").strip().isalpha()
    return bool(match[f"minus{which}"] or match[f"below{which}"] or (which and match["below"]) or shared)


def _is_mere_one(part: _Part, language: str) -> bool:
    """Tell `salah satu` and `one of them`, or `satu jam`, which is rightly `an hour`."""
    if part.numeral.lower() not in _ALONE[language]:
        return False
    return part.kind is QuantityKind.NUMBER or part.unit in measures.DURATIONS


def _quantity(part: _Part, text: str, language: str) -> Quantity:
    kind, value, unit = part.kind, part.value, part.unit
    year = kind is QuantityKind.NUMBER and _YEAR.fullmatch(part.numeral)
    if year and part.span not in _counts(text, language):
        return Quantity(part.span, QuantityKind.DATE, PartialDate(int(part.numeral)))
    if unit in measures.IN_OTHERS:
        factor, unit = measures.IN_OTHERS[unit]
        value *= factor
    return Quantity(part.span, kind, value, unit, spelled=is_spelled(part.numeral) and value <= 1000)


def _in_name(text: str, span: Span) -> bool:
    """Tell `Simpang Lima` and `Kampung Tiga`, where a number in words is a part of a name."""
    if not text[span.start].isupper() or is_headline(text):
        return False
    before = re.search(r"([^\W\d_]+)\s$", text[max(0, span.start - 24) : span.start])
    after = re.match(r"\s([^\W\d_]+)", text[span.end : span.end + 24])
    if before is not None:
        return before[1][0].isupper()
    return (
        False
        if span.start == 0
        else bool(after and after[1][0].isupper() and text[span.start - 1] not in "“\"‘'")
    )


@lru_cache(maxsize=1024)
def is_headline(text: str) -> bool:
    """Tell whether most words have a capital, as in a headline."""
    words = re.findall(r"[^\W\d_]{4,}", text[:2000])
    return len([word for word in words if word[0].isupper()]) * 3 > len(words) * 2

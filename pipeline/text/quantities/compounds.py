"""Lengths in two parts: `satu jam 20 menit`, `an hour and 45 minutes`, `2x24 jam`, `6ft 2in`.

`Satu jam` alone is rightly `an hour`, which counts nothing; before a remainder it is an hour that must
not be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Figured, Worded
from pipeline.text.quantities.measures import DURATIONS, NAMES
from pipeline.text.quantities.numerals import GAP, NUMERAL, either, value_of

_WHOLE = {
    "minute": {"second": 60},
    "hour": {"minute": 60},
    "day": {"hour": 24, "minute": 1440},
    "week": {"day": 7},
    "month": {"day": 31, "week": 5},
    "year": {"month": 12, "week": 53, "day": 366},
    "decade": {"year": 10},
    "century": {"year": 100},
}
"""How many of a smaller unit are no remainder any more: `sehari 24 jam` is all day."""


def _units(language: str) -> str:
    return either(tuple(name for name, unit in NAMES[language].items() if unit in DURATIONS))


@cache
def _led(language: str) -> Worded:
    units = _units(language)
    joined = rf"|se(?P<joined>{units})" if language == "id" else "(?P<joined>(?!))?"
    one = rf"(?:(?:satu|an?|one){GAP}(?P<unit>{units}){joined})"
    joint = "dan|lebih" if language == "id" else "and"
    expression = re.compile(
        rf"\b(?P<lead>{one})\b(?=,?{GAP}(?:(?:{joint}){GAP})?"
        rf"(?P<rest>{NUMERAL[language]}){GAP}(?P<smaller>{units})\b)",
        re.IGNORECASE,
    )
    names = [name for name, unit in NAMES[language].items() if unit in DURATIONS]
    return Worded.of(expression, names)


@cache
def _times(language: str) -> Figured:
    return Figured(
        re.compile(
            rf"(?<![\w.,])(?P<times>[0-9]{{1,2}})\s?[x×]\s?(?P<each>[0-9]{{1,3}})(?:{GAP}|-)"
            rf"(?P<unit>{_units(language)})\b",
            re.IGNORECASE,
        )
    )


_HEIGHT = Figured(
    re.compile(
        r"(?<![\w.,])(?P<feet>[3-9])(?:"
        r"(?:\s?ft\.?\s?|\sf(?:ee|oo)t\s|-foot[\s-])(?P<inches>1[01]|[0-9])"
        r"(?:in\b|\sin\b(?!\s[A-Za-z0-9])|\sin\b(?=\s(?:tall|high|long|wide|deep)\b)|\s?ins\b|[\s-]inch(?:es)?\b)"
        r"|-foot-(?P<bare>1[01]|[0-9])(?![\w-]|\.[0-9]))"
    )
)
"""`6ft 2in`, `5-foot-11`: how tall people are in English papers."""


_WINDU = Worded.of(
    re.compile(rf"\b(?:se|(?P<n>{NUMERAL['id']}){GAP})(?P<unit>windu|lustrum)\b", re.IGNORECASE),
    ("windu", "lustrum", "sewindu", "selustrum"),
)
"""Eight years of the Javanese calendar, and five: `sewindu terakhir` are the past eight years."""

_FORTNIGHT = Worded.of(
    re.compile(rf"\b(?:a|one|(?P<n>{NUMERAL['en']})){GAP}fortnights?\b(?!['’]s)", re.IGNORECASE),
    ("fortnight",),
)

_COUPLE = Worded.of(
    re.compile(rf"\ba{GAP}couple{GAP}of{GAP}(?P<unit>{_units('en')})\b", re.IGNORECASE), ("couple",)
)
_AGED = Figured(re.compile(r"(?P<team>\b[A-Z][a-z]+ )?\b(?:over|under)-(?P<n>[0-9]{1,2})s\b"))
"""`the over-65s`, whose age Indonesian names: `usia di atas 65 tahun`."""


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find the larger part of a length of time where it is one, products of hours and days, and heights."""
    for match in _HEIGHT.finditer(text) if language == "en" else ():
        rest = "inches" if match["inches"] else "bare"
        feet, inches = Decimal(match["feet"]), Decimal(match[rest])
        yield Quantity(Span(match.start(), match.start(rest)), QuantityKind.MEASURE, feet, "foot")
        yield Quantity(Span(match.start(rest), match.end()), QuantityKind.MEASURE, inches, "inch")
    for match in _WINDU.finditer(text) if language == "id" else ():
        years = (value_of(match["n"], "id") if match["n"] else 1) * (
            8 if match["unit"].lower() == "windu" else 5
        )
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, Decimal(years), "year", spelled=True)
    for match in _FORTNIGHT.finditer(text) if language == "en" else ():
        weeks = 2 * (value_of(match["n"], "en") if match["n"] else Decimal(1))
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, weeks, "week", spelled=True)
    for match in _COUPLE.finditer(text) if language == "en" else ():
        unit = NAMES["en"][match["unit"].lower()]
        span = Span(*match.span())
        yield Quantity(span, QuantityKind.MEASURE, Decimal(2), unit, approximate=True, spelled=True)
    for match in _AGED.finditer(text) if language == "en" else ():
        if not match["team"] or match.start() == 0:  # `England under-21s` are a team
            span = Span(*match.span("n"))
            yield Quantity(span, QuantityKind.MEASURE, Decimal(match["n"]), "year", spelled=True)
    for match in _led(language).finditer(text):
        unit = NAMES[language][(match["unit"] or match["joined"]).lower()]
        limit = _WHOLE.get(unit, {}).get(NAMES[language][match["smaller"].lower()], 0)
        if value_of(match["rest"], language) < limit:
            yield Quantity(Span(*match.span("lead")), QuantityKind.MEASURE, Decimal(1), unit, spelled=True)
    for match in _times(language).finditer(text):
        value = Decimal(int(match["times"]) * int(match["each"]))
        unit = NAMES[language][match["unit"].lower()]
        yield Quantity(Span(*match.span()), QuantityKind.MEASURE, value, unit)

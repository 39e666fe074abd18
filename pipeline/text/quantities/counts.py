"""Counts, money, percentages, measures, ordinals and scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.quantities.numerals import MAGNITUDES, NUMERAL, is_spelled, value_of
from pipeline.text.quantities.units import CURRENCIES, MEASURES, PERCENT, SYMBOLS

_SCORES = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?:(?:,| dan| and|;)\s*\d{1,3}[-–]\d{1,3})+(?![\w-])")
_TO = {"id": r"\s*[-–]\s*|\s+(?:sampai|hingga|s\.d\.|s/d|dan)\s+", "en": r"\s*[-–]\s*|\s+(?:to|and)\s+"}
"""What stands between two numbers that share a unit: `5-7 persen`, `antara 5 dan 7 persen`."""

_ORDINAL = {
    "id": r"\bke-?(?P<n>\d{1,3}(?:\.\d{3})+|\d+)\b",
    "en": r"(?<![\d,.])(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b",
}
_ORDINAL_WORDS: Mapping[str, Mapping[str, int]] = {
    "id": {
        word: number
        for number, word in enumerate(
            "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh".split(),
            1,
        )
    },
    "en": {
        word: number
        for number, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
            1,
        )
    },
}
_FRACTIONS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "tiga perempat": "0.75",
        "dua pertiga": "0.6667",
        "sepertiga": "0.3333",
        "seperempat": "0.25",
        "setengah": "0.5",
        "separuh": "0.5",
    },
    "en": {
        "three-quarters": "0.75",
        "three quarters": "0.75",
        "two-thirds": "0.6667",
        "two thirds": "0.6667",
        "one-third": "0.3333",
        "a third": "0.3333",
        "one third": "0.3333",
        "a quarter": "0.25",
        "one quarter": "0.25",
        "half": "0.5",
    },
}
_ROUND: Mapping[str, Mapping[str, int]] = {
    "id": {
        "puluhan ribu": 4,
        "ratusan ribu": 5,
        "puluhan juta": 7,
        "ratusan juta": 8,
        "puluhan miliar": 10,
        "ratusan miliar": 11,
        "belasan": 1,
        "puluhan": 1,
        "ratusan": 2,
        "ribuan": 3,
        "jutaan": 6,
        "miliaran": 9,
        "triliunan": 12,
    },
    "en": {
        "tens of thousands": 4,
        "hundreds of thousands": 5,
        "tens of millions": 7,
        "hundreds of millions": 8,
        "tens of billions": 10,
        "hundreds of billions": 11,
        "more than a dozen": 1,
        "over a dozen": 1,
        "a dozen": 1,
        "dozens": 1,
        "tens": 1,
        "hundreds": 2,
        "thousands": 3,
        "millions": 6,
        "billions": 9,
        "trillions": 12,
    },
}
_ALONE_NO_NUMBER = {"id": {"satu", "nol"}, "en": {"one", "zero"}}
"""`salah satu`, `one of them`: too often no count to be compared."""
_SHORT_SCALES = {
    "id": {"T": 12, "M": 9, "jt": 6, "rb": 3},
    "en": {"T": 12, "B": 9, "bn": 9, "M": 6, "m": 6, "K": 3, "k": 3},
}
"""`Rp1,5 T`, `$20bn`: only behind an amount of money. `M` is miliar in Indonesian, million in English."""


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _amount(language: str) -> re.Pattern[str]:
    """Compile the expression for a value with what stands before and behind it."""
    number = NUMERAL[language]
    scale = "|".join(sorted(_SHORT_SCALES[language], key=len, reverse=True))
    symbol = _any(SYMBOLS)
    unit = {
        "money": _any(CURRENCIES[language]),
        "percent": _any(PERCENT[language]),
        "measure": _any(MEASURES[language]),
    }
    behind = "|".join(rf"(?P<{name}>{words})(?![\w])" for name, words in unit.items())
    return re.compile(
        rf"(?:(?<![\w$])(?P<symbol>{symbol})\s?|(?<!\w)(?<!\d[-–./,]))"
        rf"(?P<first>{number})"
        rf"(?(symbol)(?:(?P<scale>(?<=\d)\s?(?:{scale}))(?!\w))?)"
        rf"(?:(?:{_TO[language]})(?:(?P<symbol2>{symbol})\s?)?(?P<second>{number})(?![\w]))?"
        rf"(?:-an\b|s\b)?(?:[\s-]?(?:{behind}))?(?!\w)",
        re.IGNORECASE,
    )


def is_amount(text: str, language: str) -> bool:
    """Tell a grouped number (`1.200.000.000`) from a telephone number of as many digits."""
    return bool(
        re.fullmatch(r"\d{1,3}(?:\.\d{3})+" if language == "id" else r"\d{1,3}(?:,\d{3})+", text.strip())
    )


def scores(text: str, language: str) -> Iterator[Quantity]:
    """Find chains of results, each side a quantity: `21-17, 19-21, 21-15`.

    Side by side, not set by set: English papers put the winner first, `2-4` is rightly `4-2`.
    """
    del language  # sport is written alike
    for chain in _SCORES.finditer(text):
        for side in re.finditer(r"\d+", chain.group()):
            span = Span(chain.start() + side.start(), chain.start() + side.end())
            yield Quantity(span, QuantityKind.SCORE, Decimal(side.group()))


def amounts(text: str, language: str) -> Iterator[Quantity]:
    """Find everything that is counted or measured."""
    yield from _ordinals(text, language)
    yield from _rounded(text, language)
    for match in _amount(language).finditer(text):
        yield from _read(match, language)


def _ordinals(text: str, language: str) -> Iterator[Quantity]:
    for match in re.finditer(_ORDINAL[language], text, re.IGNORECASE):
        yield Quantity(Span(*match.span()), QuantityKind.ORDINAL, value_of(match["n"], language))
    for match in re.finditer(rf"\b(?:{_any(_ORDINAL_WORDS[language])})\b", text, re.IGNORECASE):
        value = Decimal(_ORDINAL_WORDS[language][match.group().lower()])
        yield Quantity(Span(*match.span()), QuantityKind.ORDINAL, value, spelled=True)


def _rounded(text: str, language: str) -> Iterator[Quantity]:
    for match in re.finditer(rf"\b(?:{_any(_ROUND[language])})\b", text, re.IGNORECASE):
        value = Decimal(10) ** _ROUND[language][match.group().lower()]
        yield Quantity(Span(*match.span()), QuantityKind.NUMBER, value, approximate=True, spelled=True)
    for match in re.finditer(rf"\b(?:{_any(_FRACTIONS[language])})\b", text, re.IGNORECASE):
        value = Decimal(_FRACTIONS[language][match.group().lower()])
        yield Quantity(Span(*match.span()), QuantityKind.NUMBER, value, spelled=True)


def _read(match: re.Match[str], language: str) -> Iterator[Quantity]:
    """Yield the one value of a match, or the two ends of a range, which share the unit."""
    first, second = match["first"], match["second"]
    kind, unit = _unit(match, language)
    spelled = is_spelled(first)
    if spelled and not second and first.lower() in _ALONE_NO_NUMBER[language] and kind is QuantityKind.NUMBER:
        return
    low = value_of(first, language)
    scale = (match["scale"] or "").strip() if match["symbol"] else ""
    low *= 10 ** _SHORT_SCALES[language].get(scale, 0)
    has_unit = unit and match[_GROUP[kind]]
    if not second:
        end = match.end() if has_unit else match.end("scale") if scale else match.end("first")
        yield Quantity(Span(match.start(), end), kind, low, unit, spelled=spelled and low <= 1000)
        return
    high = value_of(second, language)
    borrowed = low * _magnitude(second, language)
    if not _magnitude_word(first, language) and low < high and borrowed <= high:
        low = borrowed  # `1,5-2 juta ton`: the first end borrows the second one's magnitude
    yield Quantity(Span(match.start(), match.end("first")), kind, low, unit, spelled=spelled and low <= 1000)
    start = match.start("symbol2") if match["symbol2"] else match.start("second")
    end = match.end() if has_unit else match.end("second")
    yield Quantity(Span(start, end), kind, high, unit, spelled=is_spelled(second) and high <= 1000)


_GROUP = {
    QuantityKind.MONEY: "money",
    QuantityKind.PERCENT: "percent",
    QuantityKind.MEASURE: "measure",
    QuantityKind.NUMBER: "money",
}


def _unit(match: re.Match[str], language: str) -> tuple[QuantityKind, str]:
    if match["symbol"]:
        symbol = match["symbol"]
        return QuantityKind.MONEY, SYMBOLS.get(symbol) or SYMBOLS.get(symbol.upper()) or "IDR"
    for group, kind, table in (
        ("money", QuantityKind.MONEY, CURRENCIES[language]),
        ("percent", QuantityKind.PERCENT, PERCENT[language]),
        ("measure", QuantityKind.MEASURE, MEASURES[language]),
    ):
        if match[group]:
            folded = {name.casefold(): value for name, value in table.items()}
            return kind, folded[match[group].casefold()]
    return QuantityKind.NUMBER, ""


def _magnitude_word(numeral: str, language: str) -> str:
    return next((word for word in reversed(numeral.lower().split()) if word in MAGNITUDES[language]), "")


def _magnitude(numeral: str, language: str) -> int:
    word = _magnitude_word(numeral, language)
    return 10 ** MAGNITUDES[language][word] if word else 1

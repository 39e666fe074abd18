"""Which unit stands with a number: a currency, a percentage, a measure, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model import QuantityKind
from pipeline.text.quantities import currencies, measures
from pipeline.text.quantities.numerals import is_spelled


def symbol_of(match: re.Match[str], which: str) -> str:
    """Return the currency sign before or behind one number of a match, or nothing."""
    return match[f"symbol{which}"] or ""


def unit_of(match: re.Match[str], which: str, language: str) -> tuple[QuantityKind, str]:
    """Return kind and unit of one number of a match."""
    numeral = match[f"numeral{which}"]
    percent, money, measure = (match[f"{kind}{which}"] for kind in ("percent", "money", "measure"))
    if symbol_of(match, which):
        return QuantityKind.MONEY, currencies.SYMBOLS[symbol_of(match, which)]
    if percent:
        return QuantityKind.PERCENT, measures.PERCENT[language][_words_of(percent)]
    if money and _is_weight(match, which):
        return QuantityKind.MEASURE, "pound"
    if money and _is_currency(money, numeral):
        return QuantityKind.MONEY, currencies.NAMES[language][_words_of(money)]
    if measure and _is_measure(measure, numeral, language) and _is_unit_here(match, which):
        unit = measures.NAMES[language][_words_of(measure)]
        return QuantityKind.MEASURE, "kilometer" if _is_far(match, which, measure) else unit
    return QuantityKind.NUMBER, ""


@lru_cache(maxsize=256)
def _words_of(name: str) -> str:
    return " ".join(name.lower().split())


def _is_weight(match: re.Match[str], which: str) -> bool:
    """Tell `7 pounds of rice`, `7 pounds 4 ounces` and what weighs 7 pounds from money."""
    text, name = match.string, match[f"money{which}"]
    if name.lower() not in ("pound", "pounds"):
        return False
    start, end = match.start(f"numeral{which}"), match.end(f"unit{which}")
    return bool(_WEIGHED.match(text, end) or _WEIGHS.search(text, max(0, start - 40), end + 40))


_WEIGHED = re.compile(r"\s(?:of\b|(?:and\s)?[0-9]{1,2}\sounces?\b|(?:over|under)weight\b)", re.IGNORECASE)
_WEIGHS = re.compile(
    r"\b(?:weigh(?:s|ed|ing|t)?|heav(?:y|ier)|lighter|kilograms?|kg|(?:ber)?bobot(?:nya)?|berat(?:nya)?)\b",
    re.IGNORECASE,
)


def _is_currency(name: str, numeral: str) -> bool:
    """Tell money from `Team 3 won`, the rapper `50 Cent` and `108 perak`, silver; `lima ribu perak` are rupiah."""
    if name == "Cent" or (name.lower() == "sen" and not name.islower()):
        return False
    if name.lower() == "perak":
        return bool(re.search(r"ribu|ratus|juta", numeral))
    return name.lower() != "won" or bool(re.search(r"[^\W\d_]|[.,]", numeral))


_SMALL = frozenset("sec secs min mins hr hrs dk m2 m3 km2".split())
"""Units only in small letters: `In 2020 SEC Chairman …`, `Resolusi 2334 DK PBB`, `10 M2 chips`."""


def _is_measure(name: str, numeral: str, language: str) -> bool:
    """Tell a unit from a word that happens to follow: a short one needs digits, `dua kaki` are legs."""
    if language == "id" and name.lower() in ("kaki", "acre", "senti", "galon", "karat"):
        return not is_spelled(numeral)
    if name.lower() in _SMALL and not name.islower():
        return False
    if name in ("M", "Minggu", "PON") or (name.lower() == "second" and is_spelled(numeral)):
        return False
    return len(name) > 2 or not is_spelled(numeral)


def _is_far(match: re.Match[str], which: str, name: str) -> bool:
    """Tell `sejauh 15 kilo`, kilometers, from `beras 15 kilo`."""
    start = match.start(f"numeral{which}")
    return name.lower() == "kilo" and bool(_FAR.search(match.string, max(0, start - 12), start))


_FAR = re.compile(r"\b(?:sejauh|(?:ber)?jarak|sepanjang|radius)\s$", re.IGNORECASE)
_HEAT = re.compile(
    r"\b(?:suhu|temperatur|panas|cuaca|derajat|weather|heat|warm|cold|chill|frost|degrees|celsius|fahrenheit)",
    re.IGNORECASE,
)


_FROM_TO = re.compile(r"\b[0-9]{1,3}(?P<degree>[CF])\s?(?:to|-|–)\s?[0-9]{1,3}(?P=degree)\b")
"""`grows best at 20C to 24C`"""


def _is_unit_here(match: re.Match[str], which: str) -> bool:
    """Tell `suhu 34 C` from the house `Blok 34 C`, and `11 seconds` from `11 second-half minutes`.

    A bare letter is a degree where there is talk of warmth, or a frost.
    """
    text, name = match.string, match[f"measure{which}"]
    if name in ("C", "F"):
        return bool(match[f"minus{which}"] or _HEAT.search(text) or _FROM_TO.search(text))
    return name != "second" or not text.startswith("-", match.end(f"unit{which}"))

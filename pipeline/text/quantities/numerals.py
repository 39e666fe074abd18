"""Numerals in digits and words: what `2,67 triliun`, `seratus dua puluh` and `1.5 million` are worth."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

_UNITS_ID = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety".split()

MAGNITUDES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "id": {
            "ratus": 2,
            "ribu": 3,
            "juta": 6,
            "miliar": 9,
            "milyar": 9,
            "triliun": 12,
            "trilyun": 12,
            "rb": 3,
            "jt": 6,
        },
        "en": {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "tn": 12},
    }
)
"""Powers of ten. `miliar` is 10⁹: the trap that costs most corrections."""

_WORDS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "id": {word: value for value, word in enumerate(_UNITS_ID)}
        | {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "sejuta": 10**6},
        "en": {word: value for value, word in enumerate(_UNITS_EN)}
        | {word: 20 + 10 * place for place, word in enumerate(_TENS_EN)},
    }
)

_DIGITS = {
    "id": r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
    "en": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
}
_GLUE = {
    "id": "belas|puluh|ratus|ribu|juta|miliar|milyar|triliun",
    "en": "hundred|thousand|million|billion|trillion|and",
}


def _alternatives(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _pattern(language: str) -> str:
    words = _alternatives(_WORDS[language])
    magnitude = _alternatives({word: 1 for word in MAGNITUDES[language] if word not in ("ratus", "hundred")})
    last = "|".join(word for word in _GLUE[language].split("|") if word != "and")
    spelled = rf"(?:{words})(?:[\s-]+(?:{words}|{_GLUE[language]}(?=[\s-]+(?:{words}))|{last}))*"
    return rf"(?:(?:{_DIGITS[language]})(?:\s?(?:{magnitude})\b)*|\b(?:{spelled})\b)"


NUMERAL: Mapping[str, str] = MappingProxyType({language: _pattern(language) for language in ("id", "en")})
"""A regular expression for a numeral of each language; wants `re.IGNORECASE`."""

_TOKEN = re.compile(r"[\d.,]*\d|[^\W\d_]+")


def value_of(numeral: str, language: str) -> Decimal:
    """Return what a numeral is worth.

    >>> value_of("2,67 triliun", "id"), value_of("seratus dua puluh lima", "id"), value_of("1.5 million", "en")
    (Decimal('2670000000000.00'), Decimal('125'), Decimal('1500000.0'))
    """
    total, group = Decimal(0), Decimal(0)
    for token in _TOKEN.findall(numeral.lower()):
        if token[0].isdigit():
            group = _digits(token, language)
        elif token in _WORDS[language]:
            group += _WORDS[language][token]
        elif token == "belas":
            group += 10
        elif token == "puluh":
            group += group % 10 * 9
        elif token in ("ratus", "hundred"):
            group += group % 10 * 99
        elif token in MAGNITUDES[language]:
            total += (group or 1) * 10 ** MAGNITUDES[language][token]
            group = Decimal(0)
    return total + group


def _digits(token: str, language: str) -> Decimal:
    group, point = (".", ",") if language == "id" else (",", ".")
    return Decimal(token.replace(group, "").replace(point, "."))


def is_spelled(numeral: str) -> bool:
    """Tell whether a numeral is in words alone."""
    return not any(letter.isdigit() for letter in numeral)

"""Numerals in digits and words: what `2,67 triliun`, `seratus dua puluh` and `1.5 million` are worth."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType

GAP = r"\s{1,2}"
"""White space inside a quantity; bounded, so that a page of spaces costs nothing."""

_ID_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_EN_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_EN_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

SMALL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"id": ("nol", *_ID_UNITS), "en": ("zero", *_EN_UNITS)}
)
"""The words for nought to nine."""

MAGNITUDES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "id": {
            "ribu": 3,
            "juta": 6,
            "miliar": 9,
            "milyar": 9,
            "triliun": 12,
            "trilyun": 12,
            "rb": 3,
            "jt": 6,
        },
        "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12, "k": 3}
        | {"lakh": 5, "crore": 7},
    }
)
"""Powers of ten. `miliar` is 10⁹: the trap that costs most corrections; `500 crore` is how India says 5 billion."""

_SHORT = ("rb", "jt", "mn", "bn", "tn", "k")
"""Magnitudes that stand behind digits only."""

WORDS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "id": {word: value for value, word in enumerate(SMALL["id"])}
        | {"sepuluh": 10, "sebelas": 11, "selusin": 12, "sekodi": 20, "seratus": 100, "segros": 144}
        | {"seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9, "setriliun": 10**12},
        "en": {word: value for value, word in enumerate(SMALL["en"])}
        | {word: value for value, word in enumerate((*_EN_TEENS, "nineteen"), 10)}
        | {word: 20 + 10 * place for place, word in enumerate(_EN_TENS)},
    }
)
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

_DIGITS = {
    # `1.5 liter` with a full stop is common on Indonesian technology pages: no group of three, so a decimal.
    "id": r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:,[0-9]+|\.[0-9]{1,2}(?![0-9.]))?",
    # `12,34,567` is how India groups the thousands of 1.2 million.
    "en": r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?",
}


_DOZENS = {"id": rf"lusin|kodi|gros(?!{GAP}ton)", "en": "dozen"}
"""Twelve eggs, twenty shirts, 144 buttons; a ship has `gros ton`."""


def either(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return an expression for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_POINT = {"id": "koma", "en": "point"}
"""`nol koma tiga persen`, `six point two million`: decimals as they are spoken."""


def _decimals(language: str, gap: str, below_100: str) -> str:
    # `At one point three million people` had no power.
    idle = "".join(f"(?<!{word} one point)" for word in ("at", "by", "on")) if language == "en" else ""
    return rf"{gap}{_POINT[language]}{idle}(?:{gap}(?:{either(SMALL[language])})(?![^\W_]))*{gap}{below_100}"


def _id_spelled() -> str:
    unit = either(_ID_UNITS)
    below_100 = (
        rf"(?:sepuluh|sebelas|(?:{unit}){GAP}(?:belas|puluh(?:{GAP}(?:{unit}))?)|(?:{unit}))(?![^\W_])"
    )
    below_1000 = rf"(?:(?:seratus|(?:{unit}){GAP}ratus)(?:an)?\b(?:{GAP}{below_100})?|{below_100})"
    big = r"(?:ribu|juta|miliar|milyar|triliun|trilyun)(?:an)?\b"
    dozens = rf"(?:{_DOZENS['id']})\b"
    decimals = _decimals("id", GAP, rf"(?:{below_100}|nol\b)")
    part = rf"(?:{GAP}setengah\b(?!-)|{decimals})?"
    start = rf"(?:se(?:ribu|juta|miliar|triliun)(?:an)?\b|{below_1000}{part}(?:{GAP}{big})+)"
    rest = rf"(?:{GAP}{below_1000}(?:{GAP}{big})*)*"
    return (
        rf"(?:{start}{rest}|setengah{GAP}(?:{big}|{dozens})|(?:seper|tiga{GAP}per)empat{GAP}(?:juta|miliar|triliun)\b|{below_1000}{GAP}{dozens}|se{dozens}|"
        rf"{below_1000}{part}|nol\b(?:{decimals}(?:{GAP}{big})*)?)"
    )


def _en_spelled() -> str:
    unit, tens = either(_EN_UNITS), either(_EN_TENS)
    teen = either((*_EN_TEENS, "nineteen"))
    below_100 = rf"(?:(?:{tens})(?:(?:-|{GAP})(?:{unit}))?|{teen}|{unit})(?![^\W_])"
    # `three-hundred-and-fifty-thousand`, as a script is written that somebody reads aloud.
    gap = rf"(?:-|{GAP})"
    below_1000 = rf"(?:(?:{unit}|a){gap}hundred\b(?:{gap}(?:and{gap})?{below_100})?|{below_100})"
    big = r"(?:thousand|million|billion|trillion|lakh|crore)\b"
    decimals = _decimals("en", gap, rf"(?:{below_100}|zero\b)")
    part = rf"(?:{gap}and{gap}a{gap}half\b|{decimals})?"
    return (
        rf"(?:(?:{below_1000}{part}|a)(?:{gap}{big})+(?:,?{gap}(?:and{gap})?{below_1000}(?:{gap}{big})*)*|"
        rf"half(?:{GAP}a{GAP}|-){big}|(?:a|one|three){gap}quarters?{GAP}of{GAP}a{GAP}{big}|half{GAP}a{GAP}dozen\b|{below_1000}{GAP}dozen\b|{below_1000}{part}|"
        rf"zero\b(?:{decimals}(?:{gap}{big})*)?)"
    )


def _numeral(language: str) -> str:
    spelled = _id_spelled() if language == "id" else _en_spelled()
    words = either(tuple(word for word in MAGNITUDES[language] if word not in _SHORT))
    # `2.5k residents`, but a race over 5k is one of five kilometers.
    short = either(tuple(word for word in MAGNITUDES[language] if word in _SHORT and word != "k"))
    thousands = r"|(?<=\.[0-9])k\b" if language == "en" else ""
    about = "(?:an)?" if language == "id" else "s?"
    dozens = rf"(?:{GAP}(?:{_DOZENS[language]})\b)?"
    behind = rf"(?:[\s-]?(?:{words}){about}\b|\s?(?:{short})\b{thousands})"
    broken = rf"(?:\s?[½¼¾]|{GAP}[1-9]/[2-9](?![0-9/]))?"
    hundred = rf"(?:{GAP}ratus\b)?" if language == "id" else rf"(?:{GAP}hundred\b)?"
    again = rf"(?:{GAP}[0-9]{{1,3}}{GAP}(?:{words})\b)?" if language == "id" else ""
    scaled = rf"(?:{behind}(?:{GAP}(?:{words})\b)?{again})?"
    return rf"(?:(?:{_DIGITS[language]}|[½¼¾]){broken}{hundred}{scaled}{dozens}|\b{spelled})"


NUMERAL: Mapping[str, str] = MappingProxyType({language: _numeral(language) for language in ("id", "en")})
"""An expression for a numeral of each language; wants `re.IGNORECASE`."""

_ABOUT = {
    f"{word}an": word for word in ("ratus", "ribu", "juta", "miliar", "milyar", "triliun", "trilyun")
} | {f"{word}an": word for word in ("seratus", "seribu", "sejuta", "semiliar", "setriliun")}
_ABOUT |= {f"{word}s": word for word in ("thousand", "million", "billion", "trillion", "lakh", "crore")}
_TOKEN = re.compile(r"[0-9]/[0-9]|[½¼¾]|[0-9](?:[0-9.,]*[0-9])?|[^\W\d_]+")


def _hundreds(group: Decimal) -> Decimal:
    return group + group % 10 * 99 if group % 10 else Decimal(100)


_GROWTH: Mapping[str, Callable[[Decimal], Decimal]] = MappingProxyType(
    {
        "belas": lambda group: group + 10,
        "puluh": lambda group: group + group % 10 * 9,
        "ratus": _hundreds,
        "hundred": _hundreds,
        "setengah": lambda group: group + Decimal("0.5"),
        "half": lambda group: group + Decimal("0.5"),
        "seperempat": lambda _: Decimal("0.25"),
        "perempat": lambda group: group / 4,
        "quarter": lambda _: Decimal("0.25"),
        "quarters": lambda group: group / 4,
        "lusin": lambda group: (group or Decimal(1)) * 12,
        "kodi": lambda group: group * 20,
        "gros": lambda group: group * 144,
        "dozen": lambda group: (group or Decimal(1)) * 12,
    }
)
"""What a word makes of the number before it: `dua` `puluh`, `seratus dua` `puluh`."""


@lru_cache(maxsize=4096)
def value_of(numeral: str, language: str) -> Decimal:
    """Return what a numeral is worth.

    >>> value_of("2,67 triliun", "id"), value_of("seratus dua puluh lima", "id"), value_of("1.5 million", "en")
    (Decimal('2670000000000.00'), Decimal('125'), Decimal('1500000.0'))
    >>> value_of("dua setengah juta", "id"), value_of("half a million", "en"), value_of("3 1/2", "en")
    (Decimal('2500000.0'), Decimal('500000.0'), Decimal('3.5'))
    >>> value_of("nol koma tiga", "id"), value_of("six point two five million", "en")
    (Decimal('0.3'), Decimal('6250000.00'))
    """
    total, group = Decimal(0), Decimal(0)
    for token in _pointed(_tokens(numeral), language):
        word = WORDS[language].get(token)
        if "/" in token:
            group += Decimal(token[0]) / Decimal(token[2])
        elif token in _VULGAR:
            group += _VULGAR[token]
        elif token[0].isdigit():
            group = _digits(token, language)
        elif token[0] == ".":
            group += Decimal(token)
        elif word is not None:
            total, group = (total + word, group) if word >= 1000 else (total, group + word)
        elif token in _GROWTH:
            group = _GROWTH[token](group)
        elif token in MAGNITUDES[language]:
            # `3 ribu triliun`: one magnitude multiplies the other.
            power = Decimal(10) ** MAGNITUDES[language][token]
            total, group = (
                (total + group * power, Decimal(0)) if group else ((total or Decimal(1)) * power, group)
            )
    return total + group


def _pointed(tokens: list[str], language: str) -> list[str]:
    """Set decimals that were spoken in digits: `koma dua puluh lima` and `point two five` are `.25`."""
    if _POINT[language] not in tokens:
        return tokens
    at = tokens.index(_POINT[language])
    spoken = list(takewhile(lambda token: token not in MAGNITUDES[language], tokens[at + 1 :]))
    one_by_one = all(WORDS[language].get(token, 10) < 10 for token in spoken)
    digits = (
        [value_of(token, language) for token in spoken]
        if one_by_one
        else [value_of(" ".join(spoken), language)]
    )
    return [*tokens[:at], "." + "".join(f"{digit:f}" for digit in digits), *tokens[at + 1 + len(spoken) :]]


def _tokens(numeral: str) -> list[str]:
    """Cut a numeral into digits and words; `Rp100 jutaan` is some 100 million, `47.8 millions` what it says."""
    tokens: list[str] = _TOKEN.findall(numeral.lower())
    return [_ABOUT.get(token, token) for token in tokens]


def _digits(token: str, language: str) -> Decimal:
    if language == "id" and "," not in token and not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+", token):
        return Decimal(token)
    group, point = (".", ",") if language == "id" else (",", ".")
    return Decimal(token.replace(group, "").replace(point, "."))


@lru_cache(maxsize=4096)
def magnitude_of(numeral: str, language: str) -> int:
    """Return the power of ten that the last word of a numeral stands for, or 0."""
    return next(
        (MAGNITUDES[language][word] for word in reversed(_tokens(numeral)) if word in MAGNITUDES[language]),
        0,
    )


def is_spelled(numeral: str) -> bool:
    """Tell whether a numeral is in words alone."""
    return not any(map(str.isnumeric, numeral))

"""The same quantity in another unit or in other words: `setengah jam` is 30 minutes, 50 basis points half a point.

A translator converts freely what a reader takes for the same; what may not change is the amount.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.model import Quantity, QuantityKind

_FACTORS = {
    "time": {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800},
    "calendar": {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200},
    "length": {"millimeter": 1, "centimeter": 10, "meter": 1000, "kilometer": 1000000},
    "mass": {"gram": 1, "kilogram": 1000, "quintal": 100000, "ton": 1000000, "tonne": 1000000},
    "percent": {"bp": 1, "pp": 100},
}
_FAMILY = {unit: family for family, units in _FACTORS.items() for unit in units}

_HALVED = {"minute": 60, "hour": 24, "month": 12, "day": 7}
"""How many make the next larger unit, a part of which is said without it: `setengah jam`, half a year."""

_TOLERANCE = Decimal("0.01")
"""`Sepertiga` is 33 percent."""

_IN_WORDS = {
    (
        "day",
        7,
    ): r"\b(?:a|one|per|last|next|this) week|week-?long|weekly|\b(?:seminggu|sepekan|minggu|pekan)\b",
    ("day", 14): r"fortnight|two weeks|dua (?:pekan|minggu)",
    ("month", 6): r"half[- ](?:a )?year|semester|setengah tahun|first half|second half",
    ("month", 12): r"\b(?:a|one|per) year\b|yearlong|\bsetahun\b|satu tahun",
    ("year", 10): r"\bdecade|dasawarsa|dekade",
    ("year", 100): r"\bcentury|\b(?:seabad|abad)\b",
    ("year", 5): r"lustrum",
    ("hour", 24): r"\b(?:a|one|past) day\b|\bsehari\b|around the clock|overnight|semalam",
    ("minute", 60): r"\b(?:an|one) hour\b|\bsejam\b|satu jam",
    ("minute", 30): r"half[- ](?:an )?hour|setengah jam",
    ("minute", 15): r"quarter of an hour|seperempat jam",
}

_ONE = {
    "en": re.compile(r"\b(?:one|an?|single|each|per|another|the|first|once)\b", re.IGNORECASE),
    "id": re.compile(r"\b(?:satu|se[a-z]{3,}|pertama|per|tunggal)\b", re.IGNORECASE),
}

_NAMES = {
    2: "two|dua|dwi",
    3: "three|tiga|tri",
    4: "four|empat|catur",
    5: "five|lima|panca",
    6: "six|enam",
    7: "seven|tujuh",
    8: "eight|delapan",
    9: "nine|sembilan",
    10: "ten|sepuluh",
    12: "twelve|dua belas",
}

_IDIOM = re.compile(
    r"\b(?:empat mata|(?:ber)?roda (?:dua|tiga|empat|enam)|kaki lima|satu suara|lima waktu|mata empat|"
    r"(?:per|per?)segi (?:empat|panjang)|segi ?tiga|seribu satu|one-on-one|second-?hand)\b",
    re.IGNORECASE,
)

_CURRENCY = {
    "IDR": r"rupiah|\bRp|\bIDR",
    "USD": r"dollar|dolar|\$|\bUSD",
    "EUR": r"euro|€",
    "GBP": r"pound|£|\bpaun",
    "JPY": r"\byen\b|¥",
    "CNY": r"yuan|renminbi",
    "MYR": r"ringgit",
    "SGD": r"dollar|dolar|\$",
    "AUD": r"dollar|dolar|\$",
}


def equivalent(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are the same amount in units of one family, or a part and a percentage.

    >>> from pipeline.text.quantities import parse
    >>> (hours,), (minutes,) = parse("setengah jam", "id"), parse("30 minutes", "en")
    >>> equivalent(hours, minutes)
    True
    """
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    if one.kind is other.kind is QuantityKind.MONEY and "cent" in (one.unit, other.unit):
        return one.value * (1 if one.unit == "cent" else 100) == other.value * (
            1 if other.unit == "cent" else 100
        )
    family = _FAMILY.get(one.unit)
    if family and family == _FAMILY.get(other.unit):
        factors = _FACTORS[family]
        return one.value * factors[one.unit] == other.value * factors[other.unit]
    return _part(one, other) or _part(other, one)


def _part(plain: Quantity, other: Quantity) -> bool:
    """Tell whether a bare part (`setengah`) is what `other` gives as a percentage or in a smaller unit."""
    if plain.kind is not QuantityKind.NUMBER or plain.unit:
        return False
    assert isinstance(plain.value, Decimal)
    assert isinstance(other.value, Decimal)
    if other.unit == "%" and plain.value < 1:
        return abs(plain.value - other.value / 100) <= _TOLERANCE
    if other.unit == "bp":
        return plain.value * 100 == other.value
    return plain.value < 1 and other.value == plain.value * _HALVED.get(other.unit, 0)


def said_in_words(quantity: Quantity, text: str, other: str, language: str) -> bool:
    """Tell whether `other`, in `language`, says a quantity of `text` without a number that can be read.

    >>> from pipeline.text.quantities import parse
    >>> text = "Ia membawa 1 koper."
    >>> said_in_words(parse(text, "id")[0], text, "She carried a suitcase.", "en")
    True
    """
    value = quantity.value
    if not isinstance(value, Decimal) or value != int(value):
        return False
    if any(found.start() <= quantity.span.start < found.end() for found in _IDIOM.finditer(text)):
        return True
    if value == 1 and quantity.kind is not QuantityKind.MONEY and language in _ONE:
        return bool(_ONE[language].search(other))
    if words := _IN_WORDS.get((quantity.unit, int(value))):
        return bool(re.search(words, other, re.IGNORECASE))
    names = _NAMES.get(int(value))
    # `kendaraan roda empat` are four-wheeled, `gedung dua lantai` is two-story.
    return bool(names and re.search(rf"\b(?:{names}|{int(value)})-[a-z]", other, re.IGNORECASE))


_FALLS = re.compile(
    r"\b(?:contract|shr[iau]nk|f[ea]ll|drop|declin|slump|plung|decreas|negative|recession|loss"
    r"|kontraksi|terkontraksi|menyusut|turun|merosot|anjlok|menurun|negatif|resesi|rugi|kerugian)",
    re.IGNORECASE,
)


def fall_said(one: Quantity, other: Quantity, text: str, translation: str) -> bool:
    """Tell whether one text says `tumbuh minus 2 persen` and the other `shrank 2 percent`."""
    if (
        one.kind is not QuantityKind.PERCENT
        or other.kind is not QuantityKind.PERCENT
        or one.unit != other.unit
    ):
        return False
    if (
        not isinstance(one.value, Decimal)
        or not isinstance(other.value, Decimal)
        or one.value != -other.value
    ):
        return False
    return bool(_FALLS.search(translation if one.value < 0 else text))


def currency_said(money: Quantity, plain: Quantity, other: str) -> bool:
    """Tell whether `other` says the amount as a mere number and its currency elsewhere.

    `The rupiah traded at 15,600 to the dollar` says `Rp 15.600`.
    """
    if money.kind is not QuantityKind.MONEY or plain.kind is not QuantityKind.NUMBER:
        return False
    currency = _CURRENCY.get(money.unit)
    return bool(money.value == plain.value and currency and re.search(currency, other, re.IGNORECASE))

"""Quantities written in house form: AP style for English, the official spelling for Indonesian.

Babel writes the digits. It puts U+00A0 before a unit and, since CLDR 42, U+202F before `PM`: both
look like a space, break no line and match no search, so every one of them becomes a plain space.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType

from babel.dates import format_date
from babel.numbers import format_decimal

from pipeline.config import StyleSettings
from pipeline.model import PartialDate, Quantity, QuantityKind
from pipeline.text.quantities.numerals import MAGNITUDES
from pipeline.text.quantities.units import CURRENCIES, MEASURES, MONTHS

_LOCALES = {"id": "id_ID", "en": "en_US"}
_SCALES = {"id": ("triliun", "miliar", "juta"), "en": ("trillion", "billion", "million")}
_SMALL = "zero one two three four five six seven eight nine".split()
_SYMBOLS: Mapping[str, str] = MappingProxyType({"SGD": "S$", "AUD": "A$", "EUR": "€", "GBP": "£", "JPY": "¥"})


def write(quantity: Quantity, language: str, style: StyleSettings) -> str:
    """Write a quantity in the house form of `language`.

    What it writes, `quantities.parse` reads back as the same value.
    """
    value = quantity.value
    if isinstance(value, PartialDate):
        return _date(value, language, style)
    if isinstance(value, time):
        return _time(value, quantity.unit, language, style)
    if quantity.kind is QuantityKind.MONEY:
        return _money(value, quantity.unit, language, style)
    if quantity.kind is QuantityKind.PERCENT:
        return f"{_number(value, language)}{_percent(quantity.unit, value, language, style)}"
    if quantity.kind is QuantityKind.ORDINAL:
        return f"ke-{value:f}" if language == "id" else f"{value:f}{_suffix(int(value))}"
    if quantity.kind is QuantityKind.MEASURE:
        return f"{_number(value, language)} {_unit(quantity.unit, value, language)}"
    if quantity.spelled and language == "en" and value < style.spell_below and value == int(value):
        return _SMALL[int(value)] if value < len(_SMALL) else _number(value, language)
    return _number(value, language)


def _number(value: Decimal, language: str) -> str:
    """Write a number, with the word for millions and above where that loses nothing.

    >>> _number(Decimal(17600000), "en"), _number(Decimal(17600000), "id"), _number(Decimal("35694"), "en")
    ('17.6 million', '17,6 juta', '35,694')
    """
    for word in _SCALES[language]:
        scaled = value / 10 ** MAGNITUDES[language][word]
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{_digits(scaled, language)} {word}"
    return _digits(value, language)


def _digits(value: Decimal, language: str) -> str:
    written: str = format_decimal(value.normalize(), format="#,##0.######", locale=_LOCALES[language])
    return _plain(written)


def _money(value: Decimal, unit: str, language: str, style: StyleSettings) -> str:
    if unit == "IDR":
        return f"{style.rupiah}{'' if language == 'id' and style.rupiah == 'Rp' else ' '}{_number(value, language)}"
    if unit == "USD" and language == "en":
        return f"{style.dollar}{_number(value, language)}"
    if unit in _SYMBOLS and language == "en":
        return f"{_SYMBOLS[unit]}{_number(value, language)}"
    name = next((name for name, code in CURRENCIES[language].items() if code == unit), unit)
    return f"{_number(value, language)} {name}"


def _percent(unit: str, value: Decimal, language: str, style: StyleSettings) -> str:
    if unit == "%":
        return {"id": " persen", "en": "%" if style.percent == "%" else " percent"}[language]
    names = {
        ("pp", "id"): " poin persentase",
        ("bp", "id"): " basis poin",
        ("pp", "en"): " percentage points",
        ("bp", "en"): " basis points",
    }
    name = names[unit, language]
    return name.removesuffix("s") if language == "en" and value == 1 else name


def _unit(unit: str, value: Decimal, language: str) -> str:
    names = [name for name, code in MEASURES[language].items() if code == unit]
    singular = [name for name in names if not name.endswith("s")]
    return singular[0] if singular and value == 1 and language == "en" else (names or [unit])[0]


def _date(value: PartialDate, language: str, style: StyleSettings) -> str:
    months = MONTHS[language]
    if value.month is None:
        return str(value.year)
    name = months[value.month - 1]
    if value.day is None:
        return f"{name} {value.year}" if value.year else name
    if value.year is None:
        first_day = language == "id" or style.date_order == "day-month"
        return f"{value.day} {name}" if first_day else f"{name} {value.day}"
    pattern = "MMMM d, y" if language == "en" and style.date_order == "month-day" else "d MMMM y"
    try:
        day = date(value.year, value.month, value.day)
    except ValueError:  # 31 April: written as the source has it, for the reviewer to see
        return f"{value.day} {name} {value.year}"
    return _plain(format_date(day, pattern, locale=_LOCALES[language]))


def _time(value: time, zone: str, language: str, style: StyleSettings) -> str:
    behind = f" {zone}" if zone else ""
    if language == "id":
        return f"pukul {value:%H.%M}{behind}"
    if style.hours == 24:
        return f"{value:%H:%M}{behind}"
    half = "a.m." if value.hour < 12 else "p.m."
    hour = value.hour % 12 or 12
    minute = f":{value.minute:02}" if value.minute else ""
    return f"{hour}{minute} {half}{behind}"


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")

"""Quantities written in house form: AP style for English, the official spelling for Indonesian.

Babel writes digits and dates. It sets U+00A0 before a unit and, since CLDR 42, U+202F before `PM`:
both look like a space, break no line and match no search, so they never leave this module.
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
from pipeline.text.quantities import currencies
from pipeline.text.quantities.measures import BY_UNIT, DURATIONS
from pipeline.text.quantities.months import MONTHS
from pipeline.text.quantities.numerals import MAGNITUDES, SMALL

_LOCALES = {"id": "id_ID", "en": "en_US"}
_SCALES = {"id": ("triliun", "miliar", "juta"), "en": ("trillion", "billion", "million")}
_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {"SGD": "S$", "AUD": "A$", "HKD": "HK$", "NZD": "NZ$", "CAD": "C$", "EUR": "€", "GBP": "£", "JPY": "¥"}
)
_PERCENT = {
    ("pp", "id"): "poin persentase",
    ("bp", "id"): "basis poin",
    ("pp", "en"): "percentage points",
    ("bp", "en"): "basis points",
}
_ROUND: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "id": (
        ("", "puluhan", "ratusan"),
        ("ribuan", "puluhan ribu", "ratusan ribu"),
        ("jutaan", "puluhan juta", "ratusan juta"),
        ("miliaran", "puluhan miliar", "ratusan miliar"),
        ("triliunan", "puluhan triliun", "ratusan triliun"),
    ),
    "en": (
        ("", "dozens", "hundreds"),
        ("thousands", "tens of thousands", "hundreds of thousands"),
        ("millions", "tens of millions", "hundreds of millions"),
        ("billions", "tens of billions", "hundreds of billions"),
        ("trillions", "tens of trillions", "hundreds of trillions"),
    ),
}
"""Words for an order of magnitude: three to a group of digits."""

_FRACTIONS: Mapping[Decimal, Mapping[str, str]] = {
    Decimal("0.5"): {"id": "setengah", "en": "half"},
    Decimal(1) / 3: {"id": "sepertiga", "en": "one-third"},
    Decimal(2) / 3: {"id": "dua pertiga", "en": "two-thirds"},
    Decimal("0.25"): {"id": "seperempat", "en": "one-quarter"},
    Decimal("0.75"): {"id": "tiga perempat", "en": "three-quarters"},
    Decimal("0.2"): {"id": "seperlima", "en": "one-fifth"},
    Decimal("0.1"): {"id": "sepersepuluh", "en": "one-tenth"},
}
_ORDINALS: Mapping[str, tuple[str, ...]] = {
    "id": ("pertama", *(f"ke{word}" for word in SMALL["id"][2:])),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
}


def write(quantity: Quantity, language: str, style: StyleSettings) -> str:
    """Write a quantity in the house form of `language`.

    What it writes, `quantities.parse` reads back as the same value.
    """
    value = quantity.value
    if isinstance(value, PartialDate):
        return _date(value, language, style)
    if isinstance(value, time):
        return _time(value, quantity.unit, language, style)
    if quantity.approximate:
        return _rounded(quantity, value, language)
    if value < 0:
        return f"minus {_amount(quantity, -value, language, style)}"
    return _amount(quantity, value, language, style)


def _amount(quantity: Quantity, value: Decimal, language: str, style: StyleSettings) -> str:
    kind = quantity.kind
    if kind is QuantityKind.MONEY:
        return _money(value, quantity.unit, language, style)
    if kind is QuantityKind.PERCENT:
        return _percent(value, quantity.unit, language, style)
    if kind is QuantityKind.ORDINAL:
        return _ordinal(int(value), language, style)
    if kind is QuantityKind.MEASURE:
        return _measure(value, quantity.unit, language, style)
    if kind is QuantityKind.NUMBER and quantity.spelled and value in _FRACTIONS:
        return _FRACTIONS[value][language]
    return figure(value, language) if kind is QuantityKind.SCORE else _count(value, language, style)


def figure(value: Decimal, language: str) -> str:
    """Write a number in digits, with the word for millions and above where that loses nothing.

    >>> figure(Decimal(17600000), "en"), figure(Decimal(17600000), "id"), figure(Decimal("35694"), "en")
    ('17.6 million', '17,6 juta', '35,694')
    """
    for word in _SCALES[language]:
        scaled = value / 10 ** MAGNITUDES[language][word]
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{_digits(scaled, language)} {word}"
    return _digits(value, language)


def _digits(value: Decimal, language: str) -> str:
    """Group the digits; decimals stay as many as they were: `7,50 persen` is `7.50 percent`."""
    whole = value == value.to_integral_value()
    decimals = 0 if whole and value >= 1000 else max(0, -int(value.as_tuple().exponent))
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    return _plain(format_decimal(value, format=pattern, locale=_LOCALES[language]))


def _count(value: Decimal, language: str, style: StyleSettings) -> str:
    """Write a number as a word below the house's limit; `1` stays, for `one` is a pronoun too."""
    if value == int(value) and 2 <= value < min(style.spell_below, len(SMALL[language])):
        return SMALL[language][int(value)]
    return figure(value, language)


def _money(value: Decimal, unit: str, language: str, style: StyleSettings) -> str:
    symbol = money_symbol(unit, language, style)
    if not symbol:
        return f"{figure(value, language)} {currencies.HOUSE[language].get(unit, unit)}"
    return f"{symbol}{money_gap(symbol, unit, language)}{figure(value, language)}"


def money_gap(symbol: str, unit: str, language: str) -> str:
    """Return what stands between a sign and its amount.

    The official spelling has no space: `Rp20.000`; English papers in Indonesia set one: `Rp 20,000`.
    """
    return " " if symbol == "IDR" or (unit == "IDR" and language == "en") else ""


def money_symbol(unit: str, language: str, style: StyleSettings) -> str:
    """Return what the house sets before an amount of a currency, or nothing where it is named behind."""
    if unit == "IDR":
        return style.rupiah
    if language == "id":
        return ""
    return style.dollar if unit == "USD" else _SYMBOLS.get(unit, "")


def _percent(value: Decimal, unit: str, language: str, style: StyleSettings) -> str:
    if unit == "%":
        sign = "%" if style.percent == "%" else " percent"
        return f"{figure(value, language)}{sign if language == 'en' else ' persen'}"
    name = _PERCENT[unit, language]
    return f"{figure(value, language)} {name.removesuffix('s') if value == 1 and language == 'en' else name}"


def _measure(value: Decimal, unit: str, language: str, style: StyleSettings) -> str:
    measure = BY_UNIT.get(unit)
    if measure is None:
        return f"{figure(value, language)} {unit}".strip()
    if unit == "magnitude":
        return f"{'magnitudo' if language == 'id' else 'magnitude'} {figure(value, language)}"
    number = _count(value, language, style) if unit in DURATIONS else figure(value, language)
    if language == "id":
        return f"{number} {measure.indonesian[0]}"
    return f"{number} {measure.english[1 if value == 1 and len(measure.english) > 1 else 0]}"


def _ordinal(value: int, language: str, style: StyleSettings) -> str:
    if 1 <= value < min(style.spell_below, 10):
        return _ORDINALS[language][value - 1]
    return f"ke-{value}" if language == "id" else _counted(value)


def _counted(value: int) -> str:
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{_digits(Decimal(value), 'en')}{suffix}"


def _rounded(quantity: Quantity, value: Decimal, language: str) -> str:
    """Write `puluhan ribu` and `1990-an`, which mean no number to the unit."""
    if quantity.unit == "decade":
        return f"{value:f}-an" if language == "id" else f"{value:f}s"
    group, place = divmod(value.adjusted(), 3)
    words = _ROUND[language][group][place] if 0 < value.adjusted() < 15 else figure(value, language)
    measure = BY_UNIT.get(quantity.unit)
    unit = currencies.HOUSE[language].get(quantity.unit, "")
    if measure is not None:
        unit = measure.indonesian[0] if language == "id" else measure.english[0]
    return " ".join(part for part in (words, "of" if unit and language == "en" else "", unit) if part)


def _date(value: PartialDate, language: str, style: StyleSettings) -> str:
    if value.month is None and value.day:
        return f"tanggal {value.day}" if language == "id" else f"the {_counted(value.day)}"
    if value.month is None:
        return str(value.year)
    name = MONTHS[language][value.month - 1]
    day_first = language == "id" or style.date_order == "day-month"
    if value.day is None:
        return f"{name} {value.year}" if value.year else name
    if value.year is None:
        return f"{value.day} {name}" if day_first else f"{name} {value.day}"
    try:
        day = date(value.year, value.month, value.day)
    except ValueError:  # 31 April: written as the source has it, for the reviewer to see
        return f"{value.day} {name} {value.year}" if day_first else f"{name} {value.day}, {value.year}"
    return _plain(format_date(day, "d MMMM y" if day_first else "MMMM d, y", locale=_LOCALES[language]))


def _time(value: time, zone: str, language: str, style: StyleSettings) -> str:
    behind = f" {zone}" if zone else ""
    if language == "id":
        return f"pukul {value:%H.%M}{f'.{value:%S}' if value.second else ''}{behind}"
    second = f":{value:%S}" if value.second else ""
    if style.hours == 24:
        return f"{value:%H:%M}{second}{behind}"
    if value.minute == value.second == 0 and value.hour in (0, 12):
        return f"{'noon' if value.hour else 'midnight'}{behind}"
    half = "a.m." if value.hour < 12 else "p.m."
    minute = f":{value.minute:02}" if value.minute or second else ""
    return f"{value.hour % 12 or 12}{minute}{second} {half}{behind}"


def _plain(text: str) -> str:
    """Set plain spaces for the ones of Babel that break no line."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")

"""Names of currencies, measures and months in both languages, and the value that each stands for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "Rp.": "IDR",
        "Rp": "IDR",
        "IDR": "IDR",
        "US$": "USD",
        "USD": "USD",
        "S$": "SGD",
        "SGD": "SGD",
        "A$": "AUD",
        "AUD": "AUD",
        "HK$": "HKD",
        "RM": "MYR",
        "MYR": "MYR",
        "$": "USD",
        "€": "EUR",
        "EUR": "EUR",
        "£": "GBP",
        "GBP": "GBP",
        "¥": "JPY",
        "JPY": "JPY",
        "CNY": "CNY",
    }
)
"""What stands before an amount."""

CURRENCIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {
            "rupiah": "IDR",
            "dolar AS": "USD",
            "dollar AS": "USD",
            "dolar Amerika Serikat": "USD",
            "dolar Amerika": "USD",
            "dolar Singapura": "SGD",
            "dollar Singapura": "SGD",
            "dolar Australia": "AUD",
            "dollar Australia": "AUD",
            "dolar Hong Kong": "HKD",
            "dolar Kanada": "CAD",
            "dolar Selandia Baru": "NZD",
            "dollar Selandia Baru": "NZD",
            "dolar": "USD",
            "dollar": "USD",
            "euro": "EUR",
            "yen": "JPY",
            "yuan": "CNY",
            "won": "KRW",
            "ringgit": "MYR",
            "baht": "THB",
            "peso": "PHP",
            "rubel": "RUB",
            "rupee": "INR",
            "poundsterling": "GBP",
            "pound sterling": "GBP",
            "pound": "GBP",
            "riyal": "SAR",
            "franc Swiss": "CHF",
            "dong": "VND",
        },
        "en": {
            "rupiah": "IDR",
            "US dollars": "USD",
            "U.S. dollars": "USD",
            "American dollars": "USD",
            "Singapore dollars": "SGD",
            "Singaporean dollars": "SGD",
            "Australian dollars": "AUD",
            "Hong Kong dollars": "HKD",
            "Canadian dollars": "CAD",
            "New Zealand dollars": "NZD",
            "dollars": "USD",
            "dollar": "USD",
            "euros": "EUR",
            "euro": "EUR",
            "yen": "JPY",
            "yuan": "CNY",
            "won": "KRW",
            "ringgit": "MYR",
            "baht": "THB",
            "Philippine pesos": "PHP",
            "pesos": "PHP",
            "rubles": "RUB",
            "rupees": "INR",
            "pounds sterling": "GBP",
            "pounds": "GBP",
            "riyals": "SAR",
            "Swiss francs": "CHF",
            "dong": "VND",
        },
    }
)
"""What stands behind an amount."""

MEASURES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {
            "kilometer per jam": "kilometer-per-hour",
            "km/jam": "kilometer-per-hour",
            "kilometer persegi": "square-kilometer",
            "meter persegi": "square-meter",
            "meter kubik": "cubic-meter",
            "kilometer": "kilometer",
            "km": "kilometer",
            "sentimeter": "centimeter",
            "cm": "centimeter",
            "milimeter": "millimeter",
            "meter": "meter",
            "hektare": "hectare",
            "hektar": "hectare",
            "kilogram": "kilogram",
            "kg": "kilogram",
            "ton": "tonne",
            "gram": "gram",
            "liter": "liter",
            "barel": "barrel",
            "derajat Celsius": "celsius",
            "derajat Celcius": "celsius",
            "°C": "celsius",
            "megawatt": "megawatt",
            "MW": "megawatt",
        },
        "en": {
            "kilometers per hour": "kilometer-per-hour",
            "kilometers an hour": "kilometer-per-hour",
            "km/h": "kilometer-per-hour",
            "square kilometers": "square-kilometer",
            "square meters": "square-meter",
            "cubic meters": "cubic-meter",
            "kilometers": "kilometer",
            "kilometer": "kilometer",
            "km": "kilometer",
            "centimeters": "centimeter",
            "cm": "centimeter",
            "millimeters": "millimeter",
            "meters": "meter",
            "meter": "meter",
            "hectares": "hectare",
            "hectare": "hectare",
            "kilograms": "kilogram",
            "kilogram": "kilogram",
            "kg": "kilogram",
            "tonnes": "tonne",
            "tons": "tonne",
            "ton": "tonne",
            "grams": "gram",
            "liters": "liter",
            "liter": "liter",
            "barrels": "barrel",
            "degrees Celsius": "celsius",
            "°C": "celsius",
            "megawatts": "megawatt",
            "MW": "megawatt",
            "miles": "mile",
            "feet": "foot",
            "acres": "acre",
        },
    }
)
"""Durations are no measures here: `usia 47 tahun` is `47-year-old`, and the number alone compares."""

MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": tuple(
            "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
        ),
        "en": tuple(
            "January February March April May June July August September October November December".split()
        ),
    }
)
SHORT_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": tuple("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()),
        "en": tuple("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()),
    }
)
WEEKDAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": tuple("Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()),
        "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    }
)

PERCENT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {"poin persentase": "pp", "persen poin": "pp", "basis poin": "bp", "persen": "%", "%": "%"},
        "en": {
            "percentage points": "pp",
            "percentage point": "pp",
            "basis points": "bp",
            "basis point": "bp",
            "per cent": "%",
            "percent": "%",
            "%": "%",
        },
    }
)

"""Currencies by symbol and by name in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Currency(NamedTuple):
    """A currency: ISO 4217 code, what stands before an amount, what stands behind it (the house's first)."""

    code: str
    symbols: tuple[str, ...]
    indonesian: tuple[str, ...]
    english: tuple[str, ...]


CURRENCIES: tuple[Currency, ...] = (
    Currency("IDR", ("Rp", "Rp.", "IDR", "RP", "RP."), ("rupiah", "perak"), ("rupiah", "rupiahs")),
    Currency(
        "USD",
        ("US$", "USD", "$", "U.S.$", "AS$"),
        (
            "dolar AS",
            "dollar AS",
            "dolar Amerika Serikat",
            "dollar Amerika Serikat",
            "dolar Amerika",
            "dolar",
            "dollar",
        ),
        ("US dollars", "US dollar", "U.S. dollars", "U.S. dollar", "American dollars", "dollars", "dollar"),
    ),
    Currency(
        "SGD",
        ("S$", "SG$", "SGD"),
        ("dolar Singapura", "dollar Singapura"),
        ("Singapore dollars", "Singapore dollar", "Singaporean dollars", "Singaporean dollar"),
    ),
    Currency(
        "AUD",
        ("A$", "AU$", "AUD"),
        ("dolar Australia", "dollar Australia"),
        ("Australian dollars", "Australian dollar"),
    ),
    Currency(
        "HKD",
        ("HK$", "HKD"),
        ("dolar Hong Kong", "dollar Hong Kong"),
        ("Hong Kong dollars", "Hong Kong dollar"),
    ),
    Currency(
        "NZD",
        ("NZ$", "NZD"),
        ("dolar Selandia Baru", "dollar Selandia Baru"),
        ("New Zealand dollars", "New Zealand dollar"),
    ),
    Currency(
        "CAD",
        ("C$", "CA$", "CAD"),
        ("dolar Kanada", "dollar Kanada"),
        ("Canadian dollars", "Canadian dollar"),
    ),
    Currency(
        "TWD", ("NT$", "TWD"), ("dolar Taiwan", "dollar Taiwan"), ("Taiwan dollars", "Taiwanese dollars")
    ),
    # A hundredth of whatever currency the sentence speaks of: oil gains 85 cents.
    Currency(
        "cent",
        (),
        (
            *("sen", "sen AS", "sen dolar AS", "sen dolar", "sen Australia", "sen Singapura", "sen euro"),
            *("cent", "cents"),
        ),
        (
            *("cents", "cent", "U.S. cents", "U.S. cent", "US cents", "US cent"),
            *("Australian cents", "Singapore cents", "euro cents", "sen", "¢"),
        ),
    ),
    Currency("EUR", ("€", "EUR"), ("euro",), ("euros", "euro")),
    Currency(
        "GBP",
        ("£", "GBP"),
        ("pound sterling", "poundsterling", "pound", "pounds"),
        ("pounds sterling", "pound sterling", "British pounds", "pounds"),
    ),
    Currency("JPY", ("¥", "JPY"), ("yen",), ("yen", "Japanese yen")),
    Currency("CNY", ("CNY", "RMB", "CN¥"), ("yuan", "renminbi"), ("yuan", "renminbi", "Chinese yuan")),
    Currency("KRW", ("₩", "KRW"), ("won",), ("won", "South Korean won")),
    Currency("MYR", ("RM", "MYR"), ("ringgit", "ringgit Malaysia"), ("ringgit", "Malaysian ringgit")),
    Currency("THB", ("฿", "THB"), ("baht",), ("baht", "Thai baht")),
    Currency(
        "PHP",
        ("₱", "PHP"),
        ("peso Filipina", "peso"),
        ("Philippine pesos", "Philippine peso", "pesos", "peso"),
    ),
    Currency("VND", ("₫", "VND"), ("dong",), ("dong", "Vietnamese dong")),
    Currency(
        "INR",
        ("₹", "INR", "Rs", "Rs."),
        ("rupee India", "rupee", "rupe"),
        ("Indian rupees", "Indian rupee", "rupees", "rupee"),
    ),
    Currency(
        "RUB",
        ("₽", "RUB"),
        ("rubel", "rubel Rusia"),
        ("rubles", "ruble", "roubles", "rouble", "Russian rubles"),
    ),
    Currency(
        "SAR",
        ("SAR",),
        ("riyal Saudi", "riyal", "riyal Arab Saudi"),
        ("Saudi riyals", "Saudi riyal", "riyals", "riyal"),
    ),
    Currency("AED", ("AED",), ("dirham",), ("dirhams", "dirham")),
    Currency("CHF", ("CHF",), ("franc Swiss", "franc swiss"), ("Swiss francs", "Swiss franc")),
    Currency("TRY", ("TRY",), ("lira Turki", "lira"), ("Turkish lira", "lira")),
    Currency("MMK", ("MMK",), ("kyat",), ("kyat", "kyats")),
    Currency("BND", ("B$", "BND"), ("dolar Brunei", "dollar Brunei"), ("Brunei dollars", "Brunei dollar")),
    Currency("PGK", ("PGK",), ("kina",), ("kina",)),
)

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {symbol: currency.code for currency in CURRENCIES for symbol in currency.symbols}
)
"""Codes by what stands before an amount."""

NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {name.lower(): currency.code for currency in CURRENCIES for name in currency.indonesian},
        "en": {name.lower(): currency.code for currency in CURRENCIES for name in currency.english},
    }
)
"""Codes by what stands behind an amount, in small letters."""

HOUSE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {currency.code: currency.indonesian[0] for currency in CURRENCIES},
        "en": {currency.code: currency.english[0] for currency in CURRENCIES},
    }
)
"""The name that the house writes behind an amount."""

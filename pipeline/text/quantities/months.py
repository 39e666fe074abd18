"""Names of months and weekdays in both languages, whole and short."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": (
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ),
        "en": (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
    }
)

SHORT_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
        "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    }
)
_ALSO: Mapping[str, Mapping[str, int]] = {
    "id": {"pebruari": 2, "agt": 8, "ags": 8, "sept": 9, "nop": 11, "nopember": 11},
    "en": {"sep": 9},
}
"""`Nopember` and `Pebruari` are old spellings still in print."""

MONTH_NUMBERS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        language: {name.lower(): number for number, name in enumerate(names, 1)}
        | {name.lower(): number for number, name in enumerate(SHORT_MONTHS[language], 1)}
        | dict(_ALSO[language])
        for language, names in MONTHS.items()
    }
)
"""Month numbers by name, whole or short, in small letters."""

WEEKDAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    }
)

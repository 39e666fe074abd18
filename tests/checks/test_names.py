from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import names

CASES = [
    ("Menurut Wagimin, harga naik.", "According to Wagimin, prices rose.", []),
    ("Menurut Wagimin, harga naik.", "According to him, prices rose.", []),
    ("Badan Meteorologi di Krimea.", "The Meteorology Agency in Crimea.", []),
    ("Nelayan di Laut Jawa pulang.", "Fishermen in the Java Sea returned.", []),
    ("Warga Toraja menari.", "The young Torajans danced.", []),
    ("Rumah Pak Suwarno roboh.", "The house of Suwarno’s family collapsed.", []),
    ("Banjir di Wonosari", "Flood Hits Wonosari Again", []),
    ("Kereta relasi Wonokromo-Kertosono terlambat.", "The Wonokromo to Kertosono train was late.", []),
    ("Menurut Wagimin, harga naik.", "According to Hartono, prices rose.", ["critical"]),
    ("Menurut Wagimin, harga naik.", "According to Wagamin, prices rose.", ["major"]),
    ("Menurut dia, harga naik.", "According to Hartono, prices rose.", ["major"]),
    ("Paket itu dikirim lewat Balikpapan ke Tarakan.", "The parcel was sent to Tarakan.", ["major"]),
    ("Firma yang berbasis di Shenzhen itu pindah.", "The Shenzhen-based firm moved.", []),
    ("Prabowo temui korban banjir", "Victims meet flood survivors", ["minor"]),
    ("Wagimin pulang. Kurniasih menolak.", "Wagimin went home. She refused.", []),
    ("Gereja itu didirikan Wagimin.", "The church was founded.", ["minor"]),
    ("Juru bicara, Kurniasih, menolak.", "Spokesperson Kurniasi refused.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_name_stays_itself(source: str, target: str, expected: list[str]) -> None:
    assert severities(names, source, target) == expected

from __future__ import annotations

import pytest
from builders import unit
from checks.cases import of_units, severities

from pipeline.checks import credit, relay

CASES = [
    ("credit", "EPA", "EPA", []),
    ("credit", "Foto: Reuters", "Photo: Reuters", []),
    ("credit", "Dok. BNPB", "Dok. BNPB", []),
    ("credit", "(ANTARA FOTO/Galih)", "(ANTARA FOTO/Galih)", []),
    ("credit", "Badan Perlindungan Lingkungan", "EPA", ["critical"]),
    ("credit", "Badan Perlindungan Lingkungan", "Environmental Protection Agency", ["critical"]),
    ("credit", "Foto: Reuters", "Photo: Getty Images", ["critical"]),
    ("credit", "Matahari Terbit", "Matahari Terbit", ["major"]),
    ("paragraph", "Badan Perlindungan Lingkungan AS menolak.", "The U.S. agency refused.", []),
]


@pytest.mark.parametrize(("kind", "source", "target", "expected"), CASES)
def test_a_credit_names_its_agency(kind: str, source: str, target: str, expected: list[str]) -> None:
    assert severities(credit, source, target, kind) == expected


def test_an_article_that_was_translated_before_is_flagged_once_at_its_source_line() -> None:
    units = [
        unit("dorongan Cina", "China's push", "subhead"),
        unit("Badan Perlindungan Lingkungan", "EPA", "credit"),
        unit("Berita NOS", "NOS", "source"),
        unit("China menolak.", "China refused."),
    ]
    assert of_units(relay, units) == [[], [], ["major"], []]


def test_china_in_two_spellings_is_no_sign_by_itself() -> None:
    units = [unit("Cina menolak.", "China refused."), unit("China menolak.", "China refused.")]
    assert of_units(relay, units) == [[], []]


def test_an_indonesian_channel_is_no_foreign_broadcaster() -> None:
    units = [unit("CNN Indonesia", "CNN Indonesia", "source"), unit("Berita satu.", "News one.")]
    assert of_units(relay, units) == [[], []]

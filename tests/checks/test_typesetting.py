from __future__ import annotations

from types import ModuleType

import pytest
from checks.cases import severities

from pipeline.checks import brackets, capitals, leftovers, links, punctuation, spaces

CASES = [
    (leftovers, "Satu <b>dua</b>.", "One <b>two</b>.", []),
    (leftovers, "Satu & dua.", "R&D and AT&T; 5 < 6.", []),
    (leftovers, "Satu.", "One ⟦T0⟧.", ["major"]),
    (leftovers, "Satu.", "One &quot;.", ["major"]),
    (leftovers, "Satu.", "One __T1__.", ["major"]),
    (links, "Lihat www.bmkg.go.id.", "See www.bmkg.go.id.", []),
    (links, "Kirim ke a.b@desk.id", "Send it to a.b@desk.id.", []),
    (links, "Akun @info_bmkg menulis.", "The account @info_bmkg wrote.", []),
    (links, "Tagar #BanjirJakarta ramai.", "The hashtag #JakartaFlood trended.", ["major", "major"]),
    (links, "Lihat bmkg.go.id.", "See the website.", ["major"]),
    (brackets, "Menteri (kiri) hadir.", "The minister (left) came.", []),
    (brackets, "Sari (47) hadir.", "Sari, 47, came.", []),
    (brackets, "1) Beras", "1) Rice", []),
    (brackets, "Menteri (kiri) hadir.", "The minister, left, came.", ["minor"]),
    (brackets, "Menteri (kiri) hadir.", "The minister (left came.", ["major"]),
    (punctuation, "Apakah ia hadir?", "Was he there?", []),
    (punctuation, "“Apakah ia hadir?” tanya dia.", "He asked, “Was he there?”", []),
    (punctuation, "Ia hadir.", "He came to the", ["major"]),
    (punctuation, "Apakah ia hadir?", "He was there.", ["major"]),
    (punctuation, "Ia hadir.", "He came,, again.", ["minor"]),
    (spaces, "Ia hadir.", "He came.", []),
    (spaces, "Ia hadir.", "He  came.", ["minor"]),
    (spaces, "Ia hadir.", "He\u200b came.", ["minor"]),
    (spaces, "Ia hadir.", "He came .", ["minor"]),
    (capitals, "PSSI", "PSSI", []),
    (capitals, "BANJIR DI JAKARTA", "FLOOD IN JAKARTA", []),
    (capitals, "Banjir di Jakarta", "FLOOD IN JAKARTA", ["major"]),
    (capitals, "BANJIR DI JAKARTA", "Flood in Jakarta", ["minor"]),
    (capitals, "Ia hadir.", "he came.", ["minor"]),
]


@pytest.mark.parametrize(("module", "source", "target", "expected"), CASES)
def test_a_page_can_be_set(module: ModuleType, source: str, target: str, expected: list[str]) -> None:
    assert severities(module, source, target) == expected

from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import quantifiers

CASES = [
    ("Semua fraksi setuju.", "All factions agreed.", []),
    ("Seluruh warga hadir.", "The entire village came.", []),
    ("Semua fraksi setuju.", "Some factions agreed.", ["major"]),
    ("Sebagian warga menolak.", "All residents refused.", ["major"]),
    ("Sebagian besar korban anak-anak.", "Most of the victims were children.", []),
    ("Tidak semua fraksi setuju.", "Some factions disagreed.", []),
    ("Beberapa rumah rusak.", "Several homes were damaged.", []),
    ("Hanya satu partai menolak.", "Every party refused.", ["major"]),
    ("Separuh desa gelap.", "All villages were dark.", ["major"]),
    ("Sebagian warga pulang.", "Residents went home.", []),
    ("Tak kurang dari 40 rumah rusak.", "Less than 40 homes were damaged.", ["major"]),
    ("Tak kurang dari 40 rumah rusak.", "No fewer than 40 homes were damaged.", []),
    ("Setidaknya 12 orang tewas.", "A dozen people died, several of them children.", []),
    ("Tidak kurang dari 40 rumah rusak.", "As many as 40 homes were damaged.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_all_do_not_become_some(source: str, target: str, expected: list[str]) -> None:
    assert severities(quantifiers, source, target) == expected

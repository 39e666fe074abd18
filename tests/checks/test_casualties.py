from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import casualties

CASES = [
    ("Dua orang tewas.", "Two people died.", []),
    ("Ledakan menewaskan tiga orang.", "The blast claimed three lives.", []),
    ("Dua orang tewas.", "Two people were injured.", ["critical"]),
    ("Empat orang luka-luka.", "Four people were killed.", ["critical"]),
    ("Seluruh penumpang selamat.", "All passengers died.", ["critical"]),
    ("Dua tewas, lima luka.", "Two died and five were wounded.", []),
    ("Ia kehilangan dompet.", "He lost his wallet.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_the_dead_stay_dead_and_the_injured_injured(source: str, target: str, expected: list[str]) -> None:
    assert severities(casualties, source, target) == expected

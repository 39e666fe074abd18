from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import obligation

CASES = [
    ("Warga diimbau pulang.", "Residents were urged to go home.", []),
    ("Warga diimbau pulang.", "Residents were forced to go home.", ["major"]),
    ("Warga dilarang pulang.", "Residents were allowed to go home.", ["major"]),
    ("Warga dilarang pulang.", "Residents may not go home.", []),
    ("Siswa wajib hadir.", "Pupils have to attend.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_advice_is_no_order(source: str, target: str, expected: list[str]) -> None:
    assert severities(obligation, source, target) == expected

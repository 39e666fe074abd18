from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import damage

CASES = [
    ("Rumah rusak ringan.", "The house was slightly damaged.", []),
    ("Rumah rusak ringan.", "The house was destroyed.", ["major"]),
    ("Rumah itu rusak.", "The house was damaged.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_slight_damage_stays_slight(source: str, target: str, expected: list[str]) -> None:
    assert severities(damage, source, target) == expected

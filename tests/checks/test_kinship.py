from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import kinship

CASES = [
    ("Kakak korban melapor.", "The victim's sister reported it.", []),
    ("Kakak korban melapor.", "The victim's uncle reported it.", ["major"]),
    ("Suaminya tiba.", "Her wife arrived.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_brother_is_no_uncle(source: str, target: str, expected: list[str]) -> None:
    assert severities(kinship, source, target) == expected

from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import ranks

CASES = [
    ("Kolonel itu dipindahkan.", "The colonel was transferred.", []),
    ("Kolonel itu dipindahkan.", "The general was transferred.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_nobody_is_promoted(source: str, target: str, expected: list[str]) -> None:
    assert severities(ranks, source, target) == expected

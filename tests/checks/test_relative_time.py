from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import relative_time

CASES = [
    ("Rapat digelar pekan depan.", "The meeting is next week.", []),
    ("Rapat digelar pekan depan.", "The meeting was held last week.", ["major"]),
    ("Ia tiba kemarin.", "He arrives tomorrow.", ["major"]),
    ("Ia tiba kemarin.", "He arrived on Monday.", []),
    ("Pendaftaran ditutup dua hari lagi.", "Registration closes in two days.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_last_week_is_not_next_week(source: str, target: str, expected: list[str]) -> None:
    assert severities(relative_time, source, target) == expected

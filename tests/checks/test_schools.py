from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import schools

CASES = [
    ("Siswa SD itu menang.", "The elementary school pupil won.", []),
    ("Siswa SD itu menang.", "The university student won.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_school_is_no_university(source: str, target: str, expected: list[str]) -> None:
    assert severities(schools, source, target) == expected

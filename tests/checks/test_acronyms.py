from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import acronyms

CASES = [
    ("PBB mengecam serangan.", "The U.N. condemned the attack.", []),
    ("Warga membayar PBB.", "Residents pay the land and building tax.", []),
    ("Presiden AS tiba.", "The American president arrived.", []),
    ("MA menolak kasasi.", "The Supreme Court rejected the appeal.", []),
    ("PBB mengecam serangan.", "The organization condemned the attack.", ["major"]),
    ("Presiden AS tiba.", "The president as arrived.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_short_form_says_one_of_its_meanings(source: str, target: str, expected: list[str]) -> None:
    assert severities(acronyms, source, target) == expected

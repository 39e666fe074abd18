from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import roles

CASES = [
    ("Truk itu ditabrak kereta.", "The truck was hit by a train.", []),
    ("Truk itu ditabrak kereta.", "A train hit the truck.", []),
    ("Truk itu ditabrak kereta.", "The truck hit a train.", ["critical"]),
    ("Bank itu menggugat perusahaan.", "The bank sued the company.", []),
    ("Bank itu menggugat perusahaan.", "The company was sued by the bank.", []),
    ("Bank itu menggugat perusahaan.", "The company sued the bank.", ["critical"]),
    ("Rusia menuduh Ukraina.", "Ukraine accused Russia.", ["critical"]),
    ("Rusia menuduh Ukraina.", "Russia accused Ukraine.", []),
    ("Toko itu dibuka Mei.", "The shop opens in May.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_who_does_it_to_whom(source: str, target: str, expected: list[str]) -> None:
    assert severities(roles, source, target) == expected

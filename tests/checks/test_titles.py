from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import titles

CASES = [
    ("Wakil Presiden tiba.", "The vice president arrived.", []),
    ("Wakil Presiden tiba.", "The president arrived.", ["major"]),
    ("Mantan menteri itu wafat.", "The ex-minister has died.", []),
    ("Mantan menteri itu wafat.", "The minister has died.", ["major"]),
    ("Menteri itu wafat.", "The former minister has died.", ["major"]),
    ("Wakil rakyat itu tidur.", "The lawmaker slept.", []),
    ("Wamendagri tiba.", "The deputy home minister arrived.", []),
    ("Pesawat tiba di Wamena.", "The plane arrived in Wamena.", []),
    ("Calon bupati itu menang.", "The candidate for regent won.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_deputy_stays_a_deputy(source: str, target: str, expected: list[str]) -> None:
    assert severities(titles, source, target) == expected

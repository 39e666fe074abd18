from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import attribution

CASES = [
    ("“Kami siap,” kata Menteri.", "“We are ready,” the minister said.", []),
    ("“Kami siap,” ujarnya.", "“We are ready,” he said.", []),
    ("“Kami siap.”", "“We are ready.”", []),
    ("Kami siap, kata Menteri.", "We are ready.", []),
    ("“Kami siap,” kata Menteri.", "“We are ready.”", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_it_stays_clear_whose_words_these_are(source: str, target: str, expected: list[str]) -> None:
    assert severities(attribution, source, target) == expected

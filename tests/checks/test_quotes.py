from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import quotes

CASES = [
    ("“Kami siap,” kata dia.", "“We are ready,” he said.", []),
    ("“Kami siap,” kata dia.", '"We are ready," he said.', []),
    ("“Kami siap,” kata dia, “tetapi sabar.”", "“We are ready,” he said, “but patient.”", []),
    ("Ia menyebutnya 'krisis'.", "He called it a “crisis.”", []),
    ("“Ini bukan hanya krisis Eropa.", "“This is not only a crisis of Europe.", []),
    ("Beijing mengawasi.”", "Beijing is watching.”", []),
    ("Ini milik petani.", "It is the farmers' own; don't touch it.", []),
    ("“Kami siap,” kata dia.", "We are ready, he said.", ["critical"]),
    ("Kami siap, kata dia.", "“We are ready,” he said.", ["major"]),
    ("“Siap,” kata dia, “dan sabar.”", "“Ready,” he said and was patient.", ["major"]),
    ("“Kami siap,” kata dia.", "“We are ready, he said.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_quotations_survive(source: str, target: str, expected: list[str]) -> None:
    assert severities(quotes, source, target) == expected

from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import length

SENTENCE = "Gubernur meminta warga mengungsi karena sungai meluap dan jalan ke kota terputus sejak pagi."
CASES = [
    (SENTENCE, "The governor asked residents to evacuate; the river rose and the road was cut off.", []),
    (SENTENCE, "The governor asked residents to leave.", ["major"]),
    ("Usai", "Finished at last", []),
    ("", "", []),
    (SENTENCE, "", []),
    (SENTENCE, f"The governor asked. {SENTENCE} {SENTENCE}", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_translation_is_about_as_long_as_its_source(source: str, target: str, expected: list[str]) -> None:
    assert severities(length, source, target) == expected

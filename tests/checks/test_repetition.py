from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import repetition

CASES = [
    ("Mereka sudah pergi.", "They had already left.", []),
    ("Ia tahu bahwa itu benar.", "He knew that that was true.", []),
    ("Perang, perang, dan perang lagi.", "War, war and war again.", []),
    ("Ia menunggu lama sekali.", "He waited a long, long time.", []),
    ("Mereka pergi.", "They they left.", ["major"]),
    ("Mereka mampu membayar.", "They are able to be able to be able to pay.", ["major"]),
    (
        "Warga pulang.",
        "Residents of the flooded village and residents of the flooded village left.",
        ["major"],
    ),
    ("Jalan, jalan itu.", "The road, the road there.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_stutter_is_flagged(source: str, target: str, expected: list[str]) -> None:
    assert severities(repetition, source, target) == expected


def test_a_word_in_which_the_engine_stuck_is_flagged() -> None:
    assert severities(repetition, "Peluru karet.", "Rubbbbbbbbbbbber bullets.") == ["major"]
    assert severities(repetition, "“Aaaaaaaaah!” serunya.", "“Aaaaaaaaah!” he cried.") == []

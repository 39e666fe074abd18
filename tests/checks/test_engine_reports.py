from __future__ import annotations

import pytest
from builders import unit
from checks.cases import of_units, severities

from pipeline.checks import doubt, empty, fault
from pipeline.model import Hypothesis


def test_a_fault_of_the_engine_is_critical() -> None:
    broken, fine = unit("Satu.", "Satu.", fault="too long"), unit("Satu.", "One.")
    assert of_units(fault, [broken, fine]) == [["critical"], []]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [("Satu.", "One.", []), ("Satu.", "", ["critical"]), ("", "One.", ["critical"]), ("—", "…", [])],
)
def test_a_sentence_without_a_translation_is_critical(source: str, target: str, expected: list[str]) -> None:
    assert severities(empty, source, target) == expected


@pytest.mark.parametrize(
    ("score", "tokens", "expected"),
    [
        (None, (), []),
        (-0.3, (-0.1, -0.5), []),
        (-1.2, (), ["minor"]),
        (-2.5, (), ["major"]),
        (-0.4, (-0.1, -7.5), ["minor"]),
    ],
)
def test_an_unlikely_translation_is_flagged(
    score: float | None, tokens: tuple[float, ...], expected: list[str]
) -> None:
    doubted = unit("Satu.", "One.", machine=Hypothesis("One.", score, tokens))
    assert of_units(doubt, [doubted]) == [expected]

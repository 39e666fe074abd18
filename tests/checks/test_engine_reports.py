from __future__ import annotations

from dataclasses import replace

import pytest
from builders import unit
from checks.cases import of_units, severities

from pipeline.checks import doubt, empty, fault
from pipeline.model import Hypothesis, Signal


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
    ("doubted", "tokens", "expected"),
    [
        (None, (), []),
        (0.5, (-0.1, -0.5), []),
        (3.0, (), ["minor"]),
        (5.0, (), ["major"]),
        (0.5, (-0.1, -7.5), ["minor"]),
    ],
)
def test_an_unlikely_translation_is_flagged(
    doubted: float | None, tokens: tuple[float, ...], expected: list[str]
) -> None:
    signals = (Signal("doubt", doubted),) if doubted is not None else ()
    pair = replace(unit("Satu.", "One.", machine=Hypothesis("One.", -1.2, tokens)), signals=signals)
    assert of_units(doubt, [pair]) == [expected]

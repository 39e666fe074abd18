from __future__ import annotations

import pytest
from checks.measure import Result, measure
from checks.planting import ALL, CRITICAL


@pytest.fixture(scope="module")
def result() -> Result:
    return measure("test", each=12, most=1200)


def test_critical_errors_are_sent_to_review(result: Result) -> None:
    assert result.recall(list(CRITICAL)) >= 0.92


def test_most_errors_of_all_types_are_sent_to_review(result: Result) -> None:
    assert result.recall(list(ALL)) >= 0.88


def test_right_translations_are_left_alone(result: Result) -> None:
    assert result.false_alarms <= 0.08


def test_a_fifth_of_the_reading_finds_most_errors(result: Result) -> None:
    assert result.in_budget >= 0.85

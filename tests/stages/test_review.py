from __future__ import annotations

from dataclasses import replace

import pytest
from builders import unit

from pipeline.model import Flag, Severity, Unit
from pipeline.stages.review import features, needs_review, risk

PAIR = unit("Bandara itu ditutup karena abu.", "The airport was closed because of ash.")


def flagged(*severities: Severity) -> Unit:
    flags = tuple(Flag(f"check{n}", severity, "look") for n, severity in enumerate(severities))
    return replace(PAIR, flags=flags)


@pytest.mark.parametrize(
    ("severities", "review"),
    [
        ((), False),
        ((Severity.MINOR,), False),
        ((Severity.MINOR,) * 3, True),
        ((Severity.MAJOR,), True),
        ((Severity.CRITICAL,), True),
    ],
)
def test_what_a_person_must_read(severities: tuple[Severity, ...], review: bool) -> None:
    assert needs_review(flagged(*severities)) is review


def test_the_worse_the_flags_the_riskier_the_sentence() -> None:
    ranked = [
        flagged(),
        flagged(Severity.MINOR),
        flagged(Severity.MAJOR),
        flagged(Severity.CRITICAL),
        flagged(Severity.CRITICAL, Severity.MAJOR),
    ]
    risks = [risk(one) for one in ranked]
    assert risks == sorted(risks)
    assert all(0 < one < 1 for one in risks)


def test_an_empty_pair_has_features_too() -> None:
    assert features(unit("", ""))["length"] == 0.0
    assert not needs_review(unit("", ""))

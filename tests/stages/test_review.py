from __future__ import annotations

from dataclasses import replace

import pytest
from builders import unit

from pipeline.model import Flag, Severity, Signal, Unit
from pipeline.stages.review import decide, evidence, features

PAIR = unit("Bandara itu ditutup karena abu.", "The airport was closed because of ash.")


def flagged(*severities: Severity) -> Unit:
    flags = tuple(Flag(f"check{n}", severity, "look") for n, severity in enumerate(severities))
    return replace(PAIR, flags=flags)


@pytest.mark.parametrize(
    ("severities", "review"),
    [((), False), ((Severity.MINOR,), False), ((Severity.MAJOR,), True), ((Severity.CRITICAL,), True)],
)
def test_what_a_person_must_read(severities: tuple[Severity, ...], review: bool) -> None:
    (decided,) = decide([flagged(*severities)])
    assert decided.review is review


def test_the_worse_the_flags_the_riskier_the_sentence() -> None:
    ranked = decide(
        [
            flagged(),
            flagged(Severity.MINOR),
            flagged(Severity.MAJOR),
            flagged(Severity.CRITICAL),
            flagged(Severity.CRITICAL, Severity.MAJOR),
        ]
    )
    risks = [one.risk for one in ranked]
    assert risks == sorted(risks)
    assert all(0 < one < 1 for one in risks)


def test_a_budget_gives_the_riskiest_share_rounded_up_and_nothing_else() -> None:
    minor, major = flagged(Severity.MINOR), flagged(Severity.MAJOR)
    units = [flagged(), major, minor, flagged(), flagged(Severity.MAJOR, Severity.MAJOR)]
    assert [one.review for one in decide(units, 20)] == [False, False, False, False, True]
    assert [one.review for one in decide(units, 41)] == [False, True, True, False, True]
    assert decide([], 20) == ()


def test_what_may_not_be_printed_is_read_whatever_the_budget_and_counts_against_it() -> None:
    critical, major = flagged(Severity.CRITICAL), flagged(Severity.MAJOR)
    units = [flagged(), critical, major, critical, critical]
    assert [one.review for one in decide(units, 20)] == [False, True, False, True, True]
    assert [one.review for one in decide(units, 61)] == [False, True, True, True, True]


def test_what_models_find_odd_makes_a_sentence_riskier() -> None:
    usual = tuple(Signal(name, 0.0) for name in ("omitted", "unattended source", "unattended target"))
    odd = tuple(signal._replace(value=5.0) for signal in usual)
    calm, strange = decide([replace(PAIR, signals=usual), replace(PAIR, signals=odd)])
    assert calm.risk < strange.risk


def test_the_directions_disagree_where_one_finds_odd_what_the_other_does_not() -> None:
    signals = (Signal("forward", -1.0), Signal("reverse", 2.0), Signal("doubt", 4.0))
    assert evidence(replace(PAIR, signals=signals)) == {"forward": -1.0, "reverse": 2.0, "disagreement": 3.0}


def test_an_empty_pair_has_features_too() -> None:
    assert features(unit("", ""))["length"] == 0.0
    assert not decide([unit("", "")])[0].review

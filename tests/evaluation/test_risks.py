from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import ID_EN, unit

from pipeline.config import bundled
from pipeline.evaluation.calibration import Example, fit
from pipeline.evaluation.quality import HALVES, Sample, half_of, labelled
from pipeline.evaluation.risks import measure
from pipeline.model import BlockKind, Flag, Severity, Unit
from pipeline.stages.calibration import calibration


def sample(target: str, severity: str = "") -> Sample:
    return Sample(ID_EN, BlockKind.PARAGRAPH, "Satu.", target, "number", severity)


def checked(samples: Sequence[Sample]) -> list[Unit]:
    """The target says the risk."""
    return [
        replace(unit("Satu.", one.target), risk=float(one.target), review=float(one.target) > 0.5)
        for one in samples
    ]


def test_the_labelled_pairs_are_as_many_and_as_various_as_promised() -> None:
    halves = [labelled(bundled("data/quality"), half) for half in HALVES]
    wrong = [one for half in halves for one in half.wrong]
    free = [one for half in halves for one in half.free]
    assert len(wrong) >= 400
    assert len(free) >= 400
    assert len({one.type for one in wrong}) > 25
    assert {str(one.direction) for one in wrong} == {str(one.direction) for one in free} == {"id-en", "en-id"}
    assert all(half_of(one.source) == "test" for one in halves[1].right)


def test_each_wrong_pair_differs_from_its_right_twin_in_one_place() -> None:
    for half in HALVES:
        found = labelled(bundled("data/quality"), half)
        for wrong, twin in zip(found.wrong, found.twins, strict=True):
            assert wrong.source == twin.source
            assert wrong.target != twin.target


def test_recall_and_false_alarms_are_counted_by_what_is_sent_to_review() -> None:
    found = measure(
        {"wrong": [sample("0.9", "major"), sample("0.1", "major")], "free": [sample("0.2"), sample("0.8")]},
        checked,
    )
    assert found.recall == (1, 2)
    assert found.alarms == {"free": (1, 2)}
    assert [one.target for one, _ in found.missed] == ["0.1"]


def test_a_perfect_ranking_finds_every_error_within_a_fifth() -> None:
    right, wrong = [sample(f"0.{n}") for n in range(1, 5)], [sample("0.9", "critical")]
    perfect = measure({"wrong": wrong, "free": right}, checked)
    assert perfect.precision == pytest.approx(1.0)
    assert perfect.in_budget[0.2] == pytest.approx(1.0)
    turned = measure({"wrong": [sample("0.0", "critical")], "free": right}, checked)
    assert turned.in_budget[0.2] == 0.0


def test_the_risk_learns_which_flags_mean_an_error() -> None:
    pytest.importorskip("sklearn", reason="make setup installs scikit-learn")
    plain = unit("Satu dua tiga.", "One two three.")
    telling, idle = (
        replace(plain, flags=(Flag(name, Severity.MAJOR, "look"),)) for name in ("telling", "idle")
    )
    rules = [Example(telling, wrong=True)] * 30 + [Example(idle, wrong=False)] * 30
    rules += [Example(plain, wrong=False)] * 60 + [Example(plain, wrong=True)] * 10
    fitted = fit(rules, [], calibration()).rules
    assert fitted.weights["telling major"] > fitted.weights.get("idle major", 0.0)
    assert 0 < fitted.threshold < 1

"""How well the checks tell wrong translations from right ones: recall, false alarms, ranking, calibration."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipeline.evaluation.quality import Sample
from pipeline.model import Unit

SHARE_WRONG = 0.1
"""A realistic mix: one sentence in ten of a machine's is wrong."""

BUDGETS = (0.1, 0.2, 0.3)
"""Shares of the sentences that a desk has time to read."""

_BINS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0)

CheckSamples = Callable[[Sequence[Sample]], Sequence[Unit]]
"""Checks samples of any direction, in order."""


class Rate(NamedTuple):
    """So many of so many."""

    found: int
    of: int

    @property
    def share(self) -> float:
        """The share, 0 of nothing."""
        return self.found / self.of if self.of else 0.0


class Bin(NamedTuple):
    """Sentences of like risk: the mean risk that was said, and the share that is wrong in a realistic mix."""

    said: float
    wrong: float
    number: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one set of samples."""

    by_type: Mapping[str, Rate]
    by_severity: Mapping[str, Rate]
    recall: Rate
    alarms: Mapping[str, Rate]
    precision: float
    in_budget: Mapping[float, float]
    curve: tuple[tuple[float, float], ...]
    bins: tuple[Bin, ...]
    missed: tuple[tuple[Sample, Unit], ...]
    alarmed: tuple[tuple[Sample, Unit], ...]


def measure(samples: Mapping[str, Sequence[Sample]], check: CheckSamples) -> Measured:
    """Measure the checks on sets of samples by name (`wrong`, `free`, …); right ones count as alarms by set."""
    by_type: defaultdict[str, list[bool]] = defaultdict(list)
    by_severity: defaultdict[str, list[bool]] = defaultdict(list)
    alarms: dict[str, Rate] = {}
    ranked: list[tuple[float, bool]] = []
    missed, alarmed = [], []
    for name, some in samples.items():
        checked = list(zip(some, check(some), strict=True))
        ranked += [(unit.risk, sample.wrong) for sample, unit in checked]
        for sample, unit in checked:
            if sample.wrong:
                by_type[sample.type].append(unit.review)
                by_severity[sample.severity].append(unit.review)
        right = [(sample, unit) for sample, unit in checked if not sample.wrong]
        if right:
            alarms[name] = Rate(sum(unit.review for _, unit in right), len(right))
        missed += [(sample, unit) for sample, unit in checked if sample.wrong and not unit.review]
        alarmed += [(sample, unit) for sample, unit in right if unit.review]
    every = [found for rows in by_type.values() for found in rows]
    curve = _curve(ranked)
    return Measured(
        {name: Rate(sum(found), len(found)) for name, found in by_type.items()},
        {name: Rate(sum(found), len(found)) for name, found in by_severity.items()},
        Rate(sum(every), len(every)),
        alarms,
        _area(curve),
        {budget: _found_within(ranked, budget) for budget in BUDGETS},
        curve,
        _bins(ranked),
        tuple(missed),
        tuple(alarmed),
    )


def _weights(ranked: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return what a wrong and a right sample count for, so that together they make a realistic mix of 1."""
    wrong = sum(bad for _, bad in ranked)
    right = len(ranked) - wrong
    return SHARE_WRONG / max(wrong, 1), (1 - SHARE_WRONG) / max(right, 1)


def _curve(ranked: Sequence[tuple[float, bool]]) -> tuple[tuple[float, float], ...]:
    """Return recall and precision, reading the riskiest first; equal risks are read together."""
    of_wrong, of_right = _weights(ranked)
    points = []
    wrong = right = 0.0
    order = sorted(ranked, reverse=True)
    for place, (risk, bad) in enumerate(order):
        wrong, right = wrong + of_wrong * bad, right + of_right * (not bad)
        if place + 1 == len(order) or order[place + 1][0] != risk:
            points.append((wrong / SHARE_WRONG, wrong / (wrong + right)))
    return tuple(points)


def _area(curve: Sequence[tuple[float, float]]) -> float:
    """Return the area under the precision-recall curve, as average precision."""
    area = before = 0.0
    for recall, precision in curve:
        area += (recall - before) * precision
        before = recall
    return area


def _found_within(ranked: Sequence[tuple[float, bool]], budget: float) -> float:
    """Return which share of the errors stands in the riskiest share of a realistic mix."""
    of_wrong, of_right = _weights(ranked)
    read = found = 0.0
    for _, bad in sorted(ranked, key=lambda one: (-one[0], one[1])):  # of equal risks the right ones first
        read += of_wrong if bad else of_right
        if read > budget:
            break
        found += of_wrong * bad
    return found / SHARE_WRONG


def _bins(ranked: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    of_wrong, of_right = _weights(ranked)
    bins = []
    for low, high in pairwise(_BINS):
        inside = [one for one in ranked if low <= one[0] < high or one[0] == high == 1.0]
        if inside:
            mass = [of_wrong if bad else of_right for _, bad in inside]
            said = sum(weight * risk for weight, (risk, _) in zip(mass, inside, strict=True)) / sum(mass)
            wrong = sum(weight for weight, (_, bad) in zip(mass, inside, strict=True) if bad) / sum(mass)
            bins.append(Bin(said, wrong, len(inside)))
    return tuple(bins)


def gap(bins: Sequence[Bin]) -> float:
    """Return the greatest distance between the risk that was said and the share that was wrong."""
    return max((math.fabs(one.said - one.wrong) for one in bins), default=0.0)

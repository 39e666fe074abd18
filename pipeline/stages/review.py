"""Decide whether a person must look at a sentence before the routine approval, and how urgently.

Severity says what a printed error would cost; the risk says how likely there is one. It comes from a
logistic model of named features, in two steps: what the checks said, and, where models were asked,
what they said on top. The weights stand in `risk.toml`, to be read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.model import Severity, Unit
from pipeline.stages.calibration import Weights, calibration

_MANY = 3
"""More flags of a kind than this make a sentence no riskier."""

_MODELS = frozenset({"doubt", "surprise", "unattended"})
"""Checks that only say in words what the signals say in numbers: counted once, as signals."""


def features(unit: Unit) -> dict[str, float]:
    """Return what the checks said of a unit, as numbers from 0: flags by severity, and by check."""
    flags = [flag for flag in unit.flags if flag.check not in _MODELS]
    found: dict[str, float] = {}
    for severity in Severity:
        found[str(severity)] = float(min(sum(flag.severity is severity for flag in flags), _MANY))
    for flag in flags:
        found[f"{flag.check} {flag.severity}"] = 1.0
    source, target = len(unit.source.strip()), len(unit.target.strip())
    found["length"] = abs(math.log(target / source)) if source and target else 0.0
    return found


def evidence(unit: Unit) -> dict[str, float]:
    """Return what models said of a unit, in standard deviations; empty where none was asked."""
    found = {signal.name: signal.value for signal in unit.signals if signal.name != "doubt"}
    # Dual cross-entropy: what both directions find odd, or one of them finds very odd.
    if "forward" in found and "reverse" in found:
        found["disagreement"] = abs(found["forward"] - found["reverse"])
    return found


def risk(unit: Unit) -> float:
    """Return how likely a checked unit has an error, from 0 to 1: the riskiest are read first."""
    return 1 / (1 + math.exp(-_sum(unit)[0]))


def decide(units: Sequence[Unit], budget: int = 0) -> tuple[Unit, ...]:
    """Return checked units with their risk, and whether a person must look at each.

    What may not be printed always is for review, whatever the budget, and so is what is risky enough;
    with a `budget`, in percent, instead of that the riskiest share of the units, rounded up. Those that
    may not be printed count against it.
    """
    sums = [_sum(unit) for unit in units]
    risks = [1 / (1 + math.exp(-total)) for total, _ in sums]
    unprintable = {place for place, unit in enumerate(units) if _unprintable(unit)}
    if budget:
        order = sorted(range(len(units)), key=lambda place: (place not in unprintable, -risks[place]))
        chosen = set(order[: math.ceil(budget * len(units) / 100)])
    else:
        chosen = {place for place, (_, threshold) in enumerate(sums) if risks[place] >= threshold}
    chosen |= unprintable
    return tuple(
        replace(unit, risk=round(risks[place], 4), review=place in chosen) for place, unit in enumerate(units)
    )


def _unprintable(unit: Unit) -> bool:
    return any(flag.severity is Severity.CRITICAL for flag in unit.flags)


def _sum(unit: Unit) -> tuple[float, float]:
    """Return the log-odds of an error, and the risk from which it is looked at."""
    measured = calibration()
    rules = weighted(measured.rules, features(unit).items())
    said = evidence(unit)
    if not said:
        return rules, measured.rules.threshold
    return weighted(measured.models, [("rules", rules), *said.items()]), measured.models.threshold


def weighted(model: Weights, found: Iterable[tuple[str, float]]) -> float:
    """Return the log-odds that a model gives to features; one that it doesn't know counts nothing."""
    weights: Mapping[str, float] = model.weights
    return model.bias + sum(weights.get(name, 0.0) * value for name, value in found)

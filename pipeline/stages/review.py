"""Decide whether a person must look at a sentence before the routine approval, and how urgently.

Severity says what a printed error would cost; the risk says how likely there is one. It is a logistic
model of a few named features, fitted on right pairs and on pairs with a planted error; its weights
stand in `risk.toml`, to be read.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.model import Severity, Unit

_MANY = 3
"""More flags of a kind than this make a sentence no riskier."""


@dataclass(frozen=True, slots=True)
class _Model:
    bias: float
    threshold: float
    weights: Mapping[str, float]


@cache
def _model() -> _Model:
    values = tomllib.loads(files("pipeline.stages").joinpath("risk.toml").read_text("utf-8"))
    return _Model(values["bias"], values["threshold"], values["weights"])


def features(unit: Unit) -> dict[str, float]:
    """Return what speaks for an error in a checked unit, each as a number from 0."""
    counts = dict.fromkeys(Severity, 0)
    for flag in unit.flags:
        counts[flag.severity] += 1
    found = {str(severity): float(min(count, _MANY)) for severity, count in counts.items()}
    source, target = len(unit.source.strip()), len(unit.target.strip())
    found["length"] = abs(math.log(target / source)) if source and target else 0.0
    return found


def risk(unit: Unit) -> float:
    """Return how likely a checked unit has an error, from 0 to 1: the riskiest are read first."""
    model = _model()
    sum_ = model.bias + sum(model.weights.get(name, 0.0) * value for name, value in features(unit).items())
    return 1 / (1 + math.exp(-sum_))


def needs_review(unit: Unit) -> bool:
    """Tell whether a person must look at a checked unit: what may not be printed always, else by its risk."""
    if any(flag.severity is Severity.CRITICAL for flag in unit.flags):
        return True
    return risk(unit) >= _model().threshold

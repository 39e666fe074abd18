"""What was measured about checks and models, read from `risk.toml`: plain numbers with named features.

`dwibahasa evaluate checks --calibrate` writes the file; nothing in it is set by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.ports import Engine

_FURTHEST = 6.0
"""More standard deviations than this say no more: a name of ten rare pieces is not twice as wrong as one of five."""

_DIGITS = 12
"""So many digits of a model's digest name it in the file, behind its engine: two engines attend in different ways."""

RISK = Path(__file__).with_name("risk.toml")

ANY = "any"
"""The section for a model that was never measured."""


class Usual(NamedTuple):
    """What right translations show: the mean of a raw value, and its standard deviation."""

    mean: float
    spread: float

    def deviation(self, value: float) -> float:
        """Return how many standard deviations `value` lies above the mean, within reason."""
        return max(-_FURTHEST, min(_FURTHEST, (value - self.mean) / self.spread))


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: the risk is that of `bias` and the weighted features; from `threshold` on it is for review."""

    bias: float
    threshold: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything that was measured.

    `rules` weighs what the checks said; `models` weighs the sum that `rules` gives (as `rules`) and
    the signals, where there are any. `usual` holds for each model (its name in the file, and its
    role, forward or reverse) what right translations show.
    """

    rules: Weights
    models: Weights
    usual: Mapping[str, Mapping[str, Mapping[str, Usual]]]


@cache
def calibration() -> Calibration:
    """Read the file that ships, once."""
    return parsed(RISK.read_text("utf-8"))


def parsed(text: str) -> Calibration:
    """Read a calibration from the text of its file."""
    values = tomllib.loads(text)
    return Calibration(
        _weights(values["rules"]),
        _weights(values["models"]),
        {
            model: {
                role: {name: Usual(*pair) for name, pair in signals.items()}
                for role, signals in roles.items()
            }
            for model, roles in values["usual"].items()
        },
    )


def _weights(values: Mapping[str, Any]) -> Weights:
    return Weights(values["bias"], values["threshold"], values["weights"])


def model_name(engine: Engine) -> str:
    """Return how the model of an engine is named in the file."""
    return f"{engine.name}-{engine.digest[:_DIGITS]}"


def is_calibrated(engine: Engine) -> bool:
    """Tell whether this very model was measured."""
    return model_name(engine) in calibration().usual


def usual(engine: Engine, role: str) -> Mapping[str, Usual]:
    """Return what right translations show with a model; for one never measured, what models usually show."""
    measured = calibration().usual
    return measured.get(model_name(engine), measured[ANY])[role]

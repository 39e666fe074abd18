"""Fit the risk model on development pairs, and write it down as numbers that a person can read.

Two logistic models, one on top of the other: the first weighs what the checks said and learns from
thousands of errors planted in the corpus; the second weighs the first's sum and the models' signals,
and learns only from pairs that no model was trained on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.errors import ConfigError
from pipeline.evaluation.risks import SHARE_WRONG
from pipeline.model import Severity, Unit
from pipeline.stages.calibration import RISK, Calibration, Usual, Weights, calibration
from pipeline.stages.review import evidence, features, weighted

CALM = 0.03
"""The share of right translations that may be sent to a person: each threshold is set by it."""

_STRENGTH = 0.3
"""How far weights may follow few examples (the inverse of the L2 penalty)."""

_PARTS = 10
"""Parts for cross-validation: a threshold is set on pairs that the weights have not seen."""

_RARE = 3
"""A check that flagged fewer pairs than this, right or wrong, is weighed by its severity alone."""


_SEVERITIES = frozenset(map(str, Severity))


class Example(NamedTuple):
    """A checked pair, whether it is wrong, and how much it counts."""

    unit: Unit
    wrong: bool
    weight: float = 1.0


def keep_usual(usual: Mapping[str, Mapping[str, Mapping[str, Usual]]]) -> None:
    """Write down what is usual for models, and leave what was measured of others as it is."""
    old = calibration()
    _keep(replace(old, usual={**old.usual, **usual}))


def keep_fitted(rules: Sequence[Example], models: Sequence[Example]) -> None:
    """Fit both models and write them down."""
    _keep(fit(rules, models, calibration()))


def _keep(found: Calibration) -> None:
    RISK.write_text(_written(found), encoding="utf-8")
    calibration.cache_clear()


def fit(rules: Sequence[Example], models: Sequence[Example], old: Calibration) -> Calibration:
    """Fit both models: the first on all examples, the second on those of `models`, which carry signals.

    Without signals the second stays as it was.
    """
    every = [*rules, *models]
    first = _fit([(features(one.unit), one) for one in every], judged=len(rules) if models else 0)
    signalled = [one for one in models if evidence(one.unit)]
    if not signalled:
        return Calibration(first, old.models, old.usual)
    rows = [
        ({"rules": weighted(first, features(one.unit).items())} | evidence(one.unit), one)
        for one in signalled
    ]
    return Calibration(first, _fit(rows), old.usual)


def _fit(rows: Sequence[tuple[Mapping[str, float], Example]], judged: int = 0) -> Weights:
    """Fit one logistic model; the threshold is set on the rows from `judged` on.

    A weight below zero would say that a flag, or a surprise, speaks for a sentence. Only what one check
    adds to its severity may be below: its flags are then wrong more often than others' of that severity.
    Any other such feature is left out, and the rest is fitted again.
    """
    try:
        import numpy as np  # noqa: PLC0415 - scikit-learn is wanted in development alone
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
        from sklearn.model_selection import StratifiedKFold, cross_val_predict  # noqa: PLC0415
        from threadpoolctl import threadpool_limits  # noqa: PLC0415
    except ImportError:
        raise ConfigError("calibrating needs scikit-learn: pip install 'dwibahasa[evaluate]'") from None

    names = _telling(found for found, _ in rows)
    wrong = np.array([one.wrong for _, one in rows])
    weight = np.array([one.weight for _, one in rows])
    mix = np.where(wrong, SHARE_WRONG / weight[wrong].sum(), (1 - SHARE_WRONG) / weight[~wrong].sum())
    counts = weight * mix * len(rows)
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=2000)
    # The tables are small: several threads would wait for each other, and beside an engine's for minutes.
    with threadpool_limits(1):
        while True:
            table = np.array([[found.get(name, 0.0) for name in names] for found, _ in rows])
            model.fit(table, wrong, sample_weight=counts)
            kept = [
                name
                for name, value in zip(names, model.coef_[0], strict=True)
                if value > 0 or (" " in name and name.split()[-1] in _SEVERITIES)
            ]
            if len(kept) == len(names):
                break
            names = kept
        parts = StratifiedKFold(_PARTS, shuffle=True, random_state=1)
        unseen = cross_val_predict(
            model, table, wrong, cv=parts, method="predict_proba", params={"sample_weight": counts}
        )[:, 1]
    right = np.sort(unseen[judged:][~wrong[judged:]])
    threshold = float(right[min(len(right) - 1, math.ceil((1 - CALM) * len(right)))])
    weights = {name: round(float(value), 2) for name, value in zip(names, model.coef_[0], strict=True)}
    return Weights(round(float(model.intercept_[0]), 2), round(threshold, 3), weights)


def _telling(rows: Iterable[Mapping[str, float]]) -> list[str]:
    seen: dict[str, int] = {}
    for found in rows:
        for name in found:
            seen[name] = seen.get(name, 0) + 1
    return [name for name, number in seen.items() if number >= _RARE]


def _written(found: Calibration) -> str:
    """Return the text of `risk.toml`."""
    lines = [
        "# How likely a translation has an error, and what is usual for each model: plain numbers, written by",
        "# `dwibahasa evaluate checks --calibrate` from development pairs; run it again after new model weights.",
        "#",
        "# rules   what the checks said: flags by severity, and what one check's flags add; `length` is",
        "#         |ln(target / source)| in characters",
        "# models  `rules` is the sum of the first, the others are signals in standard deviations",
        "# usual   for each engine and model, in both of its roles: mean and standard deviation of what",
        "#         right translations show; `any` stands for a model that was never measured",
        "#",
        "# The risk is 1 / (1 + exp(-(bias + sum of weight * feature))); from `threshold` on a sentence is for review.",
    ]
    for name, one in (("rules", found.rules), ("models", found.models)):
        lines += [
            "",
            f"[{name}]",
            f"bias = {one.bias}",
            f"threshold = {one.threshold}",
            "",
            f"[{name}.weights]",
        ]
        lines += [f'"{feature}" = {value}' for feature, value in sorted(one.weights.items(), key=_heaviest)]
    for model, roles in sorted(found.usual.items()):
        for role, signals in roles.items():
            lines += ["", f'[usual."{model}".{role}]']
            lines += [f"{name} = [{usual.mean}, {usual.spread}]" for name, usual in signals.items()]
    return "\n".join(lines) + "\n"


def _heaviest(one: tuple[str, float]) -> tuple[float, str]:
    return -one[1], one[0]

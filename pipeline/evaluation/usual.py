"""Measure what right translations show with each model, so that signals of different models compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean, stdev

from pipeline.evaluation.quality import Labelled
from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.stages.calibration import ANY, Usual, model_name
from pipeline.stages.score import raw

Measured = dict[str, dict[str, dict[str, Usual]]]


def measure_usual(labelled: Labelled, engines: Mapping[Direction, Engine]) -> Measured:
    """Measure each model in both of its roles on the right pairs; their average stands for any other model."""
    right = [*labelled.right, *(sample.turned() for sample in labelled.right)]
    found: Measured = {}
    for direction, engine in engines.items():
        pairs = [(one.source, one.target) for one in right if one.direction == direction]
        values = [raw(one) for one in engine.score_batch(pairs) if one is not None]
        usual = {name: _spread([one[name].value for one in values]) for name in values[0]}
        scores = [one.best.score for one in engine.translate([source for source, _ in pairs])]
        doubt = _spread([-score for score in scores if score is not None])
        found[model_name(engine)] = {"forward": usual | {"doubt": doubt}, "reverse": usual}
    found[ANY] = {
        role: _average([models[role] for models in found.values()]) for role in ("forward", "reverse")
    }
    return found


def _spread(values: Sequence[float]) -> Usual:
    return Usual(round(fmean(values), 4), round(stdev(values), 4))


def _average(measured: Sequence[Mapping[str, Usual]]) -> dict[str, Usual]:
    return {
        name: Usual(*(round(fmean(one[name][part] for one in measured), 4) for part in (0, 1)))
        for name in measured[0]
    }

"""Average weights: of checkpoints, in which the noise of the last steps cancels out, and of trainings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch

from pipeline.training.checkpoints import Checkpoints


def average(checkpoints: Checkpoints, last: int) -> dict[str, torch.Tensor]:
    """Return the mean of the weights of the last so many checkpoints, in float32."""
    return mean(checkpoints.weights(step) for step in checkpoints.steps()[-last:])


def mean(several: Iterable[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Return the mean of weights, in float32; one after the other, so that two are held at a time."""
    total: dict[str, torch.Tensor] = {}
    added = 0
    for weights in several:
        added += 1
        for name, one in weights.items():
            total[name] = total[name] + one.float() if name in total else one.float()
    return {name: one / added for name, one in total.items()}

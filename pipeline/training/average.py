"""Average the weights of checkpoints: the noise of the last steps cancels out."""

from __future__ import annotations

import torch

from pipeline.training.checkpoints import Checkpoints


def average(checkpoints: Checkpoints, last: int) -> dict[str, torch.Tensor]:
    """Return the mean of the weights of the last so many checkpoints, in float32."""
    steps = checkpoints.steps()[-last:]
    total: dict[str, torch.Tensor] = {}
    for step in steps:
        for name, weights in checkpoints.weights(step).items():
            share = weights.float() / len(steps)
            total[name] = total[name] + share if name in total else share
    return total

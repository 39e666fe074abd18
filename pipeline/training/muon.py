"""Muon in the precision of the weights.

torch's own makes its directions in bfloat16. A processor that only imitates that type spends most of a step on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch

_RMS = 0.2
"""The root mean square of what AdamW changes at a rate of one, to which `match_rms_adamw` scales a direction."""


class PlainMuon(torch.optim.Muon):
    """`torch.optim.Muon` with Nesterov's momentum and `match_rms_adamw`; their states are the same."""

    def __init__(self, matrices: Iterable[torch.nn.Parameter], **settings: Any) -> None:
        """Take what torch's own takes.

        Raises:
            ValueError: another momentum or another scale of the rate is asked for.
        """
        if not settings.get("nesterov", True) or settings.get("adjust_lr_fn") != "match_rms_adamw":
            raise ValueError("PlainMuon has Nesterov's momentum and adjust_lr_fn='match_rms_adamw' alone")
        super().__init__(matrices, **settings)

    @torch.no_grad()
    def step(self, closure: Any = None) -> Any:
        """Change every matrix by its direction, which keeps of the gradient where it points and not how far."""
        loss = None if closure is None else torch.enable_grad()(closure)()
        for group in self.param_groups:
            for weights in group["params"]:
                if weights.grad is not None:
                    self._change(weights, weights.grad, group)
        return loss

    def _change(self, weights: torch.Tensor, gradient: torch.Tensor, group: dict[str, Any]) -> None:
        state, rate = self.state[weights], group["lr"]
        if "momentum_buffer" not in state:
            state["momentum_buffer"] = torch.zeros_like(gradient)
        kept = state["momentum_buffer"].lerp_(gradient, 1 - group["momentum"])
        direction = _orthogonal(gradient.lerp(kept, group["momentum"]), group)
        weights.mul_(1 - rate * group["weight_decay"])
        weights.add_(direction, alpha=-rate * _RMS * max(weights.shape) ** 0.5)


def _orthogonal(matrix: torch.Tensor, group: dict[str, Any]) -> torch.Tensor:
    """Bring the singular values of a matrix near one, by Newton and Schulz (https://kellerjordan.github.io/posts/muon)."""
    first, second, third = group["ns_coefficients"]
    is_tall = matrix.size(0) > matrix.size(1)
    found = matrix.T if is_tall else matrix
    found = found / found.norm().clamp(min=group["eps"])
    for _ in range(group["ns_steps"]):
        gram = found @ found.T
        found = torch.addmm(found, torch.addmm(gram, gram, gram, beta=second, alpha=third), found, beta=first)
    return found.T if is_tall else found

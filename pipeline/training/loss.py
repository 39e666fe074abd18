"""What the network is told: the reference's pieces, and early on where to look for each."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch.nn import functional

from pipeline.training.prior.lexicon import Lexicon

_IGNORED = -100
_SAME = 0.5
"""How surely a piece that stands on both sides is its own translation: names, and terms written into the source."""

_DIAGONAL = 4.0
_GUIDED = 0.4
"""Share of the training over which the guide fades."""


class Batch(NamedTuple):
    """Piece numbers, (sentences, pieces), filled up with the vocabulary's pad."""

    source: torch.Tensor
    target: torch.Tensor


class Losses(NamedTuple):
    """Cross-entropy a target piece with label smoothing, and the guide's where it guides."""

    cross_entropy: torch.Tensor
    guide: torch.Tensor | None


class Guide:
    """The lexicon as a teacher of attention."""

    def __init__(self, lexicon: Lexicon, end: int, device: torch.device) -> None:
        self._keys = torch.from_numpy(lexicon.keys).to(device)
        self._chance = torch.from_numpy(lexicon.forward).to(device)
        self._size, self._end = lexicon.size, end

    def attention(self, batch: Batch, pad: int) -> torch.Tensor:
        """Return where to look for each target piece, (sentences, target, source), rows summing to one."""
        source, target = batch.source[:, None, :], batch.target[:, :, None]
        wanted = source * self._size + target
        places = torch.searchsorted(self._keys, wanted).clamp(max=len(self._keys) - 1)
        found = torch.where(self._keys[places] == wanted, self._chance[places], 0)
        found = found + 1e-4 + _SAME * (source == target)
        read, written = batch.source != pad, batch.target != pad
        across = torch.arange(batch.source.size(1), device=source.device)[None] / read.sum(1, keepdim=True)
        down = torch.arange(batch.target.size(1), device=source.device)[None] / written.sum(1, keepdim=True)
        found = found * torch.exp(-_DIAGONAL * (across[:, None, :] - down[:, :, None]).abs())
        # The end of one text belongs to the end of the other, and to nothing else.
        ends = target == self._end
        found = torch.where(ends, (source == self._end).float(), found) * read[:, None, :]
        return found / (found.sum(2, keepdim=True) + 1e-12)


def guide_weight(start: float, end: float, done: float) -> float:
    """Return the weight of the guide: from `start` in a line to `end`, and `end` from two fifths on.

    >>> [round(guide_weight(1, 0.05, done), 3) for done in (0, 0.2, 0.4, 1)]
    [1.0, 0.525, 0.05, 0.05]
    """
    return end + (start - end) * max(0.0, 1 - done / _GUIDED)


def losses(model: Any, batch: Batch, pad: int, smoothing: float, guide: Guide | None) -> Losses:
    """Return the losses of a batch; pad is neither predicted nor among what could be."""
    written = batch.target != pad
    start = torch.full_like(batch.target[:, :1], pad)
    out = model.model(
        input_ids=batch.source,
        attention_mask=(batch.source != pad).long(),
        decoder_input_ids=torch.cat([start, batch.target[:, :-1]], 1),
        use_cache=False,
        output_attentions=guide is not None,
    )
    hidden = out.last_hidden_state[written]
    scores = functional.linear(
        hidden, model.lm_head.weight, model.final_logits_bias[0].to(hidden.dtype)
    ).float()
    # Where decoding starts is no piece that could come next: its row stays zero in both engines.
    scores = scores.index_fill(1, torch.tensor([pad], device=scores.device), float("-inf"))
    cross_entropy = _smoothed(scores, batch.target[written], smoothing, pad)
    if guide is None:
        return Losses(cross_entropy, None)
    seen = out.cross_attentions[-1].float().mean(1)
    aim = guide.attention(batch, pad)
    return Losses(cross_entropy, -(aim * torch.log(seen + 1e-6)).sum(2)[written].mean())


def _smoothed(scores: torch.Tensor, wanted: torch.Tensor, smoothing: float, pad: int) -> torch.Tensor:
    """Cross-entropy with label smoothing over all pieces but pad, whose score is minus infinity."""
    chances = functional.log_softmax(scores, dim=1)
    exact = functional.nll_loss(chances, wanted, ignore_index=_IGNORED)
    if not smoothing:
        return exact
    keep = torch.arange(scores.size(1), device=scores.device) != pad
    return (1 - smoothing) * exact - smoothing * chances[:, keep].mean()

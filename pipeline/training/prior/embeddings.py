"""Bilingual latent semantic analysis: where the pieces of two languages lie before training.

Each sentence pair is one document over the joint vocabulary, so `negara` comes to lie beside
`country` and `nation`; with tied embeddings the softmax then starts out as a dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

_RARE = 5
"""Pairs below which a piece has no company to be known by: it starts at a random place."""

_NOISE = 0.3
_DAMPING = 0.25
"""The power of the singular values: with all of it the few commonest topics are everything."""


def embeddings(
    documents: Sequence[tuple[Sequence[int], Sequence[int]]], pieces: int, width: int, seed: int
) -> npt.NDArray[np.float32]:
    """Return a vector of length one for each piece, (pieces, width)."""
    counts = np.asarray([len(source) + len(target) for source, target in documents])
    rows = np.concatenate([np.asarray([*source, *target], dtype=np.int64) for source, target in documents])
    columns = np.repeat(np.arange(len(documents)), counts)
    where, times = np.unique(rows * len(documents) + columns, return_counts=True)
    rows, columns = np.divmod(where, len(documents))
    spread = np.bincount(rows, minlength=pieces)
    weight = np.log(len(documents) / np.maximum(spread, 1)).clip(0.3)
    values = (np.log1p(times) * weight[rows]).astype(np.float32)
    matrix = torch.sparse_coo_tensor(
        torch.from_numpy(np.stack([rows, columns])),
        torch.from_numpy(values),
        (pieces, len(documents)),
        check_invariants=False,
    ).coalesce()
    rank = min(width, pieces, len(documents))
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        left, singular, _ = torch.svd_lowrank(matrix, q=min(rank + 16, pieces, len(documents)), niter=3)
    draw = np.random.default_rng([seed, 2])
    found = np.zeros((pieces, width), dtype=np.float64)
    found[:, :rank] = left[:, :rank].double().numpy() * singular[:rank].double().numpy() ** _DAMPING
    found = _unit(found - found.mean(0))
    found[spread < _RARE] = _unit(draw.normal(size=(int((spread < _RARE).sum()), width)))
    found = _unit(found + _NOISE * draw.normal(size=found.shape) / width**0.5)
    return found.astype(np.float32)


def _unit(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9))

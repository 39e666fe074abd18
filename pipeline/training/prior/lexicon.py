"""Which piece translates which: IBM model 1 over pieces, in both directions, with a liking for the diagonal.

It guides the attention of a network that has learnt nothing yet, and finds the phrases whose target
form is written into the source, so that the model learns to obey a glossary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_ROUNDS = 5
_DIAGONAL = 3.0
_SMOOTHING = 0.3
"""Added to every total: what was seen once is not sure to be the translation."""

_FLOOR = 1e-3
"""Links less likely than this both ways are forgotten; most are."""

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Pairs of pieces that translate each other: `keys` are source x size + target, sorted.

    `forward` is the probability of the target piece given the source piece, `backward` the other.
    """

    size: int
    keys: npt.NDArray[np.int64]
    forward: Floats
    backward: Floats

    def save(self, path: Path) -> None:
        """Store the lexicon in a file."""
        np.savez(path, size=self.size, keys=self.keys, forward=self.forward, backward=self.backward)

    @staticmethod
    def load(path: Path) -> Lexicon:
        """Read a stored lexicon."""
        with np.load(path) as file:
            return Lexicon(int(file["size"]), file["keys"], file["forward"], file["backward"])

    def links(self, source: npt.NDArray[np.int64], target: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Return both probabilities for source and target pieces, in their common shape; 0 where unknown."""
        wanted = source * self.size + target
        places = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        known = self.keys[places] == wanted
        return np.where(known, self.forward[places], 0), np.where(known, self.backward[places], 0)


def diagonal(source: int, target: int) -> Floats:
    """Return how likely places are to be linked, (source, target): translations run in parallel."""
    apart = (np.arange(source)[:, None] / source) - (np.arange(target)[None] / target)
    return np.exp(-_DIAGONAL * np.abs(apart)).astype(np.float32)


def lexicon(pairs: Sequence[tuple[Sequence[int], Sequence[int]]], size: int) -> Lexicon:
    """Learn a lexicon from pairs of piece numbers below `size`; long sentences teach little and cost much."""
    usable = [
        (np.asarray(source, dtype=np.int64), np.asarray(target, dtype=np.int64))
        for source, target in pairs
        if 0 < len(source) <= _LONGEST and 0 < len(target) <= _LONGEST
    ]
    if not usable:
        return Lexicon(size, np.zeros(1, np.int64), np.zeros(1, np.float32), np.zeros(1, np.float32))
    keys, links = np.unique(
        np.concatenate([(source[:, None] * size + target).ravel() for source, target in usable]),
        return_inverse=True,
    )
    likely = np.concatenate([diagonal(len(source), len(target)).ravel() for source, target in usable])
    by_target, by_source = _places(usable)
    forward = _learn(links.astype(np.int32), likely, by_target, keys // size)
    backward = _learn(links.astype(np.int32), likely, by_source, keys % size)
    kept = np.maximum(forward, backward) > _FLOOR
    return Lexicon(size, keys[kept], forward[kept], backward[kept])


def _places(
    usable: Sequence[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]],
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Number the target places and the source places of all links, over all sentences."""
    by_target, by_source, targets, sources = [], [], 0, 0
    for source, target in usable:
        by_target.append(np.tile(np.arange(len(target), dtype=np.int32), len(source)) + targets)
        by_source.append(np.repeat(np.arange(len(source), dtype=np.int32), len(target)) + sources)
        targets, sources = targets + len(target), sources + len(source)
    return np.concatenate(by_target), np.concatenate(by_source)


def _learn(
    links: npt.NDArray[np.signedinteger],
    likely: Floats,
    places: npt.NDArray[np.int32],
    given: npt.NDArray[np.int64],
) -> Floats:
    """Return the probability of each key, given the piece on its one side, by expectation maximisation."""
    chance = np.ones(len(given), dtype=np.float32)
    for _ in range(_ROUNDS):
        share = chance[links] * likely
        share /= np.bincount(places, share)[places]
        counts = np.bincount(links, share, minlength=len(given))
        totals = np.bincount(given, counts)
        chance = (counts / (totals[given] + _SMOOTHING)).astype(np.float32)
    return chance

"""In which order pairs are learnt: by weight, shuffled, and of like length together, for padding is work."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.training.examples import Item
from pipeline.training.recipe import Batches

_BUCKET = 20_000
"""Pairs that are sorted by length at a time: enough for full batches, few enough to stay mixed."""

_STEP = 8
_UNLIKE = 2.5
_SHORT = 10


def usable(lengths: npt.NDArray[np.uint16], batches: Batches) -> npt.NDArray[np.int64]:
    """Return the numbers of the pairs whose pieces are neither too many nor too unlike in number."""
    both = np.asarray(lengths, dtype=np.int64)
    longer, shorter = both.max(1), both.min(1)
    fits = (shorter > 0) & (longer <= batches.max_pieces)
    return np.flatnonzero(fits & ((longer < _SHORT) | (longer < _UNLIKE * shorter)))


def plan(
    numbers: npt.NDArray[np.int64],
    weights: npt.NDArray[np.float64],
    lengths: npt.NDArray[np.uint16],
    batches: Batches,
    seed: tuple[int, int],
) -> list[list[Item]]:
    """Return the batches of an epoch; `seed` is the recipe's and the epoch's number.

    A pair of weight 2.5 comes twice or three times, by chance.
    """
    draw = np.random.default_rng([*seed, 3])
    weight = weights[numbers]
    times = np.floor(weight + draw.random(len(weight))).astype(np.int64)
    order = draw.permutation(np.repeat(numbers, times))
    items = _items(order, lengths, batches, draw)
    made: list[list[Item]] = []
    for start in range(0, len(items), _BUCKET):
        bucket = items[start : start + _BUCKET]
        sizes = np.asarray([[int(lengths[list(item), side].sum()) for side in (0, 1)] for item in bucket])
        blurred = sizes[:, 0] + 2 * draw.random(len(bucket))
        found = _cut(
            [(bucket[place], int(sizes[place].max())) for place in np.argsort(blurred)], batches.tokens
        )
        made += [found[place] for place in draw.permutation(len(found))]
    return made


def _items(
    order: npt.NDArray[np.int64], lengths: npt.NDArray[np.uint16], batches: Batches, draw: np.random.Generator
) -> list[Item]:
    """Join some pairs with the one that comes next, where the two are short enough to be one segment."""
    longest = np.asarray(lengths, dtype=np.int64).max(1) if batches.joined else np.zeros(0, np.int64)
    wish = draw.random(len(order)) < batches.joined
    items: list[Item] = []
    place = 0
    while place < len(order):
        first = int(order[place])
        second = int(order[place + 1]) if place + 1 < len(order) else None
        if wish[place] and second is not None and longest[first] + longest[second] <= batches.max_pieces:
            items.append((first, second))
            place += 2
        else:
            items.append((first,))
            place += 1
    return items


def _cut(sized: list[tuple[Item, int]], tokens: int) -> list[list[Item]]:
    """Cut a sorted bucket into batches; their sizes are multiples of eight where they are many."""
    found: list[list[Item]] = []
    waiting: list[tuple[Item, int]] = []
    widest = 0
    for item, size in sized:
        widest = max(widest, size)
        if waiting and _padded(widest) * (len(waiting) + 1) > tokens:
            count = len(waiting) // _STEP * _STEP or len(waiting)
            found.append([one for one, _ in waiting[:count]])
            waiting = waiting[count:]
            widest = max([size, *(one for _, one in waiting)])
        waiting.append((item, size))
    if waiting:
        found.append([one for one, _ in waiting])
    return found


def _padded(size: int) -> int:
    return -(-(size + 1) // _STEP) * _STEP

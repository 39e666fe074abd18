"""Which texts go through a search together, so that no thread waits for the others at the end.

An article of sixteen sentences has 440 tokens. In batches of half of that there are three, for a batch is as long as
its longest sentence, and one of two threads does nothing while the third is done.
"""

from __future__ import annotations

from collections.abc import Sequence

_LEAST = 128
"""Tokens of a batch below which parting it gains nothing."""
_MANY = 8
"""Batches a worker from which it doesn't count how the last ones fall."""


def batches(lengths: Sequence[int], limit: int, most: int, workers: int) -> list[list[int]]:
    """Return the numbers of the texts of each batch, the longest texts first.

    A batch has at most `most` texts and `limit` tokens, padding counted, or is one text. Where there are few batches,
    they are made smaller, as far as that needs no further round of them.

    >>> batches([10, 50, 48, 9], 100, most=32, workers=2)
    [[1, 2], [0, 3]]
    """
    longest_first = sorted(range(len(lengths)), key=lambda number: -lengths[number])
    longest = [lengths[number] for number in longest_first]
    sizes = _sizes(longest, limit, most)
    if len(sizes) <= _MANY * workers:
        wanted = -(-len(sizes) // workers) * workers
        low, high = min(max(longest[0], _LEAST), limit) if longest else limit, limit
        while low < high:
            middle = (low + high) // 2
            if len(_sizes(longest, middle, most)) <= wanted:
                high = middle
            else:
                low = middle + 1
        sizes = _sizes(longest, low, most)
    rest = iter(longest_first)
    return [[next(rest) for _ in range(size)] for size in sizes]


def _sizes(longest: Sequence[int], limit: int, most: int) -> list[int]:
    """Count the texts of each batch that lengths in falling order fill."""
    sizes: list[int] = []
    at = 0
    while at < len(longest):
        sizes.append(min(max(limit // longest[at], 1), most, len(longest) - at))
        at += sizes[-1]
    return sizes

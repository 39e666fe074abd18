"""How many tokens a batch may have, so that no thread waits for the others at the end.

An article of sixteen sentences has 440 tokens. In batches of half of that there are three, for a batch is as long as
its longest sentence, and one of two threads does nothing while the third is done.
"""

from __future__ import annotations

from collections.abc import Sequence

_LEAST = 128
"""Tokens of a batch below which parting it gains nothing."""
_MANY = 8
"""Batches a worker from which it doesn't count how the last ones fall."""


def batch_size(lengths: Sequence[int], limit: int, workers: int) -> int:
    """Return how many tokens, padding counted, a batch of texts of these lengths may have: at most `limit`.

    It is the least that doesn't need a further round of batches.

    >>> batch_size([50] * 10, 512, workers=2)
    250
    """
    longest = sorted(lengths, reverse=True)
    needed = _batches(longest, limit)
    if needed > _MANY * workers:
        return limit
    wanted = -(-needed // workers) * workers
    low, high = min(max(longest[0], _LEAST), limit), limit
    while low < high:
        middle = (low + high) // 2
        if _batches(longest, middle) <= wanted:
            high = middle
        else:
            low = middle + 1
    return low


def _batches(lengths: Sequence[int], size: int) -> int:
    """Count the batches that CTranslate2 makes: from the longest text to the shortest, each as long as its first."""
    batches, at = 0, 0
    while at < len(lengths):
        at += max(size // lengths[at], 1)
        batches += 1
    return batches

"""Counts in steps: whether a line has five words or six says nothing, two or twenty does."""

from __future__ import annotations

from collections.abc import Sequence


def step(count: int, steps: Sequence[int]) -> str:
    """Return the first step that a count doesn't pass, as the tables of weights name it.

    >>> step(4, (1, 3, 8)), step(9, (1, 3, 8))
    ('8', 'more')
    """
    return next((str(most) for most in steps if count <= most), "more")

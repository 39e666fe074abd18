"""Which openings of a translation are worth going on from, and how widely: the same for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_Opening = TypeVar("_Opening")

WIDTH = 2
"""Width of the search behind an opening: what is left to find is short, and a wider one gains nothing."""
_CLOSE = 1.5
"""How far, in natural-log probability of the whole opening, one may stand behind the likeliest."""


def likeliest(scored: Sequence[tuple[float, _Opening]], most: int) -> list[tuple[float, _Opening]]:
    """Return of the openings of one text, with their scores, those about as likely as the best: `most` at most.

    Going on from an opening costs some four times as much as scoring it, and nine times in ten the likeliest
    opening becomes the likeliest sentence.

    >>> likeliest([(-9.0, "Minister"), (-2.5, "The minister"), (-2.0, "A minister")], 2)
    [(-2.0, 'A minister'), (-2.5, 'The minister')]
    """
    ranked = sorted(scored, key=lambda one: -one[0])
    return [one for one in ranked[:most] if one[0] > ranked[0][0] - _CLOSE]

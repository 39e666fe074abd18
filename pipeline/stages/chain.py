"""How likely each kind is for each line of a page, given what speaks for it and what mostly follows on what.

A linear-chain conditional random field, read by the forward-backward recursions (Lafferty, McCallum and Pereira 2001;
scaled as in Rabiner 1989). Below `Terpopuler` stand headlines, and they go on until something says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf
from operator import mul


def shares(scores: Sequence[Sequence[float]], follows: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return for each line how likely each kind is; what a line can't be has the score -inf.

    `scores` are natural logarithms, (lines, kinds); `follows` too, (kind above, kind below). Of each line at least one
    score is finite; all of `follows` are, and of a few units.
    """
    if not scores:
        return []
    steps = [[exp(weight) for weight in row] for row in follows]
    into = list(zip(*steps, strict=True))
    own = [_weighed(row) for row in scores]
    above = [_scaled(own[0])]
    for row in own[1:]:
        above.append(_scaled([_dot(above[-1], way) * one for way, one in zip(into, row, strict=True)]))
    below = [1.0] * len(follows)
    found = []
    for row, before in zip(reversed(own), reversed(above), strict=True):
        found.append(_scaled(list(map(mul, before, below))))
        ahead = list(map(mul, row, below))
        below = _scaled([_dot(ahead, way) for way in steps])
    found.reverse()
    return found


def _weighed(row: Sequence[float]) -> list[float]:
    most = max(row)
    return [exp(score - most) if score > -inf else 0.0 for score in row]


def _scaled(row: list[float]) -> list[float]:
    total = sum(row)
    return [one / total for one in row]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(map(mul, one, other), 0.0)

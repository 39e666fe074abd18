"""How likely each kind is for each line, by what speaks for it and by what follows on what."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp, inf

import pytest

from pipeline.stages.chain import shares

FOLLOWS = ((0.3, -1.0, 0.2), (-0.4, 0.9, 0.0), (1.1, -0.2, 0.5))
SCORES = ((0.1, 2.0, -1.0), (0.0, 0.5, 0.7), (-2.0, 1.0, 0.3), (0.4, 0.4, -0.9))


def by_hand(scores: tuple[tuple[float, ...], ...]) -> list[list[float]]:
    """Add up all ways through the lines, one by one."""
    found = [[0.0] * len(FOLLOWS) for _ in scores]
    for way in product(range(len(FOLLOWS)), repeat=len(scores)):
        weight = sum(row[kind] for row, kind in zip(scores, way, strict=True))
        weight += sum(FOLLOWS[above][below] for above, below in pairwise(way))
        for line, kind in enumerate(way):
            found[line][kind] += exp(weight)
    return [[one / sum(row) for one in row] for row in found]


@pytest.mark.parametrize("scores", [SCORES, SCORES[:1], (SCORES[0], (-inf, 0.0, -inf), SCORES[2])])
def test_shares_are_those_of_all_ways_through_the_lines(scores: tuple[tuple[float, ...], ...]) -> None:
    for found, wanted in zip(shares(scores, FOLLOWS), by_hand(scores), strict=True):
        assert found == pytest.approx(wanted)


def test_a_page_without_lines_has_none() -> None:
    assert shares([], FOLLOWS) == []


def test_strong_evidence_on_a_long_page_neither_overflows_nor_vanishes() -> None:
    found = shares([(400.0, -400.0, 0.0), (-800.0, 0.0, 10.0)] * 3000, FOLLOWS)
    assert [row.index(max(row)) for row in found] == [0, 2] * 3000
    assert all(row[0] > 0.99 for row in found[::2])

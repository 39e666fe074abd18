"""Pair the figures of a sentence with those of its translation, by value.

Every check on figures asks the same: which value of the source has no partner, and which one of the
translation. It is worked out once a sentence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Direction, Quantity
from pipeline.text.quantities import parse, same_value


class Pairing(NamedTuple):
    """Quantities that met their like, those that only the source has, and those only the target has."""

    met: tuple[tuple[Quantity, Quantity], ...]
    lost: tuple[Quantity, ...]
    added: tuple[Quantity, ...]


@lru_cache(maxsize=4096)
def pair(source: str, target: str, direction: Direction) -> Pairing:
    """Pair the quantities of the two texts, each with one at most, in the order of the source."""
    waiting = list(parse(target, direction.target))
    met: list[tuple[Quantity, Quantity]] = []
    lost: list[Quantity] = []
    for quantity in parse(source, direction.source):
        partner = next((other for other in waiting if same_value(quantity, other)), None)
        if partner is None:
            lost.append(quantity)
        else:
            waiting.remove(partner)
            met.append((quantity, partner))
    return Pairing(tuple(met), _telling(lost, waiting), _telling(waiting, lost))


def _telling(ours: list[Quantity], theirs: list[Quantity]) -> tuple[Quantity, ...]:
    """Leave out values in words that are merely missing: `kedua pihak` is rightly `both sides`.

    `tiga orang` beside `four people` stays: there the other side has a value of its kind in its place.
    """
    kinds = {quantity.kind for quantity in theirs}
    return tuple(quantity for quantity in ours if not quantity.spelled or quantity.kind in kinds)

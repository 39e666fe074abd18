"""Pair the figures of a sentence with those of its translation, by value.

Every check on figures asks the same: which value of the source has no partner, and which one of the
translation. It is worked out once a sentence.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Direction, Quantity, QuantityKind
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
        partner = next((other for other in waiting if _same(quantity, other)), None)
        if partner is None:
            lost.append(quantity)
        else:
            waiting.remove(partner)
            met.append((quantity, partner))
    lost = [quantity for quantity in lost if not _written(quantity, source, target)]
    added = [quantity for quantity in waiting if not _written(quantity, target, source)]
    return Pairing(tuple(met), _telling(lost, added), _telling(added, lost))


def _same(one: Quantity, other: Quantity) -> bool:
    """Compare by value; `sepertiga` is a number and `a third` reads as an ordinal."""
    if same_value(one, other):
        return True
    part, ordinal = (other, one) if one.kind is QuantityKind.ORDINAL else (one, other)
    if ordinal.kind is not QuantityKind.ORDINAL or not isinstance(part.value, Decimal):
        return False
    return (
        isinstance(ordinal.value, Decimal) and 0 < part.value < 1 and round(1 / part.value) == ordinal.value
    )


_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
_TIMES = {
    2: "doubl|twice|twin|both|pair|bilateral|second|half",
    3: "tripl|threefold|trio|three-|trilateral|third",
    4: "quadrupl|quarter|catur|fourfold",
    5: "quintupl",
    7: "week",
    8: "windu",
    10: "decade|tenfold|puluh|dasawarsa",
}
"""Words that say a number without naming it: `tiga kali lipat`, `tripled`."""


def _written(quantity: Quantity, text: str, other: str) -> bool:
    """Tell whether a bare number stands in `other` in letters or digits: `urut 2` in `No. 2`, `kelas X`."""
    said, value = quantity.span.of(text), quantity.value
    if quantity.kind not in (QuantityKind.NUMBER, QuantityKind.ORDINAL) or not isinstance(value, Decimal):
        return False
    if 0 < value < len(_ROMAN) and value == int(value) and re.search(rf"\b{_ROMAN[int(value)]}\b", other):
        return True
    if said[:1].isupper() and said in other:
        return True  # `Institut Teknologi Sepuluh Nopember`
    if re.search(r"\bkaki\s*$", text[: quantity.span.start]):
        return True  # `pedagang kaki lima` sell in the street
    if quantity.spelled:
        return value in _TIMES and bool(re.search(_TIMES[int(value)], other, re.IGNORECASE))
    # `1.500` left as it was is one and a half in English: only digits alone say the same in both.
    return said.isdigit() and bool(re.search(rf"(?<![\d.,]){said}(?!\d|[.,]\d)", other))


_FEW = 2
"""Values in words up to here are often said without a number: `kedua pihak` is `both sides`."""

_SAYINGS = frozenset({Decimal(1000)})
"""`Seribu kelenteng` is many."""


def _telling(ours: list[Quantity], theirs: list[Quantity]) -> tuple[Quantity, ...]:
    """Leave out values in words that may rightly go unsaid.

    `dua orang` beside `four people` stays: there the other side has a value of its kind in its place.
    """
    kinds = {_family(quantity) for quantity in theirs}
    return tuple(
        quantity
        for quantity in ours
        if not quantity.spelled
        or _family(quantity) in kinds
        or (
            isinstance(quantity.value, Decimal)
            and not quantity.approximate
            and quantity.value > _FEW
            and quantity.value not in _SAYINGS
        )
    )


def _family(quantity: Quantity) -> QuantityKind:
    """Return the kind, one for `lantai dua` and `second floor`."""
    return QuantityKind.NUMBER if quantity.kind is QuantityKind.ORDINAL else quantity.kind

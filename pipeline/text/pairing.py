"""Pair the figures of a sentence with those of its translation, by value.

Every check on figures asks the same: which value of the source has no partner, and which one of the
translation. It is worked out once a sentence.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from pipeline.model import Direction, Quantity, QuantityKind
from pipeline.text.equivalents import currency_said, equivalent, fall_said, said_in_words
from pipeline.text.quantities import parse, same_value
from pipeline.text.quantities.agreement import MANY, Waiting


class Pairing(NamedTuple):
    """Quantities that met their like, those that only the source has, and those only the target has."""

    met: tuple[tuple[Quantity, Quantity], ...]
    lost: tuple[Quantity, ...]
    added: tuple[Quantity, ...]


_NOTHING = Pairing((), (), ())


@lru_cache(maxsize=4096)
def pair(source: str, target: str, direction: Direction) -> Pairing:
    """Pair the quantities of the two texts, each with one at most, in the order of the source."""
    here, there = parse(source, direction.source), parse(target, direction.target)
    if not here and not there:
        return _NOTHING
    theirs = Waiting(there)
    met: list[tuple[Quantity, Quantity]] = []
    ours: list[Quantity] = []
    for quantity in here:
        partner = theirs.take(quantity, _same)
        if partner is None:
            ours.append(quantity)
        else:
            met.append((quantity, partner))
    waiting = list(theirs.rest)
    if len(ours) + len(waiting) > MANY:
        return Pairing(tuple(met), _telling(ours, waiting), _telling(waiting, ours))
    loosely = (
        equivalent,
        partial(_margin, source),
        partial(_currency_elsewhere, source, target),
        partial(_fall_said, source, target),
    )
    for same in loosely:
        for quantity in list(ours):
            partner = next((other for other in waiting if same(quantity, other)), None)
            if partner is not None:
                ours.remove(quantity)
                waiting.remove(partner)
                met.append((quantity, partner))
    met.sort(key=lambda pair_: pair_[0].span)
    lost = [one for one in ours if not _written(one, source, target, direction.target)]
    added = [one for one in waiting if not _written(one, target, source, direction.source)]
    return Pairing(tuple(met), _telling(lost, added), _telling(added, lost))


_MARGIN = re.compile(r"\b(?:margin|galat|toleransi)", re.IGNORECASE)


def _margin(source: str, one: Quantity, other: Quantity) -> bool:
    """Tell whether both give a poll's margin of error, which English gives in percentage points."""
    return {one.unit, other.unit} == {"%", "pp"} and one.value == other.value and bool(_MARGIN.search(source))


def _currency_elsewhere(source: str, target: str, one: Quantity, other: Quantity) -> bool:
    return currency_said(one, other, target) or currency_said(other, one, source)


def _fall_said(source: str, target: str, one: Quantity, other: Quantity) -> bool:
    return fall_said(one, other, source, target)


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


def _written(quantity: Quantity, text: str, other: str, language: str) -> bool:
    """Tell whether a quantity stands in `other` in letters, digits or words: `urut 2` in `No. 2`, `kelas X`."""
    if said_in_words(quantity, text, other, language):
        return True
    said, value = quantity.span.of(text), quantity.value
    if quantity.kind not in (QuantityKind.NUMBER, QuantityKind.ORDINAL) or not isinstance(value, Decimal):
        return False
    if 0 < value < len(_ROMAN) and value == int(value) and re.search(rf"\b{_ROMAN[int(value)]}\b", other):
        return True
    if said[:1].isupper() and said in other:
        return True  # `Institut Teknologi Sepuluh Nopember`
    if quantity.spelled:
        return value in _TIMES and bool(re.search(_TIMES[int(value)], other, re.IGNORECASE))
    # `1.500` left as it was is one and a half in English: only digits alone say the same in both.
    return said.isdigit() and bool(re.search(rf"(?<![\d.,]){said}(?!\d|[.,]\d)", other))


_FEW = 2
"""Values in words up to here are often said without a number: `kedua pihak` is `both sides`."""

_NEVER_UNSAID = frozenset({QuantityKind.PERCENT, QuantityKind.MEASURE})
"""`Half a percentage point` and `a fortnight` are not said without what they measure."""

_LITTLE = frozenset({Decimal(0), Decimal(1)})
"""`satu kilogram` is `a kilogram`, and the price of one stands behind a stroke."""

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
        or (quantity.kind in _NEVER_UNSAID and not quantity.approximate and quantity.value not in _LITTLE)
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

"""When two quantities say the same, whatever language and form they are in."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from datetime import time
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from pipeline.model import PartialDate, Quantity, QuantityKind
from pipeline.text.quantities.clock import ZONES
from pipeline.text.quantities.measures import DURATIONS


class Alignment(NamedTuple):
    """Quantities that met their like, those that only the first text has, and those only the second has."""

    met: tuple[tuple[Quantity, Quantity], ...]
    lost: tuple[Quantity, ...]
    added: tuple[Quantity, ...]


class Waiting:
    """Quantities of one text that wait for their like, found by what a like has to share with them."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._quantities = quantities
        self._gone: set[int] = set()
        self._places: defaultdict[object, deque[int]] = defaultdict(deque)
        for place, quantity in enumerate(quantities):
            for key in _shared(quantity):
                self._places[key].append(place)

    def take(self, quantity: Quantity, same: Callable[[Quantity, Quantity], bool]) -> Quantity | None:
        """Return the first that is the `same` and take it out; None where there is none."""
        firsts = [self._first(self._places.get(key), quantity, same) for key in _shared(quantity)]
        place = min([first for first in firsts if first is not None], default=None)
        if place is None:
            return None
        self._gone.add(place)
        return self._quantities[place]

    def _first(
        self, places: deque[int] | None, quantity: Quantity, same: Callable[[Quantity, Quantity], bool]
    ) -> int | None:
        while places and places[0] in self._gone:
            places.popleft()
        for place in islice(places or (), _MOST_TRIED):
            if place not in self._gone and same(quantity, self._quantities[place]):
                return place
        return None

    @property
    def rest(self) -> tuple[Quantity, ...]:
        """Those that nobody took."""
        return tuple(one for place, one in enumerate(self._quantities) if place not in self._gone)


MANY = 400
"""More figures astray than a sentence has: a table, or hostile. They are flagged, and not looked for one by one."""

_MOST_TRIED = 64
"""So many of one value are tried: no sentence has more, and a table of figures takes no hour."""


def _shared(quantity: Quantity) -> tuple[object, ...]:
    """Return what a quantity shares, some of it, with every other that may be the same."""
    value = quantity.value
    if isinstance(value, PartialDate):
        if value.day is None:
            return (Decimal(value.year),) if value.month is None and value.year else ((value.month, None),)
        return (("day", value.day), *(((value.month, value.day),) if value.month else ()))
    if isinstance(value, time):
        return (("minute", value.minute),)
    keys: list[object] = [value]
    if quantity.unit == "decade":
        keys.append(("decade", value % 100))
    if quantity.approximate:
        keys.append(("about", value.adjusted()))
    if 0 < value < 1:
        keys.append(("part", round(1 / value)))
    elif quantity.kind is QuantityKind.ORDINAL:
        keys.append(("part", value))
    return tuple(keys)


def align(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Alignment:
    """Pair quantities by value, each with one at most, those of one kind first, else in the order of the texts."""
    met: dict[int, Quantity] = {}
    waiting = Waiting(theirs)
    for same in (_same_kind, same_value):
        for place, quantity in enumerate(ours):
            if place not in met and (other := waiting.take(quantity, same)):
                met[place] = other
    return Alignment(
        tuple((ours[place], met[place]) for place in sorted(met)),
        tuple(quantity for place, quantity in enumerate(ours) if place not in met),
        waiting.rest,
    )


def _same_kind(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and same_value(one, other)


_PLAIN = (QuantityKind.NUMBER, QuantityKind.SCORE, QuantityKind.ORDINAL)


def same_value(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities, of whichever languages, say the same.

    A missing year or zone agrees with any; `belasan` agrees with `a dozen`; `menit ke-32` is
    `the 32nd minute`, and `usia 47 tahun` is `aged 47`. An amount of money has to keep its
    currency and a percentage its sign: `5 persen` is not `5`, nor 5 percentage points.
    """
    if isinstance(one.value, PartialDate) or isinstance(other.value, PartialDate):
        return _same_date(one, other)
    if isinstance(one.value, time) or isinstance(other.value, time):
        return _same_time(one, other)
    if not _same_number(one, other):
        return False
    if one.kind in _PLAIN and other.kind in _PLAIN:
        return True
    if one.kind is other.kind:
        return one.unit == other.unit
    # Nor may a measure: of 930 in sentences that people translated all had their unit there too.
    unit, kinds = one.unit or other.unit, {one.kind, other.kind}
    return unit in _UNSAID and kinds <= {QuantityKind.MEASURE, QuantityKind.NUMBER, QuantityKind.SCORE}


_UNSAID = DURATIONS | {"magnitude", "celsius", "fahrenheit", "degree"}
"""`Usia 47 tahun` is `aged 47`, `berkekuatan 5,6` of magnitude 5.6, and it hit 45C; but the 17th is no 17 years."""


def _same_number(one: Quantity, other: Quantity) -> bool:
    if one.value == other.value:
        return True
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    if one.unit == other.unit == "decade":
        # `tahun 90-an` is the 1990s
        return min(one.value, other.value) < 100 and one.value % 100 == other.value % 100
    if one.approximate and other.approximate:
        return one.value.adjusted() == other.value.adjusted()
    return False


def _same_date(one: Quantity, other: Quantity) -> bool:
    """Compare dates; a mere year may be a number in the other language (`2000 orang`)."""
    first, second = one.value, other.value
    if isinstance(first, PartialDate) and isinstance(second, PartialDate):
        if first.day and second.day and None in (first.month, second.month):
            return first.day == second.day  # `tanggal 19` may be March 19
        if first[1:] != second[1:]:
            return False
        return first.year == second.year or (first.month is not None and None in (first.year, second.year))
    dated, plain = (first, other) if isinstance(first, PartialDate) else (second, one)
    assert isinstance(dated, PartialDate)
    fits = plain.kind in (*_PLAIN, QuantityKind.MEASURE) and plain.unit != "decade"
    return plain.value == dated.year and dated.month is None and fits


def _same_time(one: Quantity, other: Quantity) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, time) or not isinstance(second, time):
        return False
    if first.second != second.second and first.second and second.second:
        return False
    if one.unit in ZONES and other.unit in ZONES:
        shift = (ZONES[one.unit] - ZONES[other.unit]) * 60
        return (_minutes(first) - _minutes(second) - shift) % 1440 == 0
    return _minutes(first) == _minutes(second)


def _minutes(value: time) -> int:
    return value.hour * 60 + value.minute

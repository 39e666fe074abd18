"""Quantities by value: the same parser for both languages, so that checks compare what is meant.

`Rp 1,5 triliun` and `1.5 trillion rupiah` are one value; `1.500` and `1.500` are two, depending on
whose full stop it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from pipeline.model import Quantity
from pipeline.text.quantities import (
    amounts,
    clock,
    compounds,
    copied,
    dates,
    fractions,
    ordinals,
    rounded,
)
from pipeline.text.quantities.agreement import align, same_value
from pipeline.text.quantities.signs import may_hold_quantity

__all__ = ["align", "parse", "same_value"]

_LOOKALIKES = str.maketrans({"ſ": "s", "ı": "i", "İ": "I", "K": "K", "μ": "µ"})
"""Letters that a search without regard to case takes for others; each stays one character."""


_DIGIT_OR_ADDRESS = re.compile(r"[0-9@#]|www|http")
"""Two sentences in three have none, and then no date and no number of a law."""


@lru_cache(maxsize=8192)
def parse(text: str, language: str, published: date | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order; they don't overlap.

    `published` gives the year to a date that has none: `Senin (20/3)` in an article of 2023.

    >>> [(q.kind.value, str(q.value), q.unit) for q in parse("Rp 1,5 triliun, naik 2,56 persen", "id")]
    [('money', '1500000000000.0', 'IDR'), ('percent', '2.56', '%')]
    """
    plain = text.translate(_LOOKALIKES)
    if not may_hold_quantity(plain, language):
        return ()
    taken = bytearray(len(plain))
    found: list[Quantity] = []
    for candidate in _candidates(plain, language, taken):
        span = candidate.span
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            found.append(candidate)
    if published is not None:
        day = published.date() if isinstance(published, datetime) else published
        found = [dates.with_year(quantity, day) for quantity in found]
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _candidates(text: str, language: str, taken: bytearray) -> Iterator[Quantity]:
    """Propose quantities, the most telling kinds first: a date is not two numbers.

    Digits that are names are marked as taken before anything is counted.
    """
    if _DIGIT_OR_ADDRESS.search(text):
        yield from dates.find(text, language)
        for span in copied.find(text, language):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    yield from clock.find(text, language)
    yield from compounds.find(text, language)
    yield from fractions.find(text, language)
    yield from rounded.find(text, language)
    yield from ordinals.find(text, language)
    yield from amounts.find(text, language)

"""A date or a time differs between source and translation.

`Senin (5/6/2023)` is June 5, not May 6; `pukul 19.30 WIB` is 7:30 p.m. in Jakarta, not in Makassar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, PartialDate, Quantity, QuantityKind, Severity, Unit
from pipeline.text.pairing import pair
from pipeline.text.quantities.months import WEEKDAYS

SEVERITY = Severity.CRITICAL

_OURS = frozenset({QuantityKind.DATE, QuantityKind.TIME})

_BEHIND_WEEKDAY = {
    language: re.compile(rf"\b(?:{'|'.join(days)}),? ?\(?$", re.IGNORECASE)
    for language, days in WEEKDAYS.items()
}


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each date and time that has no partner; one lost and one added of a kind are one change."""
    found = pair(unit.source, unit.target, unit.direction)
    added = [quantity for quantity in found.added if quantity.kind in _OURS]
    for quantity in found.lost:
        if quantity.kind not in _OURS:
            continue
        said = quantity.span.of(unit.source)
        partner = next((other for other in added if other.kind is quantity.kind), None)
        if partner is not None:
            added.remove(partner)
            yield Finding(
                f"“{said}” became “{partner.span.of(unit.target)}”: not the same {quantity.kind}.",
                quantity.span,
                partner.span,
            )
        else:
            yield Finding(
                f"“{said}” is not in the translation.", quantity.span, None, _weight(quantity, unit)
            )
    for quantity in added:
        said = quantity.span.of(unit.target)
        yield Finding(f"“{said}” is not in the source.", None, quantity.span, Severity.MAJOR)


def _weight(lost: Quantity, unit: Unit) -> Severity:
    """Return how bad it is that a date is lost: AP says `Tuesday` alone for `Selasa (3/10)`."""
    weekday = _BEHIND_WEEKDAY[unit.direction.source].search(unit.source, 0, lost.span.start)
    yearless = isinstance(lost.value, PartialDate) and lost.value.year is None
    return Severity.MINOR if weekday and yearless else Severity.MAJOR

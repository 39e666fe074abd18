"""A date or a time differs between source and translation.

`Senin (5/6/2023)` is June 5, not May 6; `pukul 19.30 WIB` is 7:30 p.m. in Jakarta, not in Makassar.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, QuantityKind, Severity, Unit
from pipeline.text.pairing import pair

SEVERITY = Severity.CRITICAL

_OURS = frozenset({QuantityKind.DATE, QuantityKind.TIME})


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
            yield Finding(f"“{said}” is not in the translation.", quantity.span, None, Severity.MAJOR)
    for quantity in added:
        said = quantity.span.of(unit.target)
        yield Finding(f"“{said}” is not in the source.", None, quantity.span, Severity.MAJOR)

"""A figure has another value in the translation, or none.

`2,3 miliar` is 2.3 billion; `2.3 million` in print costs a correction. Values are compared, never
digits: `500 ribu` and `500,000` are the same, and so are `tiga` and `three`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Quantity, QuantityKind, Severity, Unit
from pipeline.text.pairing import pair

SEVERITY = Severity.CRITICAL

_OURS = frozenset(QuantityKind) - {QuantityKind.DATE, QuantityKind.TIME}
"""Dates and times are the business of the check on dates."""


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each figure that has no partner; one lost and one added of a kind are one change."""
    found = pair(unit.source, unit.target, unit.direction)
    lost = [quantity for quantity in found.lost if quantity.kind in _OURS]
    added = [quantity for quantity in found.added if quantity.kind in _OURS]
    for quantity in lost:
        said = quantity.span.of(unit.source)
        partner = _partner(quantity, added)
        if partner is not None:
            added.remove(partner)
            yield Finding(
                f"“{said}” became “{partner.span.of(unit.target)}”: not the same value.",
                quantity.span,
                partner.span,
            )
        else:
            yield Finding(f"“{said}” is not in the translation.", quantity.span, None, _weight(quantity))
    for quantity in added:
        said = quantity.span.of(unit.target)
        yield Finding(f"“{said}” is not in the source.", None, quantity.span, _weight(quantity))


def _partner(lost: Quantity, added: list[Quantity]) -> Quantity | None:
    """Return the figure that took the place of `lost`: of its kind if there is one, else a mere number."""
    same = [other for other in added if other.kind is lost.kind]
    plain = (QuantityKind.NUMBER, QuantityKind.ORDINAL)
    near = [
        other for other in added if other.kind in plain and (lost.kind in plain or other.value == lost.value)
    ]
    return next(iter((*same, *near)), None)


def _weight(quantity: Quantity) -> Severity:
    """Return how bad it is that the figure stands on one side only."""
    return Severity.MAJOR if quantity.approximate or quantity.spelled else Severity.CRITICAL

"""Advice became an order, a permission a ban.

`Warga diimbau` are not forced: a government that advises must not seem to order.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.contrasts import contrasts

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a word whose place another one of its group has taken."""
    for source, target in contrasts(unit.source, unit.target, unit.direction, "force"):
        yield Finding(
            f"“{source.of(unit.source)}” became “{target.of(unit.target)}”: see what people have to do.",
            source,
            target,
        )

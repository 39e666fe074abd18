"""The dead became injured, the missing dead.

A family reads `menewaskan` as `wounded`, or the other way round, before anyone has called them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.contrasts import contrasts

SEVERITY = Severity.CRITICAL


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a word whose place another one of its group has taken."""
    for source, target in contrasts(unit.source, unit.target, unit.direction, "fate"):
        yield Finding(
            f"“{source.of(unit.source)}” became “{target.of(unit.target)}”: see what happened to these people.",
            source,
            target,
        )

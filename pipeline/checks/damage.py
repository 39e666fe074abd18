"""Slight damage became heavy, or the other way round.

`Rusak ringan` and `destroyed` are an insurance claim apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.contrasts import contrasts

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a word whose place another one of its group has taken."""
    for source, target in contrasts(unit.source, unit.target, unit.direction, "damage"):
        yield Finding(
            f"“{source.of(unit.source)}” became “{target.of(unit.target)}”: see how bad it is.",
            source,
            target,
        )

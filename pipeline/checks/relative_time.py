"""Last week became next week, yesterday tomorrow.

`Rapat digelar pekan depan` printed as `last week` announces what nobody can attend any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.contrasts import contrasts

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a word whose place another one of its group has taken."""
    for source, target in contrasts(unit.source, unit.target, unit.direction, "when"):
        yield Finding(
            f"“{source.of(unit.source)}” became “{target.of(unit.target)}”: see when it is.", source, target
        )

"""The translation says the opposite: up for down, left for right, before for after.

`Rupiah melemah` printed as `the rupiah strengthened` is wrong in a way that no reader can see.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.opposites import reversals

SEVERITY = Severity.CRITICAL


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each word whose opposite stands in the translation."""
    for source, target in reversals(unit.source, unit.target, unit.direction):
        yield Finding(
            f"“{source.of(unit.source)}” became “{target.of(unit.target)}”, which may say the opposite.",
            source,
            target,
        )

"""The engine could not translate it.

What stands in the target is then the source itself: printed, it would be an Indonesian sentence in
the English edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.CRITICAL


def check(unit: Unit) -> Iterator[Finding]:
    """Say what the engine said."""
    if unit.fault:
        yield Finding(
            f"The engine could not translate this ({unit.fault}): translate it by hand.",
            Span(0, len(unit.source)),
        )

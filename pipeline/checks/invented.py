"""A word is of neither language, and not from the source.

A small model puts pieces together into words that nobody knows (`stakerious`, `tersejahteran`): no dictionary
helps the reader, and what was meant is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.inventions import inventions

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each such word."""
    for span in inventions(unit.source, unit.target, unit.direction, unit.draft.forms):
        said = span.of(unit.target)
        yield Finding(f"“{said}” is no word and no name that we know: see what was meant.", None, span)

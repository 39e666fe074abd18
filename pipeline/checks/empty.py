"""Nothing stands where a sentence should.

An empty target loses a sentence of the article without a trace; a target without a source says
what nobody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.CRITICAL


def check(unit: Unit) -> Iterator[Finding]:
    """Compare whether the two sides hold a letter or a digit."""
    source, target = (any(c.isalnum() for c in text) for text in (unit.source, unit.target))
    if source and not target:
        yield Finding("There is no translation: a whole sentence is missing.", Span(0, len(unit.source)))
    if target and not source:
        yield Finding("There is no source for this: nobody wrote it.", None, Span(0, len(unit.target)))

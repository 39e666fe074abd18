"""A figure was put right by rule.

The machine wrote `4:43 p.m.` where the source has `pukul 04.35`; the right time stands there now, but
the words around it may have been about the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.rewriting import VALUE
from pipeline.text.words import find

SEVERITY = Severity.MINOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag every edit that changed a value, not only how it is written."""
    for edit in unit.edits:
        if edit.rule == VALUE:
            yield Finding(
                f"The machine wrote “{edit.before}”; “{edit.after}” is what the source has: read the sentence.",
                None,
                find(edit.after, unit.target),
            )

"""The translation is far too short or too long.

A clause that was dropped, or a model that ran on, shows first in the length: English takes about as
many characters as Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MAJOR

SHORT, LONG = 0.5, 1.9
"""Of 7,900 sentence pairs translated by people, fewer than one in two hundred lie outside."""

LEAST = 25
"""Shorter texts (`Usai`, `dkk.`) say nothing by their length."""


def check(unit: Unit) -> Iterator[Finding]:
    """Compare the lengths in characters."""
    source, target = len(unit.source.strip()), len(unit.target.strip())
    if max(source, target) < LEAST or not source or not target:
        return
    if target / source < SHORT:
        yield Finding(
            f"The translation has {target} characters for {source} of the source: "
            "look for a clause that was left out.",
            Span(0, len(unit.source)),
        )
    elif target / source > LONG:
        yield Finding(
            f"The translation has {target} characters for {source} of the source: "
            "look for words that nobody wrote.",
            None,
            Span(0, len(unit.target)),
        )

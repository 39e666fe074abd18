"""The translation is far too short or too long.

A clause that was dropped, or a model that ran on, shows first in the length: English takes about as
many characters as Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.settled import characters, settled
from pipeline.text.translations import short_forms

SEVERITY = Severity.MAJOR

_SHORT, _LONG = 0.5, 1.9
"""Of 7,900 sentence pairs translated by people, fewer than one in two hundred lie outside."""

_LEAST = 35
"""Shorter texts (`Usai`, `Tidak ada makan siang gratis`) say little by their length."""

_PHRASE = 25
"""So many characters may stand for one short form: `MEE` is the `European Economic Community`."""


def check(unit: Unit) -> Iterator[Finding]:
    """Compare the lengths in characters."""
    source, target = len(unit.source.strip()), len(unit.target.strip())
    if not source or not target or _SHORT <= target / source <= _LONG:
        return
    ours, theirs = settled(unit)
    source, target = characters(unit.source.strip(), ours), characters(unit.target.strip(), theirs)
    if max(source, target) < _LEAST or not source or not target:
        return
    if target / source < _SHORT:
        yield Finding(
            f"The translation has {target} characters for {source} of the source: "
            "look for a clause that was left out.",
            Span(0, len(unit.source)),
        )
    elif target / source > _LONG and (target - _PHRASE * _short_forms(unit)) / source > _LONG:
        yield Finding(
            f"The translation has {target} characters for {source} of the source: "
            "look for words that nobody wrote.",
            None,
            Span(0, len(unit.target)),
        )


def _short_forms(unit: Unit) -> int:
    return short_forms(unit.source, unit.direction.source, unit.target, unit.direction.target)

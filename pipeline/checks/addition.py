"""The translation says something that the source does not.

A fluent engine rounds a sentence off with what usually comes next; nobody said it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.translations import coverage, short_forms

SEVERITY = Severity.MAJOR

_RUN = 4
"""So many words in a row without a source: one right sentence in a hundred, nine invented clauses in ten."""

_LONG_RUN, _LONG = 3, 1.3
"""Fewer will do where the translation is that much longer than its source."""

_MORE = 12
"""For each so many words that can be judged, one more: in a long sentence chance makes longer runs."""

_PHRASE = 3
"""So many words may stand for one short form: `Kejati` is the `High Prosecutor's Office`."""

_SHARE, _SILENT = 0.6, 5
"""Or so large a share of all words, at least so many."""


def check(unit: Unit) -> Iterator[Finding]:
    """Look for a run of words that nothing in the source stands for."""
    if not unit.source.strip() or unit.target.strip() == unit.source.strip():
        return
    here, there = unit.direction
    found = coverage(unit.target, there, unit.source, here)
    longest = found.longest
    if len(longest) < _LONG_RUN and found.silent < _SILENT:
        return
    spelled_out = _PHRASE * short_forms(
        unit.source, unit.direction.source, unit.target, unit.direction.target
    )
    long = len(unit.target) > _LONG * len(unit.source)
    if len(longest) >= (_LONG_RUN if long else _RUN + found.judged // _MORE) + spelled_out:
        span = Span(longest[0].span.start, longest[-1].span.end)
        yield Finding(f"Nothing in the source says “{span.of(unit.target)}”.", None, span)
    elif found.silent >= _SILENT + spelled_out and found.silent > _SHARE * found.judged:
        words = ", ".join(word.text for run in found.runs for word in run[:2])
        yield Finding(f"Much here is not in the source ({words}).", None, Span(0, len(unit.target)))

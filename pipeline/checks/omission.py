"""A part of the source is not in the translation.

`…, tetapi pembahasannya ditunda` is gone, and the paper reports a decision that was put off.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.translations import coverage, short_forms

SEVERITY = Severity.MAJOR

_RUN = 4
"""So many words in a row without an answer: one right sentence in a hundred, every second lost clause."""

_SHORT_RUN, _SHORT = 3, 0.9
"""Fewer will do where the translation is that much shorter than its source."""

_MORE = 12
"""For each so many words that can be judged, one more: in a long sentence chance makes longer runs."""

_PHRASE = 3
"""So many words may stand in one short form: `BNPB` for the whole name of the agency."""

_SHARE, _SILENT = 0.5, 4
"""Or half of all words, at least so many."""


def check(unit: Unit) -> Iterator[Finding]:
    """Look for a run of source words that nothing in the translation stands for."""
    if not unit.target.strip() or unit.target.strip() == unit.source.strip():
        return
    found = coverage(unit.source, unit.direction.source, unit.target, unit.direction.target)
    longest = found.longest
    if len(longest) < _SHORT_RUN and found.silent < _SILENT:
        return
    shortened = _PHRASE * short_forms(unit.target, unit.direction.target, unit.source, unit.direction.source)
    short = len(unit.target) < _SHORT * len(unit.source)
    if len(longest) >= (_SHORT_RUN if short else _RUN + found.judged // _MORE) + shortened:
        span = Span(longest[0].span.start, longest[-1].span.end)
        yield Finding(f"Nothing in the translation stands for “{span.of(unit.source)}”.", span)
    elif found.silent >= _SILENT + shortened and found.silent > _SHARE * found.judged:
        words = ", ".join(word.text for run in found.runs for word in run[:2])
        yield Finding(f"Much of the source is not in the translation ({words}).", Span(0, len(unit.source)))

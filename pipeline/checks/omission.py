"""A part of the source is not in the translation.

`…, tetapi pembahasannya ditunda` is gone, and the paper reports a decision that was put off.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.settled import settled
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
    here, there = unit.direction
    found = coverage(unit.source, here, unit.target, there)
    longest = found.longest
    if len(longest) < _SHORT_RUN and found.silent < _SILENT:
        return
    # Only now is it worth the time to see what terms account for.
    found = coverage(unit.source, here, unit.target, there, settled(unit)[0])
    longest = found.longest
    if found.judged == found.silent and _unrelated(unit):
        yield Finding(
            "Nothing in the translation says what the source does: is it another sentence's?",
            Span(0, len(unit.source)),
            Span(0, len(unit.target)),
        )
        return
    shortened = _PHRASE * short_forms(unit.target, unit.direction.target, unit.source, unit.direction.source)
    short = len(unit.target) < _SHORT * len(unit.source)
    if len(longest) >= (_SHORT_RUN if short else _RUN + found.judged // _MORE) + shortened:
        span = Span(longest[0].span.start, longest[-1].span.end)
        yield Finding(f"Nothing in the translation stands for “{span.of(unit.source)}”.", span)
    elif found.silent >= _SILENT + shortened and found.silent > _SHARE * found.judged:
        words = ", ".join(word.text for run in found.runs for word in run[:2])
        yield Finding(f"Much of the source is not in the translation ({words}).", Span(0, len(unit.source)))


def _unrelated(unit: Unit) -> bool:
    """Tell whether the translation says nothing of the source either."""
    here, there = unit.direction
    back = coverage(unit.target, there, unit.source, here)
    return back.judged == back.silent >= _SHORT_RUN

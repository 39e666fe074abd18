"""The translation shouts, or has lost its capitals.

An ALL-CAPS line is translated from small letters and set back: a line that is capital on one side
only went wrong on the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import BlockKind, Finding, Severity, Span, Unit
from pipeline.text.words import words

SEVERITY = Severity.MINOR

_LEAST = 3
"""Fewer words are an acronym or two (`PSSI DKI`)."""

_SHORT = 12
"""So many letters may still be initials (`S.H., M.H., Ph.D.`)."""

_SENTENCES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION})


def check(unit: Unit) -> Iterator[Finding]:
    """Compare capitals on both sides."""
    source, target = _shouts(unit.source), _shouts(unit.target)
    if target and not source:
        yield Finding(
            "The translation is all capitals, the source is not.",
            None,
            Span(0, len(unit.target)),
            Severity.MAJOR,
        )
    elif source and not target and len(words(unit.source)) >= _LEAST:
        yield Finding("The source is all capitals, the translation is not.", None, Span(0, len(unit.target)))
    first = words(unit.target)[:1]
    if first and unit.kind in _SENTENCES and words(unit.source):
        start, theirs = first[0].span.start, words(unit.source)[0].span.start
        if (
            unit.target[start].islower()
            and unit.source[theirs].isupper()
            and not unit.target[:start].strip("“\"'‘(")
        ):
            yield Finding("The sentence begins with a small letter.", None, Span(start, start + 1))


def _shouts(text: str) -> bool:
    return text.isupper() and len(words(text)) >= _LEAST and sum(map(str.isalpha, text)) > _SHORT

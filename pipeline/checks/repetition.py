"""Words are repeated that the source does not repeat.

A model that loses its place stutters (`the the`, `to be able to be able to`), or says a clause twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.words import Word, words

SEVERITY = Severity.MAJOR

_FINE_TWICE = frozenset({"had", "that", "very", "bye", "blah", "long", "no", "yes", "ha", "hip", "far"})
"""`He said that that was so`; `a long, long way`."""

_OVER = re.compile(r"([^\W\d_]{1,4})\1{4,}")
_STUCK = re.compile(rf"\w*?{_OVER.pattern}\w*")
"""Letters over and over in one word: `rubbbbbbbbbbbers`."""

_PHRASE = 4
"""A phrase of so many words said twice in a sentence is a clause said twice."""


def check(unit: Unit) -> Iterator[Finding]:
    """Look for stutter first, then for a clause said twice."""
    stuck = _STUCK.search(unit.target) if _OVER.search(unit.target) else None
    if stuck and stuck[0].lower() not in unit.source.lower():
        yield Finding(f"The engine stuck inside a word, “{stuck[0]}”.", None, Span(*stuck.span()))
        return
    found = words(unit.target)
    if len({word.text for word in found}) == len(found):
        return  # no word stands twice
    stutter = _stutter(found, unit.target)
    if stutter:
        if not _stutter(words(unit.source), unit.source):
            said = stutter.of(unit.target)
            yield Finding(f"“{said}” is said twice in a row: strike one.", None, stutter)
        return
    twice = _said_twice(found)
    if twice and not _said_twice(words(unit.source)):
        said = twice.of(unit.target)
        yield Finding(
            f"“{said}” stands here twice, but the source says it once: look what it replaced.", None, twice
        )


def _stutter(found: tuple[Word, ...], text: str) -> Span | None:
    """Return the first run of one to six words that is at once said again."""
    spelled = [word.text for word in found]
    for size in range(1, 7):
        for start in range(len(found) - 2 * size + 1):
            if spelled[start] != spelled[start + size]:
                continue
            first, second = spelled[start : start + size], spelled[start + size : start + 2 * size]
            if first != second or (size == 1 and first[0] in _FINE_TWICE):
                continue
            span = Span(found[start].span.start, found[start + 2 * size - 1].span.end)
            if size > 2 or all(c.isspace() or c.isalpha() or c in "-'’" for c in span.of(text)):
                return span
    return None


def _said_twice(found: tuple[Word, ...]) -> Span | None:
    """Return the second place of a long phrase that stands twice."""
    spelled = [word.text for word in found]
    said: set[tuple[str, ...]] = set()
    for start, phrase in enumerate(zip(*(spelled[ahead:] for ahead in range(_PHRASE)), strict=False)):
        if phrase in said and sum(len(word) > 3 for word in phrase) > 1:
            return Span(found[start].span.start, found[start + _PHRASE - 1].span.end)
        said.add(phrase)
    return None

"""A name is another one in the translation, is misspelled, or comes from nowhere.

A minister's name with one letter wrong is a correction in tomorrow's paper; another man's name is a
lawsuit.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.countries import countries
from pipeline.text.languages import lexicon
from pipeline.text.translations import known, said
from pipeline.text.words import words

SEVERITY = Severity.MAJOR

_LEAST = 3
"""Shorter capitals are initials and particles (`H.`, `Al`)."""

_ALIKE = 0.72
"""Names as alike as this are one name misspelled (`Suharto`, `Suhatro`)."""


def check(unit: Unit) -> Iterator[Finding]:
    """Compare the names that no dictionary knows; what was translated (`Laut Jawa`) is not compared."""
    source, target = unit.direction
    lost = _strangers(unit.source, source, unit.target, target, unit)
    added = _strangers(unit.target, target, unit.source, source, unit)
    for span in added:
        name = span.of(unit.target)
        original = _most_alike(name, lost, unit.source)
        if original is None:
            yield Finding(f"The source has no “{name}”: see whose name this is.", None, span)
            continue
        lost.remove(original)
        said_there = original.of(unit.source)
        if difflib.SequenceMatcher(None, name.lower(), said_there.lower()).ratio() >= _ALIKE:
            yield Finding(f"“{said_there}” became “{name}”: see how it is spelled.", original, span)
        else:
            yield Finding(
                f"“{said_there}” became “{name}”: another name.", original, span, Severity.CRITICAL
            )


def _strangers(text: str, language: str, other: str, other_language: str, unit: Unit) -> list[Span]:
    """Return the capitalised words that nothing in `other` stands for and that are no known words."""
    own = lexicon(language)
    function_words = own.function_words if own else frozenset()
    taken = [span for span, _ in countries(text, language)]
    if language == unit.direction.source:
        taken += [match.span for match in unit.draft.matches]
    else:
        forms = [form for match in unit.draft.matches for form in (match.target, match.term.target)]
        taken += [Span(*found.span()) for form in forms for found in re.finditer(re.escape(form), text)]
    return [
        word.span
        for word in words(text)
        if text[word.span.start].isupper()
        and len(word.text) >= _LEAST
        and word.text not in function_words
        and not known(word.text, language)
        and not said(word.text, language, other, other_language)
        and not any(word.span.overlaps(span) for span in taken)
    ]


def _most_alike(name: str, lost: list[Span], source: str) -> Span | None:
    """Return the lost name most like `name`, or the first of them."""
    if not lost:
        return None
    ratios = [difflib.SequenceMatcher(None, name.lower(), span.of(source).lower()).ratio() for span in lost]
    return lost[ratios.index(max(ratios))]

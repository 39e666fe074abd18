"""Source words stand in the translation that are neither names nor terms.

A reader of the English edition can't read `the pemadaman in three villages`. Where the desk knows what such a word
means it has put that in (`stages/gloss.py`): nobody has seen whether it is the meaning here.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.model.work import REVIEWER
from pipeline.text.copies import GLOSS, Text, copied, is_foreign, is_native
from pipeline.text.words import find, words

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a target that is its source, else each run of copied words."""
    source, target = unit.source.strip(), unit.target.strip()
    if source == target:
        if _is_prose(unit):
            span = Span(0, len(unit.target))
            yield Finding(
                "The source was copied, not translated.",
                Span(0, len(unit.source)),
                span,
                Severity.CRITICAL,
            )
        return
    yield from _glossed(unit)
    for run in copied(Text(unit.source, unit.target, unit.direction, unit.draft.matches)):
        span = Span(run[0].span.start, run[-1].span.end)
        said = span.of(unit.target)
        sure = any(is_native(word.text, unit.direction) for word in run)
        yield Finding(
            f"“{said}” was copied from the source: translate it, or let the glossary keep it.",
            find(said, unit.source),
            span,
            Severity.MAJOR if sure else Severity.MINOR,
        )


def _glossed(unit: Unit) -> Iterator[Finding]:
    """Tell where the desk has put another word for one that the engine left, and no person has been since."""
    for edit in unit.edits:
        # A reviewer's edit comes behind the desk's own, and what he made of the word is his.
        if edit.rule == GLOSS and unit.edits[-1].rule != REVIEWER:
            yield Finding(
                f"The engine left “{edit.before}” as it was, and the desk put “{edit.after}”: is that meant here?",
                find(edit.before, unit.source),
                find(edit.after, unit.target),
                Severity.MAJOR,
            )


def _is_prose(unit: Unit) -> bool:
    """Tell a sentence from a name or a figure, which may well be the same in both languages."""
    foreign = [word for word in words(unit.source) if is_foreign(word.text, unit.direction)]
    small = any(unit.source[word.span.start].islower() for word in foreign)
    return small or len(foreign) > len(words(unit.source)) / 2

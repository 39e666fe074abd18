"""Source words stand in the translation that are neither names nor terms.

A model copies what it does not know (`the pemadaman in three villages`); a reader of the English
edition can't read it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Policy, Severity, Span, Unit
from pipeline.text.indonesian import looks_native
from pipeline.text.languages import guess, lexicon
from pipeline.text.words import Word, find, vocabulary, words

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
    for run in _copied(unit):
        span = Span(run[0].span.start, run[-1].span.end)
        said = span.of(unit.target)
        yield Finding(
            f"“{said}” was copied from the source: translate it, or add it to the glossary as a name.",
            find(said, unit.source),
            span,
        )


def _is_prose(unit: Unit) -> bool:
    """Tell a sentence from a name or a figure, which may well be the same in both languages."""
    small = [word for word in words(unit.source) if unit.source[word.span.start].islower()]
    return bool(small) and guess(unit.source).language == unit.direction.source


def _copied(unit: Unit) -> Iterator[list[Word]]:
    """Yield runs of copied words that hold at least one that only the source language has."""
    theirs, own = lexicon(unit.direction.source), lexicon(unit.direction.target)
    in_source = vocabulary(unit.source)
    run: list[Word] = []
    betrayed = False
    for word in words(unit.target):
        small = unit.target[word.span.start].islower()
        shared = own is not None and word.text in own.function_words
        if word.text not in in_source or not small or shared or _kept(word.text, unit):
            if betrayed:
                yield run
            run, betrayed = [], False
            continue
        run.append(word)
        native = theirs is not None and word.text in theirs.function_words
        betrayed |= native or (unit.direction.source == "id" and looks_native(word.text))
    if betrayed:
        yield run


def _kept(word: str, unit: Unit) -> bool:
    """Tell whether the term base wants this word as it is (`batik`)."""
    return any(
        word in vocabulary(match.target) or (match.term.policy is Policy.KEEP and word in match.term.source)
        for match in unit.draft.matches
    )

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
from pipeline.text.spelling import bare, opening_names, proper_words, spelling
from pipeline.text.translations import translated
from pipeline.text.words import find, vocabulary, words

SEVERITY = Severity.MAJOR

_LEAST = 4
"""Shorter capitals are initials and particles (`H.`, `Al`), and short names are too like each other."""

_ALIKE = 0.72
"""Names as alike as this are one name misspelled (`Suharto`, `Suhatro`)."""

_PEOPLE = re.compile(r"['’]?(?:n|s|an|ns|ans|ese|ian|ians|nese|is?)")

_PLACE_BEFORE = re.compile(r"\b(?:di|ke|dari|lewat|via|menuju|melalui|asal|from|via|to|through|near)\s+$")
"""What stands before a place: unlike a person, it is seldom said by a pronoun."""

_PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|his|hers|their|them|who|ia|dia|beliau|mereka)\b|\w{3,}nya\b", re.IGNORECASE
)
"""By these a person is said again without the name: `Menurut Wagimin …`, `According to him …`."""

_TITLE_CASE = 0.6
"""A line of which so many words are capital is a headline: its capitals say nothing."""


def check(unit: Unit) -> Iterator[Finding]:
    """Compare the names that no dictionary knows; what was translated (`Laut Jawa`) is not compared."""
    here, there = unit.direction
    inside, first = proper_words(unit.source, here), opening_names(unit.source, here)
    added = proper_words(unit.target, there)
    if inside or first or added:
        ours, theirs = _settled(unit)
        lost, opening = (
            _strangers(names, unit.source, here, unit.target, there, ours) for names in (inside, first)
        )
        strange = _strangers(added, unit.target, there, unit.source, here, theirs)
        if lost or opening or strange:
            headline = _title_case(unit.target)
            yield from _changed(unit, lost, strange, headline=headline)
            yield from _missing(unit, lost, opening, headline=headline)


def _settled(unit: Unit) -> tuple[list[Span], list[Span]]:
    """Return the terms and the countries of both sides: they are others' business."""
    here, there = unit.direction
    forms = {
        form
        for match in unit.draft.matches
        for form in (match.target, match.term.target, *match.term.accepts)
    }
    return (
        [
            *(match.span for match in unit.draft.matches),
            *(span for span, _ in countries(unit.source, here)),
        ],
        [
            *(place for form in forms if (place := find(form, unit.target))),
            *(span for span, _ in countries(unit.target, there)),
        ],
    )


def _changed(unit: Unit, lost: list[Span], added: list[Span], *, headline: bool) -> Iterator[Finding]:
    """Pair each name that the translation adds with the likest one that it lost, and take that from `lost`."""
    for span in added:
        name = bare(span.of(unit.target))
        original = max(lost, key=lambda other: _likeness(name, other.of(unit.source)), default=None)
        if original is None and headline:
            continue
        if original is None:
            yield Finding(f"The source has no “{name}”: see whose name this is.", None, span)
            continue
        lost.remove(original)
        theirs = original.of(unit.source)
        if _PEOPLE.fullmatch(name.removeprefix(theirs)) and name != theirs:
            continue  # a people after its place (`Toraja`, `Torajans`), or the place of a people
        if _likeness(name, theirs) >= _ALIKE:
            yield Finding(f"“{theirs}” became “{name}”: see how it is spelled.", original, span)
        else:
            yield Finding(f"“{theirs}” became “{name}”: another name.", original, span, Severity.CRITICAL)


def _missing(unit: Unit, lost: list[Span], opening: list[Span], *, headline: bool) -> Iterator[Finding]:
    """Say which names nothing stands for: a place, or a person whom no pronoun says again."""
    replaced = _PRONOUN.search(unit.target) is not None
    for span in lost + opening:
        said = span.of(unit.source)
        if said.lower() in unit.target.lower():
            continue  # `Shenzhen-based`
        if span in lost and _PLACE_BEFORE.search(unit.source, 0, span.start) and not headline:
            yield Finding(f"“{said}” is not in the translation: see whether the place matters.", span)
        elif not replaced or headline:
            # A rare word that opens a sentence looks like a name: this alone sends nothing to a person.
            yield Finding(
                f"“{said}” is not in the translation: if it is a name, it is lost.",
                span,
                None,
                Severity.MINOR,
            )


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _title_case(text: str) -> bool:
    found = words(text)
    return sum(text[word.span.start].isupper() for word in found) > _TITLE_CASE * len(found)


def _strangers(  # noqa: PLR0913, PLR0917 - names in one text, and the other text with its language
    names: tuple[Span, ...], text: str, language: str, other: str, other_language: str, settled: list[Span]
) -> list[Span]:
    """Return those of the names in `text` that no dictionary knows and that `other` has not.

    Stretches that are `settled`, terms and countries, are others' business.
    """
    # `rute Gambir-Surabaya` has both ends of the line, and `akun Instagram-nya` the name.
    kept = vocabulary(other)
    kept |= {part for word in kept if "-" in word for part in word.split("-")}
    strangers = [
        span
        for span in names
        if len(name := span.of(text).lower()) >= _LEAST
        and name not in kept
        and not translated(name, language, other, other_language)
        and not any(span.overlaps(place) for place in settled)
    ]
    spelled = {spelling(word) for word in kept} if strangers else set()
    return [span for span in strangers if spelling(span.of(text)) not in spelled]

"""A negation was dropped or added.

`Polisi tidak menembak` printed as `police fired` is the opposite of what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.languages import lexicon
from pipeline.text.negation import Negations, negations, plain
from pipeline.text.stems import stem
from pipeline.text.translations import answers, coverage, translations
from pipeline.text.words import Word, words

SEVERITY = Severity.CRITICAL

_REACH = 24
"""How many characters before a word its negation may stand (`did not dare to raise`)."""

_DENIED = 2
"""How many words after a negation it may deny: `tidak pernah mengaku bersalah`."""

_CLAUSE_ENDS = re.compile(
    r"[,;:.—]|\b(?:sehingga|tetapi|namun|dan|karena|yang|melainkan|but|and|because|so|that|which|who)\b",
    re.IGNORECASE,
)

_OPEN = re.compile(
    r"^(?:un|in|im|il|ir|dis|non|mis|over|ex|nude|offline)|less|\s|^(?:tanpa|ke?tidak|nir)", re.IGNORECASE
)
"""Hints that deny by themselves (`unlicensed`, `no more`), whatever other word they may also stand for."""


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a negation that has nothing like it on the other side, where it would have to stand."""
    if not unit.target.strip() or unit.target.strip() == unit.source.strip():
        return
    source = _Side(unit.source, unit.direction.source)
    target = _Side(unit.target, unit.direction.target)
    if found := _unanswered(source, target):
        said = found.place.of(unit.source)
        yield Finding(
            f"“{said}” has nothing like it in the translation, which then says the opposite.",
            found.place,
            None,
            found.severity,
        )
    elif found := _unanswered(target, source):
        said = found.place.of(unit.target)
        message = f"The translation says “{said}”, the source denies nothing here: see which is so."
        yield Finding(message, None, found.place, found.severity)


class _Lost(NamedTuple):
    """A negation without an answer, and how sure it is that nothing else says it."""

    place: Span
    severity: Severity


class _Side(NamedTuple):
    text: str
    language: str

    @property
    def found(self) -> Negations:
        return negations(self.text, self.language)


def _unanswered(one: _Side, other: _Side) -> _Lost | None:
    """Return the first negation of `one` that `other` affirms, if it has fewer of them."""
    if len(plain(one.text, one.language)) <= len(plain(other.text, other.language)):
        return None
    for place in one.found.plain:
        denied = _denied(place, one)
        free = Negations(other.found.plain, _free_hints(one, other))
        if _affirmed(denied, one, other, free):
            return _Lost(place, SEVERITY)
        if not free.any:
            return _Lost(place, _weight(denied, one, other))
    return None


def _weight(denied: list[Word], one: _Side, other: _Side) -> Severity:
    """Return how bad it is that a negation is gone and what it denies too: `tidak aman` is rightly `dangerous`.

    Then a word stands in `other` that nothing else explains; where every word is explained, none does.
    """
    if not coverage(other.text, other.language, one.text, one.language).silent:
        return SEVERITY
    known_ones = [word for word in denied if translations(word.text, one.language)]
    return Severity.MINOR if known_ones else Severity.MAJOR


def _free_hints(one: _Side, other: _Side) -> tuple[Span, ...]:
    """Return the hints of `other` that may stand for the negation, and not for another word of `one`.

    In `menolak … tidak pulang` the word `refused` says `menolak`; it does not say `tidak` too. Nor
    does `abandon` in `will abandon them` stand for the negation of `tidak akan menelantarkan`.
    """
    taken: set[str] = set()
    for word in words(one.text):
        negates = any(word.span.overlaps(place) for place in one.found.plain)
        if not negates:
            taken |= translations(word.text, one.language)
    return tuple(
        hint
        for hint in other.found.hints
        if _OPEN.search(hint.of(other.text))
        or not all(stem(word.text, other.language) in taken for word in words(hint.of(other.text)))
    )


def _affirmed(denied: list[Word], one: _Side, other: _Side, there: Negations) -> bool:
    """Tell whether `other` says what `one` denies, with no negation before it."""
    for number, word in enumerate(denied, 1):
        said = answers(word.text, one.language, other.text, other.language)
        if said:
            return not any(there.near(answer.span, other.text, _REACH * number) for answer in said)
    return False


def _denied(place: Span, one: _Side) -> list[Word]:
    """Return the words that the negation at `place` can deny: the next ones of its clause."""
    known = lexicon(one.language)
    function_words = known.function_words if known else frozenset()
    ends = _CLAUSE_ENDS.search(one.text, place.end)
    end = ends.start() if ends else len(one.text)
    after = (word for word in words(one.text) if place.end <= word.span.start < end)
    return [word for word in after if word.text not in function_words][:_DENIED]

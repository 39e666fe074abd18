"""A word is of neither language, and not from the source.

A small model puts pieces together into words that nobody knows (`stakerious`, `tersejahteran`): no dictionary
helps the reader, and what was meant is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.attested import attested, is_name
from pipeline.text.spelling import bare, spelling
from pipeline.text.words import vocabulary, words

SEVERITY = Severity.MAJOR

_LEAST = 4
"""Shorter ones are units, codes and particles of names (`kWh`, `bin`)."""

_MOST = 40
"""Longer ones are no words that somebody meant: a line of a table without spaces, an address."""

_SHORT_FORM = 5
"""Letters up to which a capital word before a full stop may be a short form (`Comr.`)."""

_OPENING = re.compile(r"(?:^|[.!?:]\s)[\s“\"‘'(\[]*$")
_JOINED_BEFORE = frozenset("@#&/\\.+_0123456789")
_JOINED_BEHIND = re.compile(r"[\d_@#&/\\+]|\.\w|://")
"""What makes letters a part of an address, of a handle or of a model's name."""

_PARTED = re.compile("[-'’]")

_LOAN_ENDING = re.compile(
    "(?<=...)(?:al)?(?:isasi|asi|isi|si|itas|isme|ika?|is|if|al|i[sz]ation|ation|ition|[ts]ion|ity|ism|ics?|ical|ive|ate[ds]?"
    "|ating|cy|e|(?<=[fglmnpr])[iy])$"
)
_LOAN_LETTERS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (("c(?=[eiy])|t(?=i[ou])", "s"), ("iou", "iu"), ("au", "o"))
)
"""`municipal` and `munisipal`, `infectious` and `infeksius`, `cosmonaut` and `kosmonot`."""


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each such word that is written small, or opens a sentence: other capitals are names."""
    text, (here, there) = unit.target, unit.direction
    for word in words(text):
        start = word.span.start
        if (
            _LEAST <= len(word.text) <= _MOST
            and (text[start].islower() or _opens(start, text))
            and _is_strange(word.text, there, here)
            and _is_word(word.span, text)
            and not _is_given(word.span, unit)
        ):
            said = word.span.of(text)
            yield Finding(
                f"“{said}” is no word and no name that we know: see what was meant.", None, word.span
            )


def _opens(start: int, text: str) -> bool:
    """Tell whether a capital stands there for its place, at the beginning of a sentence."""
    return start == 0 or bool(_OPENING.search(text, max(start - 4, 0), start))


@lru_cache(maxsize=65536)
def _is_strange(word: str, language: str, other: str) -> bool:
    return not attested(word, language) and not attested(word, other)


def _is_word(span: Span, text: str) -> bool:
    """Tell a word from a name that everybody knows, a short form, and a part of an address."""
    said = span.of(text)
    if said[0].isupper():
        if not said[1:].islower() or is_name(_PARTED.split(said)[0]):
            return False
        if len(said) <= _SHORT_FORM and text.startswith(".", span.end):
            return False
    elif not said.islower():
        return False
    return text[span.start - 1 : span.start] not in _JOINED_BEFORE and not _JOINED_BEHIND.match(
        text, span.end
    )


def _is_given(span: Span, unit: Unit) -> bool:
    """Tell whether the source or the term base has all parts of a word that no text had, if spelled otherwise."""
    said, (here, there) = span.of(unit.target), unit.direction
    if said[0].isupper() and _loses_name(unit):
        return True  # `Wina` is `Vienna`: how a name is said is another check's business
    forms = {
        form
        for match in unit.draft.matches
        for form in (match.target, match.term.target, *match.term.accepts)
    }
    given = {
        _loan(part)
        for text in (unit.source, *forms)
        for one in vocabulary(text)
        for part in _PARTED.split(one)
    }
    return all(
        len(part) < _LEAST or _loan(part) in given or not _is_strange(part, there, here)
        for part in _PARTED.split(bare(said.lower()))
    )


def _loses_name(unit: Unit) -> bool:
    kept, (here, there) = vocabulary(unit.target), unit.direction
    return any(
        unit.source[word.span.start].isupper()
        and len(word.text) >= _LEAST
        and word.text not in kept
        and _is_strange(word.text, here, there)
        for word in words(unit.source)
    )


@lru_cache(maxsize=16384)
def _loan(word: str) -> str:
    """Return what a word and its loan have in common: `abdikasi` of `abdicate`, seen before or not."""
    word = _LOAN_ENDING.sub("", word)
    for pattern, instead in _LOAN_LETTERS:
        word = pattern.sub(instead, word)
    return spelling(word)

"""Find words of a translation that nobody has written: `nextnament`, `cyberatetack`, `tersejahteran`.

A small model puts pieces together. What the source or the term base has is no invention, nor is a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model import Direction, Span
from pipeline.text.attested import attested, is_name
from pipeline.text.quantities import currencies, measures
from pipeline.text.spelling import bare, spelling
from pipeline.text.words import vocabulary, words

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


@lru_cache(maxsize=4096)
def inventions(
    source: str, target: str, direction: Direction, given: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """Return the words of `target` that are of neither language and not from the source.

    Only those that are written small or open a sentence: other capitals are names. `given` are forms of the term base,
    which are words though nobody else has written them.

    >>> said = "The nextnament was held in Paris."
    >>> [span.of(said) for span in inventions("Turnamen digelar di Paris.", said, Direction("id", "en"))]
    ['nextnament']
    """
    here, there = direction
    return tuple(
        word.span
        for word in words(target)
        if _LEAST <= len(word.text) <= _MOST
        and (target[word.span.start].islower() or _opens(word.span.start, target))
        and _is_strange(word.text, there, here)
        and _is_word(word.span, target)
        and not _is_given(word.span, source, target, direction, given)
    )


def _opens(start: int, text: str) -> bool:
    """Tell whether a capital stands there for its place, at the beginning of a sentence."""
    return start == 0 or bool(_OPENING.search(text, max(start - 4, 0), start))


_UNITS = frozenset(
    part
    for names in (*measures.NAMES.values(), *currencies.NAMES.values())
    for name in names
    for part in name.split()
)
"""Words that no newspaper may ever have had, and that a quantity is rightly said in: `empat ekar`, `selustrum`."""


@lru_cache(maxsize=65536)
def _is_strange(word: str, language: str, other: str) -> bool:
    return not attested(word, language) and not attested(word, other) and word.lower() not in _UNITS


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


def _is_given(span: Span, source: str, target: str, direction: Direction, given: frozenset[str]) -> bool:
    """Tell whether the source or the term base has all parts of a word that no text had, if spelled otherwise."""
    said, (here, there) = span.of(target), direction
    if said[0].isupper() and _loses_name(source, target, direction):
        return True  # `Wina` is `Vienna`: how a name is said is another check's business
    loans = {
        _loan(part) for text in (source, *given) for one in vocabulary(text) for part in _PARTED.split(one)
    }
    return all(
        len(part) < _LEAST or _loan(part) in loans or not _is_strange(part, there, here)
        for part in _PARTED.split(bare(said.lower()))
    )


def _loses_name(source: str, target: str, direction: Direction) -> bool:
    kept, (here, there) = vocabulary(target), direction
    return any(
        source[word.span.start].isupper()
        and len(word.text) >= _LEAST
        and word.text not in kept
        and _is_strange(word.text, here, there)
        for word in words(source)
    )


@lru_cache(maxsize=16384)
def _loan(word: str) -> str:
    """Return what a word and its loan have in common: `abdikasi` of `abdicate`, seen before or not."""
    word = _LOAN_ENDING.sub("", word)
    for pattern, instead in _LOAN_LETTERS:
        word = pattern.sub(instead, word)
    return spelling(word)

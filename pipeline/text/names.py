"""Names that no glossary has, which have to reach the other language letter for letter.

A small model spells a name that it has never seen from pieces: `Stoltenberg` comes out as
`Stolberg` when the sentence is long. The article itself says how the name is written.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Span
from pipeline.text.casing import is_title_case
from pipeline.text.spelling import bare, heading_names, proper_words, spelling
from pipeline.text.translations import known
from pipeline.text.words import find, words

_SHORTEST = 5
"""Letters of the shortest name that is mended: shorter ones are too like each other (`Budi`, `Rudi`)."""

_ALIKE = 0.75
"""How alike two spellings have to be to be one name, if no other name of the sentence is as like."""


def names_of(texts: Iterable[str], language: str) -> frozenset[str]:
    """Return the names that stand inside the sentences of an article, as they are written there.

    >>> sorted(names_of(["Kata Stoltenberg, harga naik.", "Stoltenberg pergi."], "id"))
    ['Stoltenberg']
    >>> sorted(names_of(["Heboh Krim Bermerkuri di Rafah"], "id"))
    ['Rafah']
    """
    found = (name for text in texts for name in _names(text, language))
    return frozenset(name for name in found if len(name) >= _SHORTEST)


def _names(text: str, language: str) -> Iterator[str]:
    """Yield the names of one text; a headline's capitals say nothing of a word that is made like one."""
    spans = proper_words(text, language)
    headed = heading_names(text, language) if spans and is_title_case(text) else None
    for span in spans:
        name = bare(span.of(text))
        if headed is None or name in headed:
            yield name


def misspelt(here: Sequence[str], target: str) -> Iterator[tuple[Span, str]]:
    """Yield where the target has one of the names of its source in another spelling, and the right one.

    Small letters are another spelling too: a headline in title case is read as a sentence, and `Penyeberangan
    Rafah` comes out as `rafah crossing`.

    Only a word that is no English or Indonesian word and no other name of the article is taken for
    a misspelling, and only if a single name of the sentence is like it. `Crimea` for `Krimea` is not:
    that is how English writes it.
    """
    lost = []
    for name in here:
        place = find(name, target)
        if place is None:
            lost.append(name)
        elif place.of(target).islower():
            yield Span(place.start, place.start + len(name)), name
    if not lost:
        return
    heard = {spelling(name) for name in here}
    strangers = [
        span
        for word in words(target)
        if (span := word.span).of(target)[0].isupper()
        and bare(span.of(target)) not in here
        and spelling(span.of(target)) not in heard
        and not known(word.text, "en")
        and not known(word.text, "id")
    ]
    for span in strangers:
        said = bare(span.of(target))
        like = [name for name in lost if _likeness(name, said) >= _ALIKE]
        if len(like) == 1:
            lost.remove(like[0])
            yield Span(span.start, span.start + len(said)), like[0]


def standing(source: str, names: frozenset[str]) -> list[str]:
    """Return those of an article's names that stand in one of its sentences, each once."""
    found = (bare(word.span.of(source)) for word in words(source)) if names else ()
    return list(dict.fromkeys(word for word in found if word in names))


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.lower(), other.lower()).ratio()

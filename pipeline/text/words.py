"""Cut a text into words with their places, so that every check counts the same things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Word(NamedTuple):
    """A word in small letters, and where it stands."""

    text: str
    span: Span


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in small letters, digits and marks left out.

    >>> [word.text for word in words("Negara-negara itu TAK hadir, kata PBB.")]
    ['negara-negara', 'itu', 'tak', 'hadir', 'kata', 'pbb']
    """
    return tuple(Word(found[0].lower(), Span(*found.span())) for found in _WORD.finditer(text))


@lru_cache(maxsize=4096)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different words of `text`, in small letters."""
    return frozenset(word.text for word in words(text))


BEGINNING = 5
"""So many letters of a word tell whether a pattern can match it at all."""


@lru_cache(maxsize=4096)
def beginnings(text: str) -> frozenset[str]:
    """Return the first one to five letters of every word, and of the parts of compounds.

    >>> sorted(beginnings("Naik!"))
    ['n', 'na', 'nai', 'naik']
    """
    return frozenset(
        word[:length]
        for one in vocabulary(text)
        for word in {one, *one.split("-")}
        for length in range(1, min(BEGINNING, len(word)) + 1)
    )


def _phrase(form: str) -> re.Pattern[str]:
    inside = r"\s+".join(re.escape(part) for part in form.split()).replace("'", "['’]")
    # `agency` is right as `agencies`, `fisherman` as `fishermen`.
    inside = re.sub(r"(?<=[bcdfghjklmnpqrstvwxz])y$", "(?:y|ie(?=s))", inside)
    inside = re.sub(r"(?<=m)an$", "[ae]n", inside)
    # A sign (`US$`) is no word: figures may stand right behind it.
    before = r"(?<![^\W_])" if form[:1].isalnum() else ""
    behind = r"(?:['’]?s|es|['’])?(?![^\W_])" if form[-1:].isalnum() else ""
    return re.compile(before + inside + behind, re.IGNORECASE)


_compiled = lru_cache(maxsize=16384)(_phrase)


@lru_cache(maxsize=16384)
def _first_letters(form: str) -> str:
    return re.split(r"[\s'’]", form.strip(), maxsplit=1)[0][:2].lower()


@lru_cache(maxsize=64)
def _lowered(text: str) -> str:
    return text.lower()


def find(form: str, text: str) -> Span | None:
    """Return where `form` first stands in `text` as whole words, an English plural or genitive too.

    >>> find("North Korea", "Over north Korea's skies")
    Span(start=5, end=18)
    >>> find("Cina", "Cinangka") is None
    True
    """
    # Most forms are nowhere in a text: a look at their first letters saves compiling their pattern.
    if not form.strip() or _first_letters(form) not in _lowered(text):
        return None
    found = _compiled(form).search(text)
    return Span(*found.span()) if found else None

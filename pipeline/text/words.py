"""Cut a text into words with their places, so that every check counts the same things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A word, with the parts of a compound and what an apostrophe hangs on to it."""


class Word(NamedTuple):
    """A word in small letters, and where it stands."""

    text: str
    span: Span


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in small letters, digits and marks left out.

    >>> [word.text for word in words("Negara-negara itu TAK hadir, kata PBB.")]
    ['negara-negara', 'itu', 'tak', 'hadir', 'kata', 'pbb']
    """
    # The constructor of a named tuple is a call of its own, twice for every word that is ever checked.
    made = tuple.__new__
    return tuple([made(Word, (found[0].lower(), made(Span, found.span()))) for found in WORD.finditer(text)])


@lru_cache(maxsize=1024)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different words of `text`, in small letters."""
    return frozenset(map(str.lower, WORD.findall(text)))


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


class _Needle(NamedTuple):
    """Letters to look for, and the ones that have to follow: `agenc` + `ies` of `agency`."""

    letters: str
    follows: str = ""


@lru_cache(maxsize=256)
def _small(text: str) -> str | None:
    """Return `text` in small letters, or None where a search for letters would miss what an expression finds."""
    small = text.lower()
    return None if len(small) != len(text) or _ODD_SPACE.search(text) else small


_ODD_SPACE = re.compile(r"[^\S ]|  ")
_ENDINGS = ("'s", "’s", "s", "es", "'", "’", "")
"""What English hangs on to a word, the longest first."""


@lru_cache(maxsize=16384)
def _needles(form: str) -> tuple[_Needle, ...]:
    """Return what to look for, or nothing where it takes an expression."""
    letters = " ".join(form.lower().split())
    if "'" in letters or not letters:
        return ()
    found = [_Needle(letters)]
    if letters.endswith("y") and letters[-2:-1] in set("bcdfghjklmnpqrstvwxz"):
        found.append(_Needle(f"{letters[:-1]}ie", "s"))
    elif letters.endswith("man"):
        found.append(_Needle(f"{letters[:-2]}en"))
    return tuple(found)


def _at(needle: _Needle, form: str, text: str) -> Span | None:
    """Return where a needle first stands as whole words."""
    start = text.find(needle.letters)
    while start >= 0:
        end = start + len(needle.letters)
        whole = not (form[0].isalnum() and start and text[start - 1].isalnum())
        if whole and text.startswith(needle.follows, end):
            if not form[-1].isalnum():
                return Span(start, end)
            for ending in _ENDINGS:
                behind = end + len(ending)
                if text.startswith(ending, end) and not text[behind : behind + 1].isalnum():
                    return Span(start, behind)
        start = text.find(needle.letters, start + 1)
    return None


def find(form: str, text: str) -> Span | None:
    """Return where `form` first stands in `text` as whole words, an English plural or genitive too.

    >>> find("North Korea", "Over north Korea's skies")
    Span(start=5, end=18)
    >>> find("Cina", "Cinangka") is None
    True
    """
    form = form.strip()
    if not form:
        return None
    small, needles = _small(text), _needles(form)
    if small is None or not needles:
        # A term across a line break, a name with an apostrophe of either kind.
        found = _compiled(form).search(text)
        return Span(*found.span()) if found else None
    return min(filter(None, (_at(needle, form, small) for needle in needles)), default=None)

"""Which of a form's readings is meant in a place, and how its translation is written there.

`PBB` is the United Nations, a tax and a party; `MA` a court and a school; `as` no country. The words
around decide, and where they say nothing the form is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Policy, Span, Term, TermMatch
from pipeline.text.english import LEXICON

_WORD = re.compile(r"\w+(?:[.’']\w+)*")
_CAPITAL_BEFORE = re.compile(r"(?:^|[\s“\"(])[A-Z][\w’'-]* $")
_LEADERS = frozenset("office title institution place event military organisation agency party".split())
"""Kinds of words that stand in front of a name and are translated there: `Bupati Cianjur`, `Polres Malang`."""
_SMALL_WORDS = frozenset("of for and the in to on at by".split())
_TITLES = frozenset({"office", "title"})
"""Kinds whose capital says only that a name follows: `menteri keuangan`, `Menteri Keuangan Dewi Lestari`."""
_ANY_CASE = _TITLES | {"law", "concept", "economy"}
"""Kinds that a text may write with or without capitals: `Daerah Pemilihan`, `daerah pemilihan`."""


class Around(NamedTuple):
    """Where a term is looked for: the text and its language, the words of its article, and how it is capitalised."""

    text: str
    language: str
    article: frozenset[str]
    shouted: bool
    titled: bool


def words_around(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts in small letters, as the context that chooses between readings."""
    return frozenset[str]().union(*map(_words_of, texts))


@lru_cache(maxsize=256)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(map(str.casefold, _WORD.findall(text)))


def choose(span: Span, readings: Sequence[tuple[str, Term]], around: Around) -> TermMatch | None:
    """Choose among the terms that have one form, each with the form as its entry writes it.

    The reading for which most context speaks wins, then the order of the files; a form that only
    has readings with a context, none of which fits, is no term here.
    """
    surface = span.of(around.text)
    fitting = [
        term
        for form, term in readings
        if _fits_case(surface, form, term, around.shouted)
        and not _in_a_name(span, form, term, around)
        and not _is_somebody(span, term, around)
    ]
    if _is_grammar(surface, around):
        return None
    default = any(not term.context for term in fitting)
    spoken = [(_evidence(term, around, rival=default), term) for term in fitting]
    spoken = [(weight, term) for weight, term in spoken if weight is not None]
    if not spoken:
        return None
    term = max(spoken, key=lambda one: one[0] or 0)[1]
    return TermMatch(span, term, _written(term, surface, span, around))


def _evidence(term: Term, around: Around, *, rival: bool) -> int | None:
    """Count what speaks for a reading; None where it does not fit.

    One word of the article is enough for a form without a usual reading (`MK`). Against a usual one
    (`PBB` is the United Nations) it takes a word of the same sentence, or two of the article: a report
    on Gaza has `bangunan` without being about the tax on buildings.
    """
    if not term.context:
        return 0
    wanted = _folded(term.context)
    near, far = len(wanted & _words_of(around.text)), len(wanted & around.article)
    if near or far > rival:
        return 10 * near + far
    return None


@lru_cache(maxsize=4096)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(str.casefold, words))


def _fits_case(surface: str, form: str, term: Term, shouted: bool) -> bool:
    """Tell whether the text may write the term so: `as` is not AS, `Bank` may open a sentence.

    A form in capitals wants capitals; one with a capital wants it, so that `kali` (times) is not the
    Kali of a name; one in small letters takes any, and so does an office or a law.
    """
    surface = surface.replace("’", "'")
    if surface == form or shouted:
        return True
    if form.isupper():
        return surface.isupper()
    if form.islower() or term.kind in _ANY_CASE:
        return surface.casefold() == form.casefold()
    initials = zip(_WORD.findall(form), _WORD.findall(surface), strict=False)
    return all(word[0].isupper() or not wanted[0].isupper() for wanted, word in initials)


def _is_somebody(span: Span, term: Term, around: Around) -> bool:
    """Tell who is named by two initials, `polisi menangkap AS (34)`, or as a place is: `Georgia, 29, said`."""
    surface, text = span.of(around.text), around.text
    if around.language == "en":
        return term.kind in _PLACES and surface.isalpha() and bool(_YEARS_OLD.match(text, span.end))
    if around.shouted or not surface.isupper() or len(surface) != _INITIALS:
        return False
    return bool(_CULPRIT.search(_tail(text, span.start)) or _IN_BRACKETS.match(text, span.end))


_INITIALS = 2
"""`WNA (45)` and `ABK (25)` say what somebody is."""
_PLACES = frozenset({"place", "country"})
_YEARS_OLD = re.compile(r", [1-9][0-9], ")
_IN_BRACKETS = re.compile(r"\s?\([1-9][0-9](?:\)| (?:tahun|thn)\b)")
_CULPRIT = re.compile(r"\b(?:(?:ber)?inisial|terdakwa|tersangka|terpidana|pelaku)\s$", re.IGNORECASE)


def _is_grammar(surface: str, around: Around) -> bool:
    """Tell `WHERE IS THE MONEY?`, of no Islamic State; `US` in such a line is most often the country."""
    if not around.shouted or around.language != "en" or "?" not in around.text:
        return False
    return surface != "US" and surface.casefold() in LEXICON.function_words


def _in_a_name(span: Span, form: str, term: Term, around: Around) -> bool:
    """Tell a common word from a part of a name: `Kelapa Gading` is no coconut, `Feri Darmawan` no ferry."""
    surface = span.of(around.text)
    common = form.islower() and " " not in form and surface[0].isupper() and term.kind not in _LEADERS
    if not common or around.shouted or around.titled or surface.isupper():
        return False
    before = _CAPITAL_BEFORE.search(_tail(around.text, span.start))
    opens = _opens(around.text, span.start, ".!?:")
    return bool(before) or (not opens and _name_follows(around.text, span.end))


def _written(term: Term, surface: str, span: Span, around: Around) -> str:
    """Return the target form as this place asks for it.

    An acronym asks for the short form (`AS`, US), a title before a name for capitals (`Menlu Retno`,
    Foreign Minister Retno), the opening of a sentence for one.
    """
    if term.policy is Policy.KEEP or (surface in term.accepts and not around.shouted):
        return surface  # `Persib` may stay Persib
    if term.short and surface.isupper() and not around.shouted and len(surface) > 1:
        return term.short
    target = term.target
    if term.kind in _TITLES and surface[:1].isupper() and _name_follows(around.text, span.end):
        return _capitalised(target)
    if target[:1].islower() and surface[:1].isupper() and _opens(around.text, span.start, ".!?"):
        return target[0].upper() + target[1:]
    return target


def _opens(text: str, start: int, after: str) -> bool:
    """Tell whether what starts here opens a sentence; `after` are the marks that end the one before."""
    before = _tail(text, start).rstrip(" “\"'(‘")
    return before[-1:] in after


def _tail(text: str, start: int) -> str:
    """Return what stands just before, and no more: a line may have 100,000 characters."""
    return text[max(0, start - 40) : start]


def _name_follows(text: str, end: int) -> bool:
    return bool(re.match(r" [A-Z][a-z]", text[end : end + 3]))


def _capitalised(title: str) -> str:
    """Write a title as before a name: `minister of foreign affairs`, `Minister of Foreign Affairs`."""
    words = title.split(" ")
    return " ".join(
        word if word in _SMALL_WORDS and place else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )

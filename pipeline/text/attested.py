"""Tell a word, or a form of one, from letters that nobody has written before.

A small model puts pieces together: `cyberatetack`, `nextnament`, `tersejahteran`. So this knows what was written
in either language, and how forms are made of it. It would rather take an odd form for a word (`stadiuming`) than a
rare word for an odd form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, TypeAlias

from pipeline.text.indonesian import verbs_of

_ROOT = 3
"""Letters of the shortest root: of two letters anything is made."""

_DEEP = 3
"""So many endings and prefixes are taken off, one after the other (`ketidak-sedia-an-nya`)."""

Written: TypeAlias = frozenset[str] | set[str]

_LONGEST = 7
"""Letters of the longest prefix or ending (`counter`, `ization`)."""

_PARTED = re.compile("[-'’]")
_TRIPLED = re.compile(r"(.)\1\1")
"""No word of either language has it, and a model that hangs does (`employeeees`)."""


@lru_cache(maxsize=65536)
def attested(word: str, language: str) -> bool:
    """Tell whether a word in small letters was seen in texts of a language, or is a regular form of one that was.

    >>> [attested(word, "en") for word in ("unaffordably", "earthquakes", "cyberatetack", "nextnament")]
    [True, True, False, False]
    >>> [attested(word, "id") for word in ("dikonfirmasikannya", "kota-kota", "tersejahteran")]
    [True, True, False]

    Of a language that nothing is known of, every word may be one.
    """
    return language not in _GRAMMAR or made_of(word, language, _written(language))


def is_name(word: str) -> bool:
    """Tell whether a word is often written with a capital inside sentences, and never without.

    >>> is_name("Britain"), is_name("Forbesbited")
    (True, False)
    """
    return word in _written("names")


@cache
def _written(which: str) -> frozenset[str]:
    """Return the words of a language in small letters, without most of their forms, or names."""
    rows = files("pipeline.text").joinpath(f"attested.{which}.txt").read_text("utf-8").splitlines()
    return frozenset([row for row in rows if not row.startswith("#")])


def made_of(word: str, language: str, written: Written) -> bool:
    """Tell whether a word in small letters is one of those that were `written`, or a regular form of one."""
    if word in written:
        return True
    parts = _PARTED.split(word)
    if len(parts) > 1:
        return all(len(part) < _ROOT or made_of(part, language, written) for part in parts)
    return not _TRIPLED.search(word) and _derived(word, _GRAMMAR[language], written, _DEEP)


def _derived(word: str, grammar: _Grammar, written: Written, deep: int) -> bool:
    """Tell whether a word is a form of one that was written, or has such forms itself."""
    bases = [base for base in grammar.bases(word) if len(base) >= _ROOT]
    return (
        not written.isdisjoint(bases)
        or not written.isdisjoint(grammar.forms(word))
        or (deep > 1 and any(_derived(base, grammar, written, deep - 1) for base in bases))
    )


class _Grammar(NamedTuple):
    """What a word may be a form of, and what forms it may have."""

    bases: Callable[[str], Iterator[str]]
    forms: Callable[[str], tuple[str, ...]]


_ENGLISH_ENDINGS = frozenset(
    """
    s es d ed ing ings er ers or ors est ly ness less like wise ship ships hood ful able ability ably y ish al ally
    ist ists ism ize izes ized izing izer ization ise ises ised ising isation man men woman women
    """.split()
)
_ENGLISH_PREFIXES = frozenset(
    """
    un re non anti pre post mis over under out inter super sub multi co counter cyber bio geo micro mini semi tele
    ultra self mid fore eco electro hydro neuro psycho socio thermo trans auto aero macro mega nano photo radio hyper
    infra quasi
    """.split()
)
_SPELLINGS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("tre", "ter"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
)
"""British and American: a word that was seen in one spelling is a word in the other."""


def _cut(word: str, parts: frozenset[str], *, from_end: bool = True) -> Iterator[tuple[str, str]]:
    """Yield both halves of a word wherever its end, or its beginning, is one of `parts`."""
    for length in range(1, min(_LONGEST, len(word) - 1) + 1):
        place = len(word) - length if from_end else length
        before, behind = word[:place], word[place:]
        if (behind if from_end else before) in parts:
            yield before, behind


def _english(word: str) -> Iterator[str]:
    for rest, ending in _cut(word, _ENGLISH_ENDINGS):
        if len(rest) >= _ROOT:
            yield rest
            yield from _before_ending(rest, ending)
    for _, rest in _cut(word, _ENGLISH_PREFIXES, from_end=False):
        if len(rest) > _ROOT:
            yield rest
    for british, american in _SPELLINGS:
        if british in word:
            yield word.replace(british, american)
        if american in word:
            yield word.replace(american, british)


def _before_ending(rest: str, ending: str) -> Iterator[str]:
    """Yield what English may have changed for an ending: `mak(e)ing`, `plan(n)ed`, `cit(y)ies`, `possib(le)ly`."""
    if ending[0] in "aeioy":
        yield f"{rest}e"
        if rest[-1] == rest[-2] and rest[-1] not in "aeiou":
            yield rest[:-1]
    if ending == "ly":
        yield f"{rest}le"
    if rest[-1] in _CHANGED:
        yield rest[:-1] + _CHANGED[rest[-1]]


_CHANGED = {"i": "y", "v": "f"}


def _english_forms(word: str) -> tuple[str, ...]:
    return f"{word}s", f"{word}ed", f"{word}ing", f"{word}d", f"{word[:-1]}ing"


_INDONESIAN_ENDINGS = frozenset("nya lah kah pun ku mu kan an i in isme isasi itas wan wati".split())
_INDONESIAN_PREFIXES = frozenset(
    """
    di ter be ber bel pe per pel ke se me memper diper ketidak anti non pra pasca multi antar sub super eks tuna swa
    maha semi mikro makro para hiper bio geo tele inter trans kontra nir ultra dwi tri agro auto elektro foto hidro
    infra mega mini nano neo neuro pro psiko re sosio termo siber serba
    """.split()
)
_NASAL = re.compile("(?:[mp]e(?=[mn])|(?=n[gy]))(ng|ny|m|n)(?=..)")
_AFTER = {"ng": ("k", "aeioughk"), "ny": ("s", ""), "m": ("p", "bpfv"), "n": ("t", "cdjtszv")}
"""After the nasal of a prefix: the letter whose place it takes, and those that may stand behind it.

`mengvakuasi` is no form of anything.
"""


def _indonesian(word: str) -> Iterator[str]:
    for rest, _ in _cut(word, _INDONESIAN_ENDINGS):
        yield rest
    nasal = _NASAL.match(word)
    if nasal:
        swallowed, kept = _AFTER[nasal[1]]
        rest = word[nasal.end() :]
        if rest[0] in "aeiou":
            yield f"{swallowed}{rest}"
        if rest[0] in kept:
            yield rest
        if rest[0] == "e" and nasal[1] == "ng":
            yield rest[1:]
    for prefix, rest in _cut(word, _INDONESIAN_PREFIXES, from_end=False):
        # `mengvakuasi` isn't `me` before `ngvakuasi` either.
        if not (nasal and prefix in {"me", "pe"}):
            yield rest


def _indonesian_forms(word: str) -> tuple[str, ...]:
    return (*verbs_of(word)[:-1], f"{word}kan", f"me{word}")


_GRAMMAR = {"en": _Grammar(_english, _english_forms), "id": _Grammar(_indonesian, _indonesian_forms)}

"""Which word may stand for which in the other language, and so which words of a sentence were translated.

A dropped clause leaves a run of source words that nothing in the translation stands for; an invented
one leaves such a run in the translation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import NamedTuple, TypeAlias

from pipeline.model import Span
from pipeline.text.languages import lexicon
from pipeline.text.stems import stem
from pipeline.text.words import Word, vocabulary, words

_PREFIX = 4
"""Words that share so many letters are taken for forms of one (`democracy`, `demokrasi` share five)."""

_Stems: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""Stems, and the first letters of those that are long enough to be told by them."""


@cache
def _table(language: str) -> Mapping[str, frozenset[str]]:
    """Return for each stem of `language` that is a word the stems of the other that may stand for it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    rows = files("pipeline.text").joinpath("translations.tsv").read_text("utf-8").splitlines()
    for row in rows:
        word, _, others = row.partition("\t")
        if word.startswith("#"):
            continue
        if language == "id":
            if word:
                found[word].update(others.split())
            continue
        for other in others.split():
            found[other].update({word} - {""})
    return {word: frozenset(others) for word, others in found.items()}


def known(word: str, language: str) -> bool:
    """Tell whether anything is known of a word in small letters.

    >>> known("bandara", "id"), known("airport", "en"), known("Wahyuni".lower(), "id")
    (True, True, False)
    """
    return stem(word, language) in _table(language)


@lru_cache(maxsize=65536)
def translations(word: str, language: str) -> frozenset[str]:
    """Return the stems of the other language that may stand for a word in small letters.

    >>> "quarantin" in translations("karantina", "id")
    True
    """
    return _table(language).get(stem(word, language), frozenset())


@lru_cache(maxsize=1024)
def _stems(text: str, language: str) -> _Stems:
    return _with_firsts(frozenset(map(stem, vocabulary(text), repeat(language))))


@lru_cache(maxsize=65536)
def _sayings(word: str, language: str) -> _Stems:
    """Return the stems that may stand for a word, its own among them."""
    return _with_firsts(translations(word, language) | {stem(word, language)})


def _with_firsts(stems: frozenset[str]) -> _Stems:
    return stems, frozenset([one[:_PREFIX] for one in stems if len(one) >= _PREFIX])


def said(word: str, language: str, other: str, other_language: str) -> bool:
    """Tell whether a word in small letters, or one that may stand for it, is in the text `other`.

    >>> said("bandara", "id", "The airport closed.", "en"), said("banjir", "id", "The airport closed.", "en")
    (True, False)
    """
    (stems, firsts), (own_stems, own_firsts) = _stems(other, other_language), _sayings(word, language)
    return not (stems.isdisjoint(own_stems) and firsts.isdisjoint(own_firsts))


def translated(word: str, language: str, other: str, other_language: str) -> bool:
    """Tell whether a known translation of a word in small letters is in the text `other`; a copy is none.

    >>> translated("jawa", "id", "The Java Sea", "en"), translated("wagimin", "id", "Wagimin said", "en")
    (True, False)
    """
    theirs, _ = _stems(other, other_language)
    return not theirs.isdisjoint(translations(word, language))


class Coverage(NamedTuple):
    """How much of a text the other one says."""

    judged: int
    """Words that could be judged: no function words, and none that nothing is known of."""
    silent: int
    """Words among them that nothing in the other text stands for."""
    runs: tuple[tuple[Word, ...], ...]
    """The silent words, those that follow each other together."""

    @property
    def longest(self) -> tuple[Word, ...]:
        """The longest run, empty where all is said."""
        return max(self.runs, key=len, default=())


@lru_cache(maxsize=4096)
def coverage(
    text: str, language: str, other: str, other_language: str, settled: tuple[Span, ...] = ()
) -> Coverage:
    """Work out which words of `text` nothing in `other` stands for.

    Function words, light words, and those that nothing is known of (names) break no run and make none;
    neither do words in the stretches that are `settled` otherwise: terms that were kept, mere padding.
    """
    lexical = lexicon(language)
    function_words = lexical.function_words if lexical else frozenset()
    light_words = lexical.light_words if lexical else frozenset()
    stems, firsts = _stems(other, other_language)
    runs: list[tuple[Word, ...]] = []
    run: list[Word] = []
    judged = silent = 0
    for word in words(text):
        if word.text in function_words or (settled and any(span.overlaps(word.span) for span in settled)):
            continue
        own_stems, own_firsts = _sayings(word.text, language)
        if not (stems.isdisjoint(own_stems) and firsts.isdisjoint(own_firsts)):
            judged += 1
            if run:
                runs.append(tuple(run))
                run = []
        elif word.text not in light_words and translations(word.text, language):
            judged += 1
            silent += 1
            run.append(word)
    if run:
        runs.append(tuple(run))
    return Coverage(judged, silent, tuple(runs))


def answers(word: str, language: str, other: str, other_language: str) -> tuple[Word, ...]:
    """Return the words of the text `other` that may stand for a word in small letters.

    >>> [found.text for found in answers("dijawab", "id", "The letter was answered.", "en")]
    ['answered']
    """
    wanted = translations(word, language)
    return tuple(found for found in words(other) if stem(found.text, other_language) in wanted)


def short_forms(text: str, language: str, other: str, other_language: str) -> int:
    """Return how many capitalised words of `text` the other has to say in other words (`Kejati`, `BMKG`).

    >>> short_forms("Kejati memeriksa bupati.", "id", "The High Prosecutor's Office questioned the regent.", "en")
    1
    """
    return sum(
        text[word.span.start].isupper() and not said(word.text, language, other, other_language)
        for word in words(text)
        if text[word.span.start : word.span.end].isupper() or not translations(word.text, language)
    )

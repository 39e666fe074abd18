"""Find words of the source that stand in a translation and are neither names nor terms nor words of its language.

A model copies what it does not know: `the pemadaman in three villages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Direction, Policy, Span, TermMatch
from pipeline.text.indonesian import looks_native
from pipeline.text.languages import lexicon
from pipeline.text.renderings import rendering
from pipeline.text.stems import stem
from pipeline.text.translations import known, translations
from pipeline.text.words import WORD, Word, vocabulary, words

GLOSS = "word"
"""The rule of an edit by which the desk has put in what a copied word means."""

_LINK = re.compile(r"\S*(?:://|www\.|@|#|\w\.\w{2,}[./]|\.\w+\.)\S*|\S+\.(?:id|com|org|net)\b\S*")
_SIGNS = re.compile(r"[@#]|://|www|\.\w")
"""Without one of these no address stands anywhere, and looking for one takes time."""

_PREFIXED = re.compile(r"(?:meng|meny|mem|men|di|ber|ter|ke|pe)[a-z]{5,}")
"""A verb (`menggeledah`): names of dishes and dances have no such prefix."""

_LOANS = frozenset(
    """
    adat angklung arisan banjar batik becak bajaj cidomo dangdut gamelan gudeg halal haram jamu kampung kebaya keris
    keroncong ketupat klepon lebaran lontong mudik mushala musala ngaben nasi ogoh-ogoh ojek opor padang pantun
    pecel pencak pempek pesantren pura puri puskesmas rendang sambal santri sarong satay sate silat soto subak takjil
    tahlilan tempe tenun warteg warung wayang kulit suling bedug blangkon songket ulos tumpeng rupiah kiai ustaz
    gotong royong halalbihalal imsak iftar sahur tarawih takbiran nyepi galungan kuningan melasti sekaten grebeg reog
    """.split()
)
"""Words for what English has no word for: papers keep them, and explain them once."""


class Text(NamedTuple):
    """A sentence and its translation, with the terms that were found in it."""

    source: str
    target: str
    direction: Direction
    matches: Sequence[TermMatch] = ()


def copied(unit: Text) -> Iterator[list[Word]]:
    """Yield runs of copied words that hold at least one that only the source language has."""
    own = lexicon(unit.direction.target)
    in_source = vocabulary(unit.source)
    if not any(is_foreign(word, unit.direction) for word in in_source & vocabulary(unit.target)):
        return  # names at most, as in most sentences
    links = (
        [Span(*found.span()) for found in _LINK.finditer(unit.target)] if _SIGNS.search(unit.target) else []
    )
    run: list[Word] = []
    betrayed = False
    for word in words(unit.target):
        shared = own is not None and word.text in own.function_words
        copied = word.text in in_source and not shared and not any(word.span.overlaps(link) for link in links)
        numbered = unit.target[word.span.end : word.span.end + 1].isdigit()  # the `A` of `jalan A14`
        if not copied or numbered or not _common(word, unit) or _kept(word.text, unit):
            if betrayed:
                yield run
            run, betrayed = [], False
            continue
        run.append(word)
        betrayed |= is_foreign(word.text, unit.direction)
    if betrayed:
        yield run


def meaning(run: Sequence[Word], language: str) -> str | None:
    """Return what copied words of `language` usually mean, or None: several would need another order too."""
    return rendering(run[0].text, language) if len(run) == 1 else None


def _common(word: Word, unit: Text) -> bool:
    """Tell a common word from a part of a name: small on either side, or with a capital for its place alone."""
    if unit.target[word.span.start].islower() or _opens(word, unit):
        return True
    return all(part in _as_written(unit.source) for part in _PARTS.findall(word.text))


def _opens(word: Word, unit: Text) -> bool:
    """Tell a word of the dictionary that opens a sentence or a quotation, as in `“Perang in Ukraine`."""
    source, target = unit.direction
    written = word.span.of(unit.target)
    usual = translations(word.text, source) if written[1:].islower() else frozenset()
    # `Australia` opens many a sentence, and its translations begin like it.
    if known(word.text, target) or not usual or any(one[:4] == word.text[:4] for one in usual):
        return False
    return written in _openings(unit.source)


_OPENING = re.compile(rf"(?:^|[.!?]\s+|[“\"‘(])\s*({WORD.pattern})(?=,?\s+[^\W\dA-Z])")


@lru_cache(maxsize=256)
def _openings(text: str) -> frozenset[str]:
    """Return the words that open a sentence or a quotation, with a small one behind them."""
    return frozenset(_OPENING.findall(text))


_PARTS = re.compile(r"\w+")


@lru_cache(maxsize=256)
def _as_written(text: str) -> frozenset[str]:
    return frozenset(_PARTS.findall(text))


@lru_cache(maxsize=65536)
def is_foreign(word: str, direction: Direction) -> bool:
    """Tell whether a word is one of the source's language and none of the target's."""
    source, target = direction
    return not known(word, target) and (known(word, source) or is_native(word, direction))


def is_native(word: str, direction: Direction) -> bool:
    """Tell a word that is always translated (`karantina`) from one that papers keep (`gudeg`)."""
    source, target = direction
    lexical = lexicon(source)
    if lexical is not None and word in lexical.function_words:
        return True
    usual = translations(word, source)
    return (bool(usual) and stem(word, target) not in usual) or (
        source == "id" and (looks_native(word) or bool(_PREFIXED.fullmatch(word)))
    )


def _kept(word: str, unit: Text) -> bool:
    """Tell whether the term base, or everybody, keeps this word as it is (`batik`, `mudik`)."""
    return word in _LOANS or any(
        word in vocabulary(match.target) or (match.term.policy is Policy.KEEP and word in match.term.source)
        for match in unit.matches
    )

"""Which words of a sentence are translated by which: the phrases whose target form can be written into the source.

Only what the lexicon is sure of in both directions counts, and only whole words: a wrong phrase
teaches the model to obey nonsense.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.model import Span
from pipeline.text.languages import lexicon as words_of
from pipeline.training.prior.lexicon import Lexicon, diagonal
from pipeline.training.vocabulary import Vocabulary

_LONGEST = 5
"""Words of the longest phrase: `Badan Meteorologi, Klimatologi, dan Geofisika` is left to the glossary."""

_SURE = 0.12
_SHORTEST = 4
_WORD = re.compile(r"\S+")
_EDGE = re.compile(r"^[^\w]+|[^\w]+$")


class Phrase(NamedTuple):
    """Words of the source and the words that translate them, as places in the two texts."""

    source: Span
    target: Span


def phrases(
    source: str, target: str, languages: tuple[str, str], vocabulary: Vocabulary, lexicon: Lexicon
) -> list[Phrase]:
    """Return the phrases of a pair, longest last, which may overlap."""
    read, written = vocabulary.read(source), vocabulary.write(target)
    words, others = _words(source, read, vocabulary), _words(target, written, vocabulary)
    if not words or not others:
        return []
    links = _partners(read, written, words, others, lexicon)
    found = []
    for length in range(1, _LONGEST + 1):
        for first in range(len(words) - length + 1):
            ends = [links.get(place, -1) for place in range(first, first + length)]
            low, high = min(ends), max(ends)
            if low < 0 or high - low + 1 != len(set(ends)) or len(set(ends)) != length:
                continue
            phrase = Phrase(
                _bare(source, Span(words[first].span.start, words[first + length - 1].span.end)),
                _bare(target, Span(others[low].span.start, others[high].span.end)),
            )
            if _tells(phrase, source, target, languages):
                found.append(phrase)
    return found


class _Word(NamedTuple):
    span: Span
    first: int


def _words(text: str, pieces: Sequence[int], vocabulary: Vocabulary) -> list[_Word]:
    """Return the words of `text`, each with its first piece; none if SentencePiece sees other words."""
    starts = [place for place, piece in enumerate(pieces) if place == 0 or vocabulary.opens_word(piece)]
    spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    if len(starts) != len(spans):
        return []
    return [_Word(span, start) for span, start in zip(spans, starts, strict=True)]


def _partners(
    read: Sequence[int], written: Sequence[int], words: list[_Word], others: list[_Word], lexicon: Lexicon
) -> dict[int, int]:
    """Link words of the two sides that are each other's best partner, and surely so."""
    source = np.asarray(read, dtype=np.int64)[:, None]
    target = np.asarray(written, dtype=np.int64)[None]
    forward, backward = lexicon.links(*np.broadcast_arrays(source, target))
    strength = np.sqrt(forward * backward) * diagonal(len(read), len(written))
    rows, columns = [word.first for word in words], [word.first for word in others]
    # A word is translated if its pieces are: the best partner in the other word for each, on average.
    by_target = _mean(np.maximum.reduceat(strength, rows, axis=0), columns, axis=1)
    by_source = _mean(np.maximum.reduceat(strength, columns, axis=1), rows, axis=0)
    both = np.sqrt(by_target * by_source)
    best, back = both.argmax(axis=1), both.argmax(axis=0)
    return {
        place: int(partner)
        for place, partner in enumerate(best)
        if back[partner] == place and both[place, partner] > _SURE
    }


def _mean(values: npt.NDArray[np.floating], starts: list[int], axis: int) -> npt.NDArray[np.floating]:
    counts = np.diff([*starts, values.shape[axis]])
    sums = np.add.reduceat(values, starts, axis=axis)
    return np.asarray(sums / (counts[None] if axis else counts[:, None]))


def _bare(text: str, span: Span) -> Span:
    """Leave out the marks around a phrase."""
    said = span.of(text)
    left = re.match(r"[^\w]*", said)
    right = re.search(r"[^\w]*$", said)
    assert left is not None
    assert right is not None
    return Span(span.start + left.end(), max(span.start + left.end(), span.start + right.start()))


def _tells(phrase: Phrase, source: str, target: str, languages: tuple[str, str]) -> bool:
    """Tell a phrase that a glossary could have from function words, figures and what is the same in both."""
    said, other = phrase.source.of(source), phrase.target.of(target)
    if len(said) < _SHORTEST and not said.isupper():
        return False
    if not other or said.casefold() == other.casefold() or re.search(r"[\d.,;:!?“”\"()]", said + other):
        return False
    return not any(
        _is_bounded_by_function_word(text, language)
        for text, language in zip((said, other), languages, strict=True)
    )


def _is_bounded_by_function_word(phrase: str, language: str) -> bool:
    own = words_of(language)
    function_words = own.function_words if own else frozenset()
    words = phrase.casefold().split()
    return words[0] in function_words or words[-1] in function_words


class PhraseTable:
    """The phrases of every prepared pair, by its number; four numbers each, read from the disk."""

    def __init__(self, starts: npt.NDArray[np.int64], spans: npt.NDArray[np.uint16]) -> None:
        self._starts, self._spans = starts, spans

    def __getitem__(self, number: int) -> tuple[Phrase, ...]:
        rows = self._spans[int(self._starts[number]) : int(self._starts[number + 1])]
        return tuple(Phrase(Span(int(a), int(b)), Span(int(c), int(d))) for a, b, c, d in rows)


def flat(found: Iterator[list[Phrase]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint16]]:
    """Set phrases of many pairs into two arrays, as `PhraseTable` reads them; those far out are left."""
    starts, rows = array("q", [0]), array("H")
    for listed in found:
        for one in listed:
            if max(*one.source, *one.target) < 1 << 16:
                rows.extend((*one.source, *one.target))
        starts.append(len(rows) // 4)
    return np.asarray(starts, np.int64), np.asarray(rows, np.uint16).reshape(-1, 4)

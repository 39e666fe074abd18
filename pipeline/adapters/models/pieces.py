"""Text to pieces and back, as MarianTokenizer does it, without importing transformers."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import sentencepiece

from pipeline.errors import EngineError
from pipeline.model import AttendedWord, Link, ScoredWord, Scoring, Span

END = "</s>"
UNKNOWN = "<unk>"
_SILENT = (END, UNKNOWN, "<pad>")
_SPACE = "▁"
_WINDOW = 1024
"""Texts whose pieces are remembered: those that go to the engine together, and some more."""
_WORD = re.compile(r"\S+")


class Pieces:
    """The SentencePiece models of a Marian folder, and the vocabulary that the weights know."""

    def __init__(self, folder: Path) -> None:
        self._source = _processor(folder / "source.spm")
        self._target = _processor(folder / "target.spm")
        self.vocabulary: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))

        # A text is counted, to see whether it fits, and then sent.
        self._encoded = lru_cache(maxsize=_WINDOW)(self._encode)

    def encode(self, text: str) -> tuple[str, ...]:
        """Return the pieces of `text`, the end mark not counted."""
        return self._encoded(text)

    def _encode(self, text: str) -> tuple[str, ...]:
        pieces: list[str] = self._source.encode(text, out_type=str)
        return tuple(piece if piece in self.vocabulary else UNKNOWN for piece in pieces)

    def encode_target(self, text: str) -> list[str]:
        """Return the target-side pieces of `text`, the end mark not counted."""
        pieces: list[str] = self._target.encode(text, out_type=str)
        return [piece if piece in self.vocabulary else UNKNOWN for piece in pieces]

    def decode(self, several: Sequence[Sequence[str]]) -> list[str]:
        """Return the text of each sequence of target pieces."""
        kept = [[piece for piece in pieces if piece not in _SILENT] for pieces in several]
        # For a list the library starts as many threads as there are cores, at every call.
        return [str(self._target.decode(one)).strip() for one in kept]


def _processor(path: Path) -> sentencepiece.SentencePieceProcessor:
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise EngineError(f"{path} can't be read ({error}); is it whole? Copy or fetch it again") from error


def link_words(
    source: str,
    target: str,
    source_pieces: Sequence[str],
    target_pieces: Sequence[str],
    attention: Sequence[Sequence[float]],
) -> tuple[Link, ...]:
    """Link each target word to the source word that it attends to most.

    `attention` has a row a target piece and a column a source piece. Words are what white space
    parts; where SentencePiece folds characters (`½` becomes `1⁄2`) and its words are no longer the
    text's, there are no links rather than wrong ones.
    """
    rows, columns = _word_numbers(target_pieces), _word_numbers(source_pieces)
    sources = [Span(*match.span()) for match in _WORD.finditer(source)]
    targets = [Span(*match.span()) for match in _WORD.finditer(target)]
    if not rows or not columns or rows[-1] + 1 != len(targets) or columns[-1] + 1 != len(sources):
        return ()
    # Sum the attention over the pieces of a word, on both sides: a row a target word, a column a source word.
    by_piece = np.asarray(attention, dtype=np.float32)[: len(rows), : len(columns)]
    mass = np.add.reduceat(np.add.reduceat(by_piece, _starts(rows), axis=0), _starts(columns), axis=1)
    mass /= np.bincount(rows)[:, None]
    best = mass.argmax(axis=1)
    weights = mass[np.arange(len(targets)), best]
    return tuple(
        Link(sources[column], target_span, weight)
        for target_span, column, weight in zip(targets, best.tolist(), weights.tolist(), strict=True)
    )


def _starts(numbers: Sequence[int]) -> list[int]:
    """Return where each word begins among its pieces."""
    return [place for place, number in enumerate(numbers) if place == 0 or number != numbers[place - 1]]


def score_words(
    pair: tuple[str, str],
    source_pieces: Sequence[str],
    target_pieces: Sequence[str],
    scores: Sequence[float],
    attention: Sequence[Sequence[float]],
) -> Scoring:
    """Gather a model's scores and attention word by word; the last of `scores` is that of the end."""
    source, target = pair
    words = [
        ScoredWord(span, sum(scores[row] for row in rows), len(rows))
        for span, rows in _by_word(target, target_pieces)
    ]
    attended = [
        AttendedWord(span, max((row[column] for row in attention for column in columns), default=0.0))
        for span, columns in _by_word(source, source_pieces)
    ]
    return Scoring(tuple(words), scores[-1], tuple(attended))


def _by_word(text: str, pieces: Sequence[str]) -> list[tuple[Span, list[int]]]:
    """Return each word of `text` with the numbers of its pieces.

    Where SentencePiece folds characters and its words are no longer the text's, every word is taken
    to be the whole text: the scores are right, only their places are not known.
    """
    numbers = _word_numbers(pieces)
    spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    count = numbers[-1] + 1 if numbers else 0
    if len(spans) != count:
        spans = [Span(0, len(text))] * count
    grouped: list[list[int]] = [[] for _ in spans]
    for position, number in enumerate(numbers):
        grouped[number].append(position)
    return [(span, found) for span, found in zip(spans, grouped, strict=True) if found]


def _word_numbers(pieces: Sequence[str]) -> list[int]:
    """Number the words that pieces belong to: a piece that starts with `▁` starts a word."""
    numbers, word = [], -1
    for position, piece in enumerate(pieces):
        if (piece.startswith(_SPACE) and piece != _SPACE) or position == 0:
            word += 1
        elif piece == _SPACE:
            # A lone space piece opens the word of the next piece, or nothing at the end of a line.
            word += position + 1 < len(pieces)
        numbers.append(max(word, 0))
    return numbers

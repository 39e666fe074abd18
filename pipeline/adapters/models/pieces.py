"""Text to pieces and back, as MarianTokenizer does it, without importing transformers."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import sentencepiece

from pipeline.model import Link, Span

END = "</s>"
UNKNOWN = "<unk>"
_SPACE = "▁"
_WORD = re.compile(r"\S+")


class Pieces:
    """The SentencePiece models of a Marian folder, and the vocabulary that the weights know."""

    def __init__(self, folder: Path) -> None:
        self._source = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
        self._target = sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm"))
        self.vocabulary: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))

    def encode(self, text: str) -> list[str]:
        """Return the pieces of `text`, the end mark not counted."""
        pieces: list[str] = self._source.encode(text, out_type=str)
        return [piece if piece in self.vocabulary else UNKNOWN for piece in pieces]

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text of target pieces."""
        kept = [piece for piece in pieces if piece not in (END, UNKNOWN, "<pad>")]
        return str(self._target.decode(kept)).strip()


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
    mass = [[0.0] * len(sources) for _ in targets]
    pieces = [0] * len(targets)
    for row, weights in zip(rows, attention, strict=False):
        pieces[row] += 1
        for column, weight in zip(columns, weights, strict=False):
            mass[row][column] += weight
    best = [max(range(len(sources)), key=row.__getitem__) for row in mass]
    return tuple(
        Link(sources[column], targets[row], mass[row][column] / pieces[row])
        for row, column in enumerate(best)
        if pieces[row]
    )


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

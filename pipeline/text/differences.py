"""What changed between two versions of a sentence, in whole words, so that a person can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_PIECE = re.compile(r"\w+(?:[.,’'-]\w+)*|\s+|[^\w\s]")
_LONG = 4_000
"""Pieces beyond which two texts are compared as wholes: quadratic time would hang a page on a 1 MB title."""


class Piece(NamedTuple):
    """A stretch of text that stayed, went or came."""

    text: str
    change: Literal["same", "gone", "new"]


def differences(before: str, after: str) -> list[Piece]:
    """Return the pieces that lead from `before` to `after`, what went before what came.

    >>> [piece.text for piece in differences("Rp 1,5 triliun", "Rp 1,6 triliun") if piece.change != "same"]
    ['1,5', '1,6']
    """
    if before == after:
        return [Piece(before, "same")] if before else []
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) + len(new) > _LONG:
        return [piece for piece in (Piece(before, "gone"), Piece(after, "new")) if piece.text]
    return list(_joined(_pieces(old, new)))


def distance(before: str, after: str) -> float:
    """Return the share of words that changed, from 0 (untouched) to 1 (written anew).

    >>> distance("The minister left", "The minister left")
    0.0
    """
    old, new = before.split(), after.split()
    longest = max(len(old), len(new))
    if not longest or old == new:
        return 0.0
    if longest > _LONG:
        return 1.0
    same = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
    return 1 - same / longest


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece("".join(old[i1:i2]), "same")
            continue
        if i1 < i2:
            yield Piece("".join(old[i1:i2]), "gone")
        if j1 < j2:
            yield Piece("".join(new[j1:j2]), "new")


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Let a change run over the blank between two changed words: one mark is read, three are puzzled over."""
    gone = new = ""
    waiting = ""
    for piece in pieces:
        if piece.change == "same" and piece.text.isspace() and (gone or new):
            waiting = piece.text
            continue
        if piece.change == "same":
            yield from _change(gone, new)
            yield Piece(waiting + piece.text, "same")
            gone = new = waiting = ""
        elif piece.change == "gone":
            gone, new, waiting = gone + waiting + piece.text, new + waiting if waiting else new, ""
        else:
            gone, new, waiting = gone + waiting if waiting else gone, new + waiting + piece.text, ""
    yield from _change(gone, new)
    if waiting:
        yield Piece(waiting, "same")


def _change(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece(gone, "gone")
    if new:
        yield Piece(new, "new")

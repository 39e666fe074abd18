"""Find quotations, whatever marks a site uses, and the marks that stand without their partner.

A sentence of a longer quotation has only one of its marks, or none: `“Perang ini bukan hanya krisis.`
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Span

_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"＂'
_EITHER = f"{_STRAIGHT}”"
_SINGLE_OPENING, _SINGLE_CLOSING = "‘'", "’'"

_ANY = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}{_SINGLE_OPENING}{_SINGLE_CLOSING}]")


class Quotations(NamedTuple):
    """Quotations with both marks, then the places of opening and of closing marks left alone."""

    spans: tuple[Span, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]

    @property
    def number(self) -> int:
        """How many quotations the text has a part of."""
        return len(self.spans) + len(self.opened) + len(self.closed)

    @property
    def balanced(self) -> bool:
        """Whether every mark has its partner."""
        return not self.opened and not self.closed


@lru_cache(maxsize=4096)
def quotations(text: str) -> Quotations:
    """Return the quotations of `text`, marks included; apostrophes are none.

    >>> found = quotations("“It's over,” he said, and spoke of ‘peace’.")
    >>> [(span.start, span.end) for span in found.spans], found.balanced
    ([(0, 12), (35, 42)], True)
    >>> quotations("“Perang ini bukan hanya krisis.").opened
    (0,)
    """
    if not _ANY.search(text):
        return Quotations((), (), ())
    spans: list[Span] = []
    double: list[int] = []
    single: list[int] = []
    closed: list[int] = []
    for place, mark in enumerate(text):
        # `”Aneh,” katanya`: some papers open with the mark that closes.
        if mark in _OPENING or (not double and mark in _EITHER and _opens(text, place)):
            double.append(place)
        elif mark in _CLOSING or mark in _STRAIGHT:
            if double:
                spans.append(Span(double.pop(), place + 1))
            else:
                closed.append(place)
        elif mark in _SINGLE_OPENING and _opens(text, place) and _opens_word(text, place):
            single.append(place)
        elif mark in _SINGLE_CLOSING and single and _closes(text, place):
            spans.append(Span(single.pop(), place + 1))
    return Quotations(tuple(sorted(spans)), tuple(double), tuple(closed))


def _opens(text: str, place: int) -> bool:
    """Tell whether a mark at `place` has a word after it and none before."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(after.strip()) and not (before.isalnum() or before in set(",.!?…"))


def _opens_word(text: str, place: int) -> bool:
    """Tell a quotation from an apostrophe that stands for a century or a syllable (`'98`, `'til`)."""
    return not text[place + 1 : place + 2].isdigit()


def _closes(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before.strip()) and not after.isalnum()


def outside(text: str) -> str:
    """Return `text` with its quotations blanked, every other character where it was.

    >>> outside("“Ya,” kata dia.")
    '      kata dia.'
    """
    letters = list(text)
    for span in quotations(text).spans:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)

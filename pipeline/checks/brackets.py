"""A bracket was lost, added or left open.

`(kiri)` says who stands where, `(47)` how old someone is: without its brackets neither can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MINOR

_PAIRS = {"(": ")", "[": "]"}
_ANY = re.compile(r"[()\[\]]")
_BRACKETED = re.compile(r"\([^()]*\)")
_LIST_MARK = re.compile(r"^\s*\w{1,3}\)")
"""`a) …`, `1) …`"""


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a bracket without its partner, where the source is in order."""
    place = _alone(unit.target)
    if place is not None and _alone(unit.source) is None:
        yield Finding(
            f"“{unit.target[place]}” has no partner: close the bracket, or strike it.",
            None,
            Span(place, place + 1),
            Severity.MAJOR,
        )
    elif len(said := _said(unit.source)) > len(_said(unit.target)):
        yield Finding(
            f"The source says “{said[0].of(unit.source)}” in brackets, the translation has fewer brackets: "
            "see that it is said.",
            said[0],
        )


def _said(text: str) -> list[Span]:
    """Return what stands in brackets but for ages, which English sets in commas (`Sari, 47, said`)."""
    return [Span(*found.span()) for found in _BRACKETED.finditer(text) if not found[0][1:-1].isdigit()]


def _alone(text: str) -> int | None:
    """Return the place of the first bracket without a partner."""
    if not _ANY.search(text):
        return None
    waiting: list[int] = []
    mark = _LIST_MARK.match(text)
    for place, letter in enumerate(text):
        if mark and place < mark.end():
            continue
        if letter in _PAIRS:
            waiting.append(place)
        elif letter in _PAIRS.values():
            if not waiting or _PAIRS[text[waiting[-1]]] != letter:
                return place
            waiting.pop()
    return waiting[0] if waiting else None

"""Weigh what an open line most likely is: what it looks like, and what stands around it.

Rules know the lines that somebody has seen. What lines of a kind have in common, on all pages that a
person has read, stands as numbers in `kinds.tsv`: `dwibahasa evaluate language --calibrate` writes it.
A rule's word counts too, and more than the last resort's; but `Story Saved` above a paragraph looks like
a subhead to the rules alone, and to nobody who sees that buttons stand above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import fsum, inf, log
from pathlib import Path
from typing import NamedTuple

from pipeline.model import CARRIED, BlockKind
from pipeline.stages.page import Page
from pipeline.text import layout
from pipeline.text.traits import traits

KINDS = Path(__file__).with_name("kinds.tsv")

BIAS = "always"
"""The row of what speaks for a kind by itself."""

_RULED, _DEFAULT = log(30), log(6)
"""What a rule's word weighs, or a sentence's; and the last resort's that a line is a subhead.

As much as evidence that is so many times likelier.
"""

_LOST = log(2)
"""To lose a line of the report is worse than to translate a button, so the evidence for it has to be stronger."""

_LOST_AMID = log(12)
"""Between two paragraphs most lines are subheads, and what a site puts there says so: `Baca juga`, `Iklan`."""

_PLAIN_WORDS = 14
"""A paragraph amid the report with more words is one: a site says what it has to say in fewer."""


_NAMED_WORDS = 16
_NAMES = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.MASTHEAD, BlockKind.TAGS})
"""Kinds that name somebody or something, which takes fewer words."""


class _Weights(NamedTuple):
    """For each piece of evidence what it says for each kind: natural logarithms, in the order of `kinds`."""

    kinds: tuple[BlockKind, ...]
    rows: Mapping[str, tuple[float, ...]]


@cache
def _weights() -> _Weights:
    """Read the table that ships, once."""
    head, *lines = (line for line in KINDS.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return _Weights(
        tuple(map(BlockKind, head.split("\t")[1:])), {name: tuple(map(float, row)) for name, *row in rows}
    )


def likely(page: Page, place: int, ruled: BlockKind | None, default: BlockKind) -> BlockKind:
    """Return what an open line most likely is, given what a rule says of it, or else the last resort.

    The lines above it are typed.
    """
    kinds, rows = _weights()
    said = ruled or default
    if said is BlockKind.CAPTION or said not in kinds:
        return said  # what a picture shows stands beside its credit, and few subheads do
    if said is BlockKind.PARAGRAPH and _is_plain(page, place):
        return said
    found = [rows[BIAS], *(rows[name] for name in evidence(page, place) if name in rows)]
    scores = {kind: fsum(row) for kind, row in zip(kinds, zip(*found, strict=True), strict=True)}
    if said not in CARRIED:
        lost = _LOST_AMID if _parts_prose(page, place) else _LOST
        scores |= {kind: scores[kind] - lost for kind in CARRIED.intersection(kinds)}
    if page.text(place).count(" ") >= _NAMED_WORDS:
        scores |= dict.fromkeys(_NAMES.intersection(scores), -inf)
    scores[said] += _RULED if ruled or said is BlockKind.PARAGRAPH else _DEFAULT
    return max(scores, key=scores.__getitem__)


def _parts_prose(page: Page, place: int) -> bool:
    if not page.lead < place < page.last:
        return False
    below = page.kind(place + 1)
    told = below in _OF_REPORT or (below is None and layout.is_prose(page.text(place + 1)))
    return told and page.kind(place - 1) is BlockKind.PARAGRAPH


_OF_REPORT = (BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.LIST_ITEM)
"""What else may stand below a line amid the report: who wrote a post that is quoted, a picture."""


def _is_plain(page: Page, place: int) -> bool:
    text = page.text(place)
    amid = page.lead <= place <= page.last and text.count(" ") >= _PLAIN_WORDS
    return amid or (len(text) < _SHORT and _TWO_SENTENCES.search(text) is not None)


_SHORT = 60
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?][”\"]? [A-Z“\"].*[a-z]{3}[.!?][”\"]?$")
"""`Jembatan itu dibuka. Warga bersorak.`"""


def evidence(page: Page, place: int) -> Iterator[str]:
    """Yield the names of what speaks for one kind or another; the lines above `place` are typed."""
    looks = traits(page.text(place))
    yield from looks
    above = _name(page, place - 1)
    yield f"above {above}"
    for look in looks[:_SHAPE]:
        yield f"above {above}, {look}"
    if page.text(place - 1).endswith(":"):
        yield "above colon"
    yield f"below {_name(page, place + 1)}"
    if place + 1 < len(page.lines):
        for look in traits(page.text(place + 1))[:_SHAPE]:
            yield f"below {look}"
    zone = _zone(page, place)
    yield f"zone {zone}"
    if zone == "tail":
        yield f"behind {_step(place - page.last)}"
    start, end = page.between_prose(place)
    parts = [kind for kind in page.kinds[max(start + 1, place - _FAR) : place] if kind in _PARTS]
    yield f"part {parts[-1] if parts else 'none'}"
    yield f"run {_step(end - start - 1)}"
    yield f"run above {_step(place - start - 1)}"
    yield f"run below {_step(end - place - 1)}"


_SHAPE = 3
"""The first traits are length, case and end: a neighbour is described by them."""

_FAR = 40
"""Lines that are looked at above a line: a page of a thousand lines takes a thousand times one, not more."""

_PARTS = (BlockKind.TAGS, BlockKind.RELATED, BlockKind.PROMO, BlockKind.BYLINE)
"""What heads a part of the furniture, which goes on until the next."""
_STEPS = (0, 1, 2, 4, 8, 14)


def _step(lines: int) -> str:
    return next((str(step) for step in _STEPS if lines <= step), "more")


def _zone(page: Page, place: int) -> str:
    if place < page.headline:
        return "above"
    if place < page.lead:
        return "apron"
    return "lead" if place == page.lead else "body" if place <= page.last else "tail"


def _name(page: Page, place: int) -> str:
    """Return the kind of a line, or what there is instead."""
    if not 0 <= place < len(page.lines):
        return "nothing"
    return page.kinds[place] or ("prose" if "prose" in traits(page.text(place)) else "open")

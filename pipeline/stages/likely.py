"""Read a page a second time: weigh what each line most likely is, now that all lines around it are typed.

Rules know the lines that somebody has seen, and they read from the top. What lines of a kind have in common, on
all pages that a person has read, how far each rule is to be trusted, and what stands above and below, stands as
numbers in `kinds.tsv`: `dwibahasa evaluate language --calibrate` writes it. `Story Saved` above a paragraph looks
like a subhead to the rules, and to nobody who sees that buttons stand around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import fsum, inf, log
from pathlib import Path
from typing import NamedTuple

from pipeline.model import CARRIED, BlockKind
from pipeline.stages.page import FEW, Page
from pipeline.text.traits import traits

KINDS = Path(__file__).with_name("kinds.tsv")

BIAS = "always"
"""The row of what speaks for a kind by itself."""

_LOST = log(5)
"""To lose a line of the report is worse than to translate a button: the evidence has to be so many times stronger."""

SETTLED = frozenset({BlockKind.HEADLINE, BlockKind.DUPLICATE_HEADLINE, BlockKind.DATELINE, BlockKind.SOURCE})
"""Kinds that the first reading decides."""

_PLAIN_WORDS = 14
"""A paragraph amid the report with more words is one: a site says what it has to say in fewer."""

_SHAPE, _LOOKS = 3, 6
"""The first traits are length, case and end, then how it starts and of what words it is."""
_AROUND = (-3, -2, -1, 1, 2, 3)
_FAR = 40
"""Lines that are looked at above a line: a page of a thousand lines takes a thousand times one, not more."""
_PARTS = (BlockKind.TAGS, BlockKind.RELATED, BlockKind.PROMO, BlockKind.BYLINE)
"""What heads a part of the furniture, which goes on until the next."""
_FURNITURE = (BlockKind.PROMO, BlockKind.RELATED, BlockKind.MASTHEAD, BlockKind.TAGS)
_STEPS = (0, 1, 2, 3, 5, 8, 14)
_MESS = (3, 8, 15)
_LIKE = 0.6
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_TOKENS = 12


class Weights(NamedTuple):
    """For each piece of evidence what it says for each kind: natural logarithms, in the order of `kinds`."""

    kinds: tuple[BlockKind, ...]
    rows: Mapping[str, tuple[float, ...]]


@cache
def weights() -> Weights:
    """Read the table that ships, once."""
    head, *lines = (line for line in KINDS.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return Weights(
        tuple(map(BlockKind, head.split("\t")[1:])), {name: tuple(map(float, row)) for name, *row in rows}
    )


def reread(page: Page, forms: Sequence[BlockKind | None]) -> list[BlockKind]:
    """Return the kinds of a page whose lines are all typed; `forms` is what they say of themselves."""
    kinds, rows = weights()
    mess = _mess(page)
    found: list[BlockKind] = []
    for place, said in enumerate(filter(None, page.kinds)):
        if is_settled(page, place):
            found.append(said)
            continue
        known = [rows[BIAS]] + [rows[name] for name in evidence(page, forms, place, mess) if name in rows]
        scores = dict(zip(kinds, map(fsum, zip(*known, strict=True)), strict=True))
        if said not in CARRIED:
            # Without a report nothing is known to be amid one: a poem's last lines are no buttons.
            lost = _LOST if page.prose else inf
            scores |= {kind: scores[kind] - lost for kind in CARRIED.intersection(kinds)}
        found.append(max(scores, key=scores.__getitem__))
    return found


def is_settled(page: Page, place: int) -> bool:
    """Tell a line that the first reading is sure of: by the markup, or a paragraph amid the report."""
    kind, line = page.kinds[place], page.lines[place]
    if len(page.lines) < FEW or kind in SETTLED or line.hint not in (None, BlockKind.PARAGRAPH):
        return True
    amid = page.lead <= place <= page.last
    return amid and kind is BlockKind.PARAGRAPH and line.text.count(" ") >= _PLAIN_WORDS


def evidence(
    page: Page, forms: Sequence[BlockKind | None], place: int, mess: str | None = None
) -> Iterator[str]:
    """Yield the names of what speaks for one kind or another; all lines are typed."""
    kind, form = page.kinds[place], forms[place] or "open"
    looks = traits(page.text(place))
    mess = mess or _mess(page)
    yield f"read {kind}"
    yield f"form {form}"
    yield f"mess {mess}, read {kind}"
    yield f"mess {mess}, form {form}"
    yield from looks
    for look in looks[:_SHAPE]:
        yield f"read {kind}, {look}"
    yield from _around(page, place)
    yield from _position(page, place, looks)
    if page.headline not in (-1, place) and _is_like(page.text(page.headline), page.text(place)):
        yield "like headline"
    yield from _wording(page.text(place))


def _mess(page: Page) -> str:
    """Return how much furniture the rules found on a page."""
    return _step(sum(kind in _FURNITURE for kind in page.kinds), _MESS)


def _around(page: Page, place: int) -> Iterator[str]:
    for by in _AROUND:
        yield f"{by:+} {_name(page, place + by)}"
    kind, above, below = page.kinds[place], _name(page, place - 1), _name(page, place + 1)
    yield f"-1 {above}, read {kind}"
    yield f"+1 {below}, read {kind}"
    yield f"between {above} and {below}"
    own = traits(page.text(place))
    for by in (-1, 1):
        if 0 <= place + by < len(page.lines):
            looks = traits(page.text(place + by))
            for look in looks[:_LOOKS]:
                yield f"{by:+} {look}"
            if own[1 : _SHAPE + 1] == looks[1 : _SHAPE + 1]:
                yield f"{by:+} alike"
                yield f"{by:+} alike, read {kind}"
            if own[_LOOKS:] == looks[_LOOKS:] and len(own) > _LOOKS + 1:
                yield f"{by:+} says alike"


def _position(page: Page, place: int, looks: Sequence[str]) -> Iterator[str]:
    zone = _zone(page, place)
    yield f"zone {zone}"
    yield f"zone {zone}, read {page.kinds[place]}"
    for look in looks[: _SHAPE + 1]:
        yield f"zone {zone}, {look}"
    start, end = page.between_prose(place)
    yield f"run {_step(end - start - 1)}"
    yield f"run above {_step(place - start - 1)}"
    yield f"run below {_step(end - place - 1)}"
    yield f"zone {zone}, run above {_step(place - start - 1)}"
    if zone == "above":
        yield f"before headline {_step(page.headline - place)}"
    elif zone == "apron":
        yield f"under headline {_step(place - page.headline)}"
        yield f"before lead {_step(page.lead - place)}"
    elif zone == "tail":
        yield f"behind {_step(place - page.last)}"
    parts = [kind for kind in page.kinds[max(start + 1, place - _FAR) : place] if kind in _PARTS]
    yield f"part {parts[-1] if parts else 'none'}"


def _zone(page: Page, place: int) -> str:
    where = "apron" if place < page.lead else "body" if place <= page.last else "tail"
    if page.headline < 0:
        return f"{where} without headline"
    return "above" if place < page.headline else where


def _name(page: Page, place: int) -> str:
    return page.kind(place) or "nothing"


def _step(count: int, steps: Sequence[int] = _STEPS) -> str:
    return next((str(step) for step in steps if count <= step), "more")


def _is_like(headline: str, text: str) -> bool:
    own = text.lower().split()
    told = set(headline.lower().split())
    return sum(word in told for word in own) >= _LIKE * len(own)


def _wording(text: str) -> Iterator[str]:
    """Yield the first words of a line, the pairs of them, and the last: the next site says `Tayangkan Video` too."""
    tokens = ["#" if token.isdigit() else token for token in _TOKEN.findall(text.lower())]
    said = tokens[:_TOKENS]
    yield from {f"word {token}" for token in said}
    yield from {f"words {one} {next_one}" for one, next_one in pairwise(said)}
    if said:
        yield f"first word {said[0]}"
        yield f"last word {tokens[-1]}"

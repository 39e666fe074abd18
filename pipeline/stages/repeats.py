"""Type what a site sets twice, and what it sets before and behind a report: captions, links, teasers.

`structure` asks before it looks for the headline, while the kinds of most lines are open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model import BlockKind, Paragraph
from pipeline.stages.headline import same
from pipeline.stages.listing import announces
from pipeline.text import layout
from pipeline.text.stamps import is_stamp

_SHORTEST_TITLE = 5
_LINKS = 3
"""Titles with bullets of which there are more are a list of other articles."""
_SHORTEST_CAPTION = 4
_TOP = 12
"""Lines among which the headline of a page is, and its byline."""

_LABEL_WORDS = 2


def caption_twice(lines: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Type a sentence that stands twice in a row: what a picture shows is also what is read out in its stead."""
    told = [
        place for place in range(len(lines)) if kinds[place] is None and layout.is_prose(lines[place].text)
    ]
    for place in range(told[-1] if told else 0):
        text, below = lines[place].text, lines[place + 1].text
        shown = layout.is_prose(text) or (place > told[0] and len(text.split()) > _SHORTEST_CAPTION)
        if kinds[place] is None and shown and below.startswith(text):
            if kinds[place + 1] is BlockKind.CAPTION:
                kinds[place] = BlockKind.CAPTION
            elif kinds[place + 1] is None and below == text:
                kinds[place] = kinds[place + 1] = BlockKind.CAPTION


def link_twice(lines: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Type items that stand in two places of the page: a site's links stand amid the report and behind it."""
    items = [
        place
        for place, line in enumerate(lines)
        if kinds[place] is BlockKind.LIST_ITEM and len(line.text.split()) > _SHORTEST_CAPTION
    ]
    times = Counter(lines[place].text for place in items)
    for place in items:
        if times[lines[place].text] > 1:
            kinds[place] = BlockKind.RELATED


def link_tail(lines: Sequence[Paragraph], kinds: list[BlockKind | None], last: int) -> None:
    """Type titles with bullets right behind the report, which no line leads in: a site's links without a heading."""
    end = last + 1
    while 0 <= last < end < len(lines) and kinds[end] is BlockKind.LIST_ITEM and _is_title(lines[end].text):
        end += 1
    led = last >= 0 and (layout.unsigned(lines[last].text)[-1:] == ":" or announces(lines[last].text))
    open_below = end < len(lines) and kinds[end] in (None, BlockKind.LIST_ITEM)
    if end - last > _LINKS and not led and not open_below:
        kinds[last + 1 : end] = [BlockKind.RELATED] * (end - last - 1)


def _is_title(text: str) -> bool:
    return text.startswith("-") and len(text.split()) > _SHORTEST_TITLE and text[-1].isalnum()


def part_teasers(lines: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Type a portal's teasers, each under its label, above an article that has its headline twice.

    `Fokus`, and a sentence of another report; the headline; who wrote it and when; the headline again.
    """
    top = range(min(_TOP, len(lines)))
    stamp = next(
        (place for place in top if kinds[place] is BlockKind.BYLINE and is_stamp(lines[place].text)), 0
    )
    above = [place for place in range(stamp) if kinds[place] is None and layout.is_prose(lines[place].text)]
    if not above or len(lines[0].text.split()) > _LABEL_WORDS:
        return
    titles = range(above[-1] + 1, stamp)
    later = lines[stamp + 1 : stamp + _TOP]
    if any(
        kinds[place] is None and any(same(lines[place].text, one.text) for one in later) for place in titles
    ):
        for place in above:
            kinds[place] = BlockKind.RELATED

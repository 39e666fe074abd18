"""Say what each line of a page is: headline, credit, dateline, caption, prose.

Text files carry no markup, and what a line is depends on where it stands: four capitals under a
headline are a photo agency, at the top of the page they are the paper's name. So the page is read
three times: lines that give themselves away by their form, then the headline, then the rest by
their place around the prose. A reader's hint (`<figcaption>`) decides where the form doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

from pipeline.model import Article, Block, BlockKind, Direction, Manuscript, Paragraph
from pipeline.text import layout

_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0}
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_MONTHS_EN = {"may": 5, "aug": 8, "agt": 8, "oct": 10, "dec": 12, "nop": 11}

_PROSE_WORDS = 8
"""A line that ends like a sentence and has this many words is prose."""

_LABEL_WORDS = 12
"""A line without a stop and with at most this many words, amid prose, is a subhead."""


def structure(manuscript: Manuscript, key: str, direction: Direction) -> Article:
    """Make an article of a manuscript: typed blocks, keyed `b1`, `b2` … in reading order."""
    lines = [Paragraph(one.text.strip(), one.hint) for one in manuscript.paragraphs if one.text.strip()]
    kinds = _kinds(lines)
    blocks = [
        Block(f"b{number}", kind, text)
        for number, (kind, text) in enumerate(_parted(list(zip(kinds, lines, strict=True))), 1)
    ]
    published = manuscript.published or _published(lines)
    return Article(key, direction, published, manuscript.origin, tuple(blocks))


def _kinds(lines: Sequence[Paragraph]) -> list[BlockKind]:
    kinds: list[BlockKind | None] = [_by_form(line) for line in lines]
    body = next((place for place, line in enumerate(lines) if kinds[place] is None and _is_prose(line)), len(lines))
    headline = _headline(lines, kinds, body)
    if headline is not None:
        kinds[headline] = BlockKind.HEADLINE
        for place, line in enumerate(lines):
            if place != headline and _same(line.text, lines[headline].text):
                kinds[place] = BlockKind.DUPLICATE_HEADLINE
    lead = next((place for place in range(body, len(lines)) if layout.DATELINE.match(lines[place].text)), body)
    found: list[BlockKind] = []
    for place, line in enumerate(lines):
        before = found[-1] if found else None
        kind = kinds[place] or _by_place(line, place, before, headline, body, lead, lines)
        found.append(kind)
    return found


def _by_form(line: Paragraph) -> BlockKind | None:
    """Type a line by what it says of itself, or leave it open."""
    text = line.text
    if layout.RELATED.search(text):
        return BlockKind.RELATED
    if layout.TAGS.search(text):
        return BlockKind.TAGS
    if layout.STAMP.match(text) or layout.is_byline(text):
        return BlockKind.BYLINE
    if layout.is_promo(text):
        return BlockKind.PROMO
    if line.hint is not BlockKind.HEADLINE and layout.SOURCE.match(text):
        return BlockKind.SOURCE
    if layout.is_credit(text):
        return BlockKind.CREDIT
    if line.hint is not None and line.hint is not BlockKind.PARAGRAPH:
        return line.hint
    if layout.BULLET.match(text):
        return BlockKind.LIST_ITEM
    if layout.POSITION.search(text) and not _quotes(text):
        return BlockKind.CAPTION
    if len(text) < 600 and layout.split_trailing_credit(text)[1]:
        return BlockKind.CAPTION
    return None


def _is_prose(line: Paragraph) -> bool:
    text = line.text
    if layout.DATELINE.match(text) and len(text.split()) >= _PROSE_WORDS:
        return True
    ends = text.rstrip("\"”’')").endswith((".", "!", "?", "…", ":", ";"))
    return len(text.split()) >= _PROSE_WORDS and (ends or len(text.split()) > 30)


def _headline(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], body: int) -> int | None:
    """Find the headline: what the markup says, a line set twice, or the first line of some length."""
    hinted = [place for place, kind in enumerate(kinds) if kind is BlockKind.HEADLINE]
    if hinted:
        return hinted[0]
    open_lines = [place for place in range(body) if kinds[place] is None]
    for place in open_lines:
        if any(_same(lines[place].text, lines[other].text) for other in open_lines if other > place):
            return place
    long_enough = [place for place in open_lines if len(lines[place].text.split()) >= 4]
    if long_enough:
        return long_enough[0]
    return max(open_lines, key=lambda place: len(lines[place].text), default=None)


def _by_place(
    line: Paragraph,
    place: int,
    before: BlockKind | None,
    headline: int | None,
    body: int,
    lead: int,
    lines: Sequence[Paragraph],
) -> BlockKind:
    """Type an open line by what stands around it."""
    words = len(line.text.split())
    if headline is not None and place < headline:
        return BlockKind.MASTHEAD
    if before is BlockKind.RELATED and lines[place - 1].text.endswith(":") and not _is_prose(line):
        return BlockKind.RELATED
    if before is BlockKind.CREDIT and words >= 4 and not line.text.endswith((".", "?")) and place != lead:
        return BlockKind.CAPTION
    if place < lead and layout.CAPTION_START.match(line.text) and place <= body:
        return BlockKind.CAPTION
    if _is_prose(line):
        return BlockKind.PARAGRAPH
    if line.text.endswith((".", "”", '"', "!", ",")) and words > 3:
        return BlockKind.PARAGRAPH
    if layout.CAPTION_START.match(line.text) and words > 6:
        return BlockKind.CAPTION
    return BlockKind.SUBHEAD if words <= _LABEL_WORDS else BlockKind.PARAGRAPH


def _parted(typed: Sequence[tuple[BlockKind, Paragraph]]) -> Iterator[tuple[BlockKind, str]]:
    """Part the dateline from the lead, and the credit from its caption."""
    led = False
    for kind, line in typed:
        text = line.text
        if kind is BlockKind.PARAGRAPH and not led:
            match = layout.DATELINE.match(text) or layout.PLACE_COLON.match(text)
            led = True
            if match:
                yield BlockKind.DATELINE, match["line"]
                text = text[match.end() :]
        if kind is BlockKind.CAPTION:
            text, credit = layout.split_trailing_credit(text)
            if credit:
                yield kind, text
                kind, text = BlockKind.CREDIT, credit
        yield kind, text


def _published(lines: Sequence[Paragraph]) -> datetime | None:
    """Read the time of publication from a line that says nothing else."""
    for line in lines:
        if match := layout.STAMP.match(line.text):
            name = (match["name"] or match["name2"] or "")[:3].lower()
            month = int(match["month"]) if match["month"] else _month(name)
            zone = timezone(timedelta(hours=_ZONES.get((match["zone"] or "WIB").upper(), 7)))
            hour = int(match["hour"] or 0)
            half = (match["half"] or "").replace(".", "").lower()
            hour = hour % 12 + 12 * (half == "pm") if half else hour
            day, year = match["day"] or match["day2"], match["year"] or match["year2"]
            try:
                return datetime(int(year), month, int(day), hour, int(match["minute"] or 0), tzinfo=zone)
            except ValueError:  # 31 April: a slip in the source, which the reviewer sees as it stands
                continue
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1 if name in _MONTHS else _MONTHS_EN.get(name, 0)


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other) and bool(_bare(one))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _quotes(text: str) -> bool:
    return any(mark in text for mark in "“”\"")

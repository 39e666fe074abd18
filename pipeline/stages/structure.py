"""Say what each line of a page is: headline, credit, dateline, caption, prose.

Text files carry no markup, and what a line is depends on where it stands: four capitals under a
headline are a photo agency, at the top of the page they are the paper's name. So the page is read
three times: lines that give themselves away by their form, then the headline, then the rest by
their place around the prose. A reader's hint (`<figcaption>`) decides where the form doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from pipeline.model import Article, Block, BlockKind, Direction, Manuscript, Paragraph
from pipeline.text import layout

_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0}
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_MONTHS_EN = {"may": 5, "aug": 8, "agt": 8, "oct": 10, "dec": 12, "nop": 11}

_PROSE_WORDS = 8
"""A line that ends like a sentence and has this many words is prose."""

_HEADLINE_LONGEST = 18
"""Words of the longest headline that ends in `!` or `?`."""

_HEADLINE_WORDS = 4
"""Fewer words before the headline are the paper's name or a section of it."""

_LONGEST_CAPTION = 600
"""Characters of the longest caption; a paragraph that ends in brackets is longer."""

_OPENING = 2
"""Paragraphs among which the lead is: a standfirst may stand above it."""

_LONGEST_TAG = 5
"""Words of the longest tag, and of what an author is."""

_LABEL_WORDS = 12
"""A line without a stop and with at most this many words, amid prose, is a subhead."""


def structure(manuscript: Manuscript, key: str, direction: Direction) -> Article:
    """Make an article of a manuscript: typed blocks, keyed `b1`, `b2` … in reading order."""
    lines = tuple(Paragraph(one.text.strip(), one.hint) for one in manuscript.paragraphs if one.text.strip())
    typed = _parted(zip(_kinds(lines), lines, strict=True))
    blocks = [Block(f"b{number}", kind, text) for number, (kind, text) in enumerate(typed, 1)]
    published = manuscript.published or _published(lines)
    return Article(key, direction, published, manuscript.origin, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the first two readings found: the places of headline, body and lead among the lines."""

    lines: tuple[Paragraph, ...]
    headline: int
    body: int
    lead: int


def _kinds(lines: tuple[Paragraph, ...]) -> list[BlockKind]:
    kinds: list[BlockKind | None] = [_by_form(line) for line in lines]
    prose = [place for place, line in enumerate(lines) if kinds[place] is None and _is_prose(line.text)]
    body = next((place for place in prose if not _calls_out(lines[place].text)), len(lines))
    headline = _headline(lines, kinds, body)
    if headline >= 0:
        kinds[headline] = BlockKind.HEADLINE
        for place, line in enumerate(lines):
            if place != headline and _same(line.text, lines[headline].text):
                kinds[place] = BlockKind.DUPLICATE_HEADLINE
    for place in range(len(lines)):
        if kinds[place] is BlockKind.LIST_ITEM and _heads(lines, place):
            kinds[place] = BlockKind.SUBHEAD
    lead = next((place for place in prose if layout.DATELINE.match(lines[place].text)), body)
    page = _Page(lines, headline, body, lead)
    found: list[BlockKind] = []
    for place, kind in enumerate(kinds):
        found.append(kind or _by_place(page, place, found[-1] if found else None))
    return found


_FORMS: tuple[tuple[BlockKind, Callable[[str], object]], ...] = (
    (BlockKind.MASTHEAD, layout.BREADCRUMB.match),
    (BlockKind.RELATED, layout.RELATED.search),
    (BlockKind.TAGS, layout.TAGS.search),
    (BlockKind.BYLINE, layout.STAMP.match),
    (BlockKind.BYLINE, layout.is_byline),
    (BlockKind.PROMO, layout.is_promo),
    (BlockKind.SOURCE, layout.SOURCE.match),
    (BlockKind.CREDIT, layout.is_credit),
)
"""Forms that say more than markup does, the most telling first."""


def _by_form(line: Paragraph) -> BlockKind | None:
    """Type a line by what it says of itself, or leave it open."""
    text = line.text
    if line.hint is not BlockKind.HEADLINE:
        for kind, fits in _FORMS:
            if fits(text):
                return kind
    if line.hint not in (None, BlockKind.PARAGRAPH):
        return line.hint
    if layout.BULLET.match(text):
        return BlockKind.LIST_ITEM
    placed = layout.POSITION.search(text) and not any(mark in text for mark in '“”"')
    credited = len(text) < _LONGEST_CAPTION and layout.split_trailing_credit(text)[1]
    return BlockKind.CAPTION if placed or credited else None


def _is_prose(text: str) -> bool:
    words = len(text.split())
    ends = _unsigned(text).rstrip("\"”’')").endswith((".", "!", "?", "…", ":", ";"))
    return words >= _PROSE_WORDS and (ends or words > 30 or bool(layout.DATELINE.match(text)))


def _unsigned(text: str) -> str:
    """Leave off the initials that close an article: `… dengan doa bersama. (hms/wd)`, `… (*)`."""
    signed = _SIGNATURE.search(text, max(0, len(text) - 24))
    return text[: signed.start()].rstrip() if signed else text


_SIGNATURE = re.compile(r"\((?:\*+|[a-zA-Z]{2,6}(?:[/-][a-zA-Z0-9]{1,6}){0,3})\)$")


def _calls_out(text: str) -> bool:
    """Tell a line that may be a headline although it ends like a sentence: `… yang Wajib Dicoba!`."""
    return (
        text.endswith(("!", "?"))
        and len(text.split()) <= _HEADLINE_LONGEST
        and not any(mark in text[:-1] for mark in ("! ", "? ", ". "))
    )


def _heads(lines: Sequence[Paragraph], place: int) -> bool:
    """Tell a numbered subhead from an item: prose follows it, and no item stands next to it."""
    text = lines[place].text
    near = [lines[other].text for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    return (
        lines[place].hint is None
        and text[0].isdigit()
        and len(text.split()) <= _LABEL_WORDS
        and not text.endswith((".", ";", ","))
        and place + 1 < len(lines)
        and _is_prose(near[-1])
        and not any(layout.BULLET.match(one) for one in near)
    )


def _headline(lines: tuple[Paragraph, ...], kinds: Sequence[BlockKind | None], body: int) -> int:
    """Find the headline: what the markup says, a line set twice, the first line of some length; or -1."""
    if BlockKind.HEADLINE in kinds:
        return kinds.index(BlockKind.HEADLINE)
    candidates = [place for place in range(body) if kinds[place] is None]
    twice = [
        place
        for place in candidates
        if any(_same(lines[place].text, lines[other].text) for other in candidates if other > place)
    ]
    long_enough = [place for place in candidates if len(lines[place].text.split()) >= _HEADLINE_WORDS]
    longest = sorted(candidates, key=lambda place: -len(lines[place].text))
    return next(iter((*twice, *long_enough, *longest)), -1)


def _by_place(page: _Page, place: int, before: BlockKind | None) -> BlockKind:
    """Type an open line by what stands around it; `before` is the kind of the line above."""
    text = page.lines[place].text
    words = len(text.split())
    if place < page.headline:
        return BlockKind.MASTHEAD
    if before in _FOLLOWED and not _is_prose(text) and _follows(page, place, before):
        return before
    if _captions(page, place, before):
        return BlockKind.CAPTION
    ends = _unsigned(text).endswith((".", "”", '"', "!", ",", ":")) and words > 3
    ends = ends or (text.endswith(":") and words > 1)
    return BlockKind.PARAGRAPH if ends or _is_prose(text) or words > _LABEL_WORDS else BlockKind.SUBHEAD


_FOLLOWED = frozenset({BlockKind.RELATED, BlockKind.TAGS, BlockKind.BYLINE})
"""Kinds whose label may stand on a line by itself, with what it labels on the next."""


def _follows(page: _Page, place: int, before: BlockKind) -> bool:
    """Tell a line that belongs to the label above it: `Baca juga:`, `TAG :`, `Oleh Bambang Susantono`."""
    above, text = page.lines[place - 1].text, page.lines[place].text
    short = len(text.split()) <= _LONGEST_TAG
    if before is BlockKind.BYLINE:
        return short and place < page.body and above.lower().startswith(("oleh", "by ")) and ":" not in above
    if before is BlockKind.TAGS:
        return short and place > page.body
    return above.endswith(":")


def _captions(page: _Page, place: int, before: BlockKind | None) -> bool:
    """Tell a caption: under a credit, or before the lead, or a scene without a full stop."""
    text = page.lines[place].text
    words = len(text.split())
    if before is BlockKind.CREDIT and words >= 4 and not text.endswith((".", "?")) and place != page.lead:
        return True
    if not layout.CAPTION_START.match(text):
        return False
    return (place < page.lead and place <= page.body) or (words > 6 and not _is_prose(text))


def _parted(typed: Iterable[tuple[BlockKind, Paragraph]]) -> Iterator[tuple[BlockKind, str]]:
    """Part the dateline from the lead, and the credit from its caption."""
    opening = 0
    for kind, line in typed:
        text = line.text
        if kind is BlockKind.PARAGRAPH and opening < _OPENING:
            opening += 1
            if match := layout.DATELINE.match(text) or layout.PLACE_COLON.match(text):
                yield BlockKind.DATELINE, match["line"]
                opening = _OPENING
                text = text[match.end() :]
            yield kind, text
        elif kind is BlockKind.CAPTION:
            caption, credit = layout.split_trailing_credit(text)
            yield kind, caption
            if credit:
                yield BlockKind.CREDIT, credit
        else:
            yield kind, text


def _published(lines: Iterable[Paragraph]) -> datetime | None:
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

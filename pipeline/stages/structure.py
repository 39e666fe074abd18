"""Say what each line of a page is: headline, credit, dateline, caption, prose.

Text files carry no markup, and what a line is depends on where it stands: four capitals under a
headline are a photo agency, at the top of the page they are the paper's name. So rules go over the
page three times: lines that give themselves away by their form, then the headline, then the rest by
their place around the prose. A reader's hint (`<figcaption>`) decides where the form doesn't. What they
found is then weighed as a whole (`likely.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.model import Article, Block, BlockKind, Direction, Manuscript, Paragraph
from pipeline.stages.headline import find_headline, repeats
from pipeline.stages.likely import reread
from pipeline.stages.listing import heads
from pipeline.stages.page import Page
from pipeline.stages.placing import by_place
from pipeline.stages.repeats import caption_twice, link_tail, link_twice, part_teasers
from pipeline.text import layout
from pipeline.text.agencies import label_of, recognise
from pipeline.text.bylines import is_byline
from pipeline.text.captions import split_caption
from pipeline.text.datelines import dateline, is_certain, is_dashed, may_be_speaker
from pipeline.text.promos import is_foot, is_promo
from pipeline.text.stamps import is_ago, is_bare_date, is_signed_stamp, is_stamp, published

_LONGEST_CAPTION = 600
"""Characters of the longest caption; a paragraph that ends in brackets is longer."""

_OPENING, _TOP = 2, 6
"""Paragraphs among which the lead is, a standfirst may stand above it; and a lead that says so by its dateline."""


def structure(manuscript: Manuscript, key: str, direction: Direction) -> Article:
    """Make an article of a manuscript: typed blocks, keyed `b1`, `b2` … in reading order."""
    page, forms = first_reading(manuscript)
    typed = _parted(list(zip(reread(page, forms), page.lines, strict=True)))
    blocks = [Block(f"b{number}", kind, text) for number, (kind, text) in enumerate(typed, 1)]
    day = manuscript.published or published(line.text for line in page.lines)
    return Article(key, direction, day, manuscript.origin, tuple(blocks), manuscript.meta)


def first_reading(manuscript: Manuscript) -> tuple[Page, list[BlockKind | None]]:
    """Type all lines of a page by rules; also return what they say of themselves, None where only the place tells."""
    page = _opened(shown(manuscript))
    forms = list(page.kinds)
    for place, kind in enumerate(page.kinds):
        page.kinds[place] = kind or by_place(page, place)
    return page, forms


def shown(manuscript: Manuscript) -> tuple[Paragraph, ...]:
    """Return the lines of a page, without those that have no word."""
    return tuple(Paragraph(one.text.strip(), one.hint) for one in manuscript.paragraphs if one.text.strip())


def _opened(lines: tuple[Paragraph, ...]) -> Page:
    """Type the lines of a page that give themselves away, and find its headline and its report.

    A kind is None where only the place can tell.
    """
    kinds: list[BlockKind | None] = [by_form(line) for line in lines]
    headline = find_headline(lines, kinds)
    if headline >= 0:
        _head(lines, kinds, headline)
    _reopen(lines, kinds)
    caption_twice(lines, kinds)
    link_twice(lines, kinds)
    part_teasers(lines, kinds)
    prose = [place for place in _prose(lines, kinds) if place > headline]
    body = next((place for place in prose if not layout.calls_out(lines[place].text)), len(lines))
    _head_answers(lines, kinds, prose)
    last = prose[-1] if prose else -1
    lead = _lead(lines, kinds, prose, body)
    _settle(lines, kinds, headline, lead, last)
    link_tail(lines, kinds, last)
    return Page(lines, kinds, headline, lead, _last(lines, kinds, last), tuple(prose))


def _head(lines: Sequence[Paragraph], kinds: list[BlockKind | None], headline: int) -> None:
    """Type the headline, whatever its form says (`VIDEO: Warga Mengungsi`), and where it stands again above the end."""
    prose = [place for place, line in enumerate(lines) if not kinds[place] and layout.is_prose(line.text)]
    for place in range(prose[-1] if prose else len(lines)):
        if repeats(lines[place].text, lines[headline].text):
            kinds[place] = BlockKind.DUPLICATE_HEADLINE
    kinds[headline] = BlockKind.HEADLINE


def _settle(
    lines: Sequence[Paragraph], kinds: list[BlockKind | None], headline: int, lead: int, last: int
) -> None:
    """Correct what the form alone says of lines whose place is known now: `last` is the last paragraph's."""
    live = sum(is_ago(line.text) for line in lines) >= _INTERVIEW
    linked = False
    for place, line in enumerate(lines):
        kind, above = kinds[place], kinds[place - 1] if place else None
        if kind is BlockKind.RELATED:
            linked = ":" not in line.text.rstrip(" :")  # `Baca: Harga naik lagi` says it all
        # `Senin, 12 Agustus 2024` amid the prose heads a day of a chronicle.
        dated = lead < place < last and _heads_day(line.text)
        dated = dated or (live and place > headline and is_ago(line.text))
        if dated or (kind is BlockKind.LIST_ITEM and heads(lines, kinds, place)):
            kinds[place] = BlockKind.SUBHEAD
        elif kind is BlockKind.SOURCE and place < headline:
            kinds[place] = BlockKind.MASTHEAD
        elif (kind is BlockKind.LIST_ITEM and linked and above is BlockKind.RELATED) or (
            kind is BlockKind.BYLINE and is_stamp(line.text) and _among_links(kinds, last, place)
        ):
            kinds[place] = BlockKind.RELATED
        elif kind in _MARKED and above is BlockKind.SOURCE and lines[place - 1].text.endswith(":"):
            kinds[place] = BlockKind.CREDIT  # `Foto :`, and a bullet with the agency below
        elif kind is BlockKind.CREDIT and _names_makers(lines, kinds, place, headline, last):
            kinds[place] = BlockKind.BYLINE


_MARKED = (BlockKind.LIST_ITEM, BlockKind.SOURCE)


def _names_makers(
    lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], place: int, headline: int, last: int
) -> bool:
    """Tell names behind the report, and a house under the headline with the time below: `CNN Indonesia`."""
    if -1 < last < place:
        return not _is_agency(lines[place].text)
    return place == headline + 1 and kinds[place + 1 : place + 2] == [BlockKind.BYLINE]


def _among_links(kinds: Sequence[BlockKind | None], last: int, place: int) -> bool:
    """Tell a line behind the report and below a heading over other articles, each of which has its time."""
    near = range(max(last, place - _LINKS) + 1, place)
    return -1 < last < place and any(kinds[other] is BlockKind.RELATED for other in near)


_LINKS = 20
"""Lines of the longest list of other articles."""


def _heads_day(text: str) -> bool:
    return is_stamp(text) and is_bare_date(text) and not layout.OCCASION.match(text)


def _reopen(lines: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Open again what only looks like a stamp: `Tanggal : 28 September 2024` amid the particulars of an event."""
    for place, line in enumerate(lines):
        if kinds[place] is BlockKind.BYLINE and layout.OCCASION.match(line.text):
            near = [lines[other].text for other in (place - 1, place + 1) if 0 <= other < len(lines)]
            if any(layout.OCCASION.match(one) for one in near):
                kinds[place] = None


def _lead(
    lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], prose: Sequence[int], body: int
) -> int:
    """Find the first paragraph of the report: the one with a dateline, or below the byline under a standfirst."""
    if dashed := [place for place in prose if is_dashed(lines[place].text)]:
        return dashed[0]
    apron = range(body, min(body + _APRON, len(lines)))
    signed = [
        place
        for place in apron
        if kinds[place] is BlockKind.BYLINE
        or (
            kinds[place] is None
            and is_signed_stamp(lines[place].text)
            and not layout.OCCASION.match(lines[place].text)
        )
    ]
    below = [place for place in prose if signed and place > signed[-1]]
    return below[0] if len(below) > 1 else body


def _last(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], prose: int) -> int:
    """Return the place of the last line of the report: its last paragraph, or a list behind that."""
    last = prose
    for place in range(prose + 1, len(lines) if prose >= 0 else 0):
        kind, text = kinds[place], lines[place].text
        alone = kind is BlockKind.RELATED and ":" not in text.rstrip(" :")
        if alone or kind in (BlockKind.TAGS, BlockKind.BYLINE):
            break
        if kind is BlockKind.LIST_ITEM:
            last = place
    return last


_APRON = 6
"""Lines below a standfirst in which its byline stands."""


_FORMS: tuple[tuple[BlockKind, Callable[[str], object]], ...] = (
    (BlockKind.BYLINE, is_stamp),
    (BlockKind.PROMO, is_foot),
    (BlockKind.MASTHEAD, layout.BREADCRUMB.match),
    (BlockKind.MASTHEAD, layout.MASTHEAD.match),
    (BlockKind.RELATED, layout.leads_elsewhere),
    (BlockKind.TAGS, layout.TAGS.search),
    (BlockKind.CAPTION, layout.CAPTION_LABEL.match),
    (BlockKind.BYLINE, is_byline),
    (BlockKind.PROMO, is_promo),
    (BlockKind.SOURCE, layout.SOURCE.match),
    (BlockKind.CREDIT, layout.is_credit),
)
"""Forms that say more than markup does, the most telling first."""


def by_form(line: Paragraph) -> BlockKind | None:
    """Return what a line says of itself, or None."""
    text = line.text
    if line.hint is not BlockKind.HEADLINE:
        for kind, fits in _FORMS:
            if fits(text):
                return kind
    if line.hint not in (None, BlockKind.PARAGRAPH):
        return line.hint
    if layout.BULLET.match(text) or layout.ENTRY.search(text):
        return BlockKind.LIST_ITEM
    if layout.is_labelled_scene(text):
        return BlockKind.CAPTION
    placed = layout.is_shown(text) or (
        layout.POSITION.search(text) and not any(mark in text for mark in '“”"')
    )
    credited = len(text) < _LONGEST_CAPTION and layout.split_trailing_credit(text)[1]
    return BlockKind.CAPTION if placed or credited else None


def _prose(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> list[int]:
    """Return the places of paragraphs, but not of a headline at the end that leads to another article."""
    prose = [place for place, line in enumerate(lines) if kinds[place] is None and layout.is_prose(line.text)]
    while len(prose) > 1 and prose[-1] > prose[-2] + 1 and _strays(lines, kinds, prose[-2], prose[-1]):
        prose.pop()
    return prose


def _strays(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], report: int, place: int) -> bool:
    """Tell a headline, or a short sentence of the site's own, behind a list of other articles."""
    text = lines[place].text
    short = place - report > _APRON and len(text.split()) <= layout.PROSE_WORDS + 4
    return layout.calls_out(text) or (
        short
        and any(
            kinds[other] is BlockKind.RELATED and ":" not in lines[other].text
            for other in range(report + 1, place)
        )
    )


_INTERVIEW = 3
"""So many questions on lines of their own make an interview, whose questions are subheads, long ones too."""


def _head_answers(lines: Sequence[Paragraph], kinds: list[BlockKind | None], prose: Sequence[int]) -> None:
    """Type the questions of an interview that are as long as a paragraph."""
    asked = [
        place
        for place in range(next(iter(prose), len(lines)) + 1, len(lines))
        if kinds[place] is None and lines[place].text.endswith("?") and layout.calls_out(lines[place].text)
    ]
    for place in asked if len(asked) >= _INTERVIEW else ():
        kinds[place] = BlockKind.SUBHEAD


def _parted(typed: Sequence[tuple[BlockKind, Paragraph]]) -> Iterator[tuple[BlockKind, str]]:
    """Part the dateline from the lead, and the credit from its caption."""
    opening = 0
    spoken = sum(kind is BlockKind.PARAGRAPH and may_be_speaker(line.text) for kind, line in typed) > 1
    for kind, line in typed:
        text = line.text
        if kind is BlockKind.PARAGRAPH and opening < _TOP:
            opening += 1
            is_said = spoken and may_be_speaker(text)
            if (opening <= _OPENING or is_certain(text)) and not is_said and (match := dateline(text)):
                yield BlockKind.DATELINE, match["line"]
                opening = _TOP
                text = text[match.end() :]
            yield kind, text
        elif kind is BlockKind.CAPTION:
            caption, credit = split_caption(text)
            yield kind, caption
            if credit:
                yield BlockKind.CREDIT, credit
        else:
            yield kind, text


def _is_agency(text: str) -> bool:
    """Tell a credit from the names that close an article: `(SUSANA RITA/NOBERTUS ARYA)`."""
    return recognise(text) is not None or label_of(text)[0]

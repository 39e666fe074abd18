"""Find the headline of a page: what the markup says, a line that is set twice, the first line of some length."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import BlockKind, Paragraph
from pipeline.text import layout, makers
from pipeline.text.bylines import OFFICE, ROLE
from pipeline.text.stamps import is_signed_stamp

_HEADLINE_WORDS = 4
"""Fewer words before the headline are the paper's name or a section of it."""


def _is_signed_title(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], place: int) -> bool:
    """Tell a headline of several sentences: the first line, and a byline under it (`Menyesal? Enggak!`)."""
    return (
        place + 1 < len(lines)
        and len(lines[place].text.split()) <= layout.HEADLINE_WORDS
        and kinds[place + 1] is BlockKind.BYLINE
    )


def find_headline(lines: tuple[Paragraph, ...], kinds: Sequence[BlockKind | None], body: int) -> int:
    """Find the headline: what the markup says, a line set twice, the first line of some length; or -1."""
    if BlockKind.HEADLINE in kinds:
        return kinds.index(BlockKind.HEADLINE)
    candidates = [
        place for place in range(body) if kinds[place] is None and not _is_letterhead(lines[place].text)
    ]
    released = max((place for place in range(body) if layout.MASTHEAD.match(lines[place].text)), default=-1)
    candidates = [place for place in candidates if place > released] or candidates
    candidates = _below_home(lines, candidates, body) or candidates
    if (labelled := _labelled(lines, kinds, body)) >= 0:
        candidates = [place for place in candidates if len(lines[place].text.split()) >= _HEADLINE_WORDS] or [
            labelled
        ]
    if not candidates and _is_signed_title(lines, kinds, body):
        return body
    long_enough = [place for place in candidates if len(lines[place].text.split()) >= _HEADLINE_WORDS]
    bare = {place: _bare(lines[place].text) for place in candidates}
    latest = {text: place for place, text in bare.items()}
    twice = [place for place in long_enough if bare[place] and latest[bare[place]] > place]
    first = next(iter((*twice, *long_enough)), None)
    if first is None:
        signed = [
            place
            for place in candidates
            if kinds[place + 1 : place + 2] == [BlockKind.BYLINE] and not ROLE.match(lines[place].text)
        ]
        return max(signed[-1:] or candidates, key=lambda place: len(lines[place].text), default=-1)
    return first if twice else _below_trail(lines, candidates, _below_masthead(lines, long_enough))


def _below_trail(lines: Sequence[Paragraph], candidates: Sequence[int], first: int) -> int:
    """Pass over a trail that lost its marks, at whose end the headline is: `OpiniSurat PembacaJalan Rusak`."""
    ends = (
        place
        for place in candidates
        if place > first
        and len(lines[place].text) >= _SHORTEST_TITLE
        and lines[first].text.endswith(lines[place].text)
    )
    return next(ends, first)


_SHORTEST_TITLE = 10


def _below_home(lines: Sequence[Paragraph], candidates: Sequence[int], body: int) -> list[int]:
    """Return the candidates below a trail that begins at home, if the first of them is a headline."""
    home = max((place for place in range(body) if _HOME.match(lines[place].text)), default=-1)
    below = [place for place in candidates if place > home]
    found = home >= 0 and below[:1] == [home + 1] and len(lines[home + 1].text.split()) >= _HEADLINE_WORDS
    return below if found else []


_HOME = re.compile(r"(?:home|beranda|depan)\s+[>»›/|]\s", re.IGNORECASE)


def _below_masthead(lines: Sequence[Paragraph], candidates: Sequence[int]) -> int:
    """Pass over the name of a house above the headline: in capitals, where the headline is not, or an office."""
    while len(candidates) > 1 and _is_office(lines[candidates[0]].text):
        candidates = candidates[1:]
    while len(candidates) > 1 and _is_slogan(lines, candidates[0], candidates[1]):
        candidates = candidates[1:]
    first = lines[candidates[0]].text
    short = len(first.split()) <= _LONGEST_NAME
    if first.isupper() and short:
        return next((place for place in candidates if not lines[place].text.isupper()), candidates[0])
    return candidates[0]


def _is_slogan(lines: Sequence[Paragraph], place: int, below: int) -> bool:
    """Tell what a site says of itself between its name and a section of it: `Menuju Daerah Maju dan Sejahtera`."""
    text, headline = lines[place].text, lines[below].text
    between = lines[below - 1].text
    sections = below == place + 2 and len(between.split()) < _HEADLINE_WORDS and not makers.is_person(between)
    named = place > 0 and len(lines[place - 1].text.split()) < _HEADLINE_WORDS
    short = len(text.split()) <= _LONGEST_NAME < len(headline.split())
    return sections and named and short and _in_title_case(text) and _in_title_case(headline)


def _in_title_case(text: str) -> bool:
    words = text.split()
    return 3 * sum(word[0].islower() for word in words) <= len(words)


def _labelled(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], body: int) -> int:
    """Find a headline that begins like a button, with its byline below: `VIDEO: Warga Mengungsi`; or -1."""
    return next(
        (
            place
            for place in range(min(body, _HEADLINE_WORDS))
            if _LABEL.match(lines[place].text) and BlockKind.BYLINE in kinds[place + 1 : place + 3]
        ),
        -1,
    )


_LABEL = re.compile(r"(?:VIDEO|FOTO|PHOTOS?|INFOGRAFIS|INFOGRAPHIC|[Vv]ideo|[Ff]oto|[Ii]nfografis)\s?: [A-Z]")

_FIGURES = re.compile(r"\s\d{1,3}\b")


def _is_office(text: str) -> bool:
    return (
        len(text.split()) <= _LONGEST_NAME
        and bool(OFFICE.match(text))
        and makers.is_names(_FIGURES.sub("", text))
    )


def _is_letterhead(text: str) -> bool:
    """Tell an address, or when and where a release was written, which stand above its headline."""
    return bool(layout.ADDRESS.search(text) or layout.DISTRICT.match(text)) or is_signed_stamp(text)


_LONGEST_NAME = 6
"""Words of the longest name of a house: `DINAS KOMUNIKASI DAN INFORMATIKA KOTA DENPASAR`."""


def same(one: str, other: str) -> bool:
    """Tell a headline that is set twice, whatever its marks and the case of its letters."""
    if abs(len(one) - len(other)) > _MARKS:
        return False
    return _bare(one) == _bare(other) and bool(_bare(one))


_MARKS = 40
"""Characters by which two such lines may differ: quotes, spaces, the tags of one."""


def _bare(text: str) -> str:
    return re.sub(r"</?\w{1,6}>|\W+", " ", text).strip().casefold()

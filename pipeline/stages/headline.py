"""Find the headline of a page: the line that says in short what the report below it says at length.

A site's name, its slogan, `Please upgrade your browser` stand above it, and any of them may be longer, louder or
set twice. None shares its words with the report. What else speaks for a headline, how long it is, who signs below
it, stands as numbers in `headline.tsv`: `dwibahasa evaluate language --calibrate` learns them from pages that a
person has read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import fsum
from pathlib import Path
from typing import NamedTuple

from pipeline.model import BlockKind, Paragraph
from pipeline.stages.page import FEW
from pipeline.text import layout, makers
from pipeline.text.bylines import OFFICE
from pipeline.text.stamps import is_signed_stamp
from pipeline.text.steps import step
from pipeline.text.telling import telling
from pipeline.text.traits import traits

WEIGHTS = Path(__file__).with_name("headline.tsv")

NONE = "none"
"""The row of a page that has no headline: what a line has to outweigh."""

_STOPS = (".", "…", ":")
_FAR = 60
"""Lines among which a headline is looked for; the longest menu above one had forty."""
_MOST_WORDS = 30
_TITLE_WORDS = 4
_ELSEWHERE = frozenset({BlockKind.RELATED, BlockKind.TAGS, BlockKind.SOURCE})
"""What says of itself that it is no headline of this page."""

_OPENING = 2
"""Paragraphs of a report that say again what the headline says."""
_MANY = 6
_LENGTHS = (1, 2, 3, 4, 6, 9, 14, 19, 24)
_GAPS = (1, 2, 3, 5, 8, 12, 20)
_PROSE_ABOVE = (0, 1, 2, 4)
_BESIDE = (-1, 1, 2, 3)
_SHORTEST_TITLE = 10


class Candidate(NamedTuple):
    """A line that may be the headline, and what speaks for it and against it."""

    place: int
    evidence: Mapping[str, float]


def find_headline(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> int:
    """Return the place of the headline: what the markup says, or the line for which most speaks; or -1.

    Of a headline that is set twice it is the first. `kinds` is what the lines say of themselves.
    """
    if BlockKind.HEADLINE in kinds:
        return kinds.index(BlockKind.HEADLINE)
    weighs = weights()
    best, most = -1, weighs[NONE]
    for place, evidence in candidates(lines, kinds):
        score = fsum(weighs.get(name, 0.0) * value for name, value in evidence.items())
        if score > most:
            best, most = place, score
    if best < 0 or (len(lines) < FEW and _is_told_above(lines, kinds, best)):
        return 0 if _tops(lines, kinds) else -1
    return next((place for place in range(best) if same(lines[place].text, lines[best].text)), best)


def _is_told_above(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], place: int) -> bool:
    """Tell a sentence, or a line below one where none is a site's: there the report has begun."""
    told = [line.text.endswith(_STOPS) for line in lines[: place + 1]]
    return told[-1] or (any(told) and not any(kinds))


def _tops(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> bool:
    """Tell a title over a text that shares no word with it: the first line, no sentence, right above one or alone."""
    if not lines or kinds[0] or lines[0].text.endswith(_STOPS):
        return False
    words = len(lines[0].text.split())
    over = len(lines) > 1 and not kinds[1] and layout.is_prose(lines[1].text)
    return len(lines) < FEW or (over and _TITLE_WORDS <= words <= _MOST_WORDS)


@cache
def weights() -> Mapping[str, float]:
    """Read the table that ships, once."""
    rows = (line.split("\t") for line in WEIGHTS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def candidates(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> Iterator[Candidate]:
    """Yield the lines that may be the headline, with what they look like, say and stand beside."""
    prose = [place for place, line in enumerate(lines) if not kinds[place] and layout.is_prose(line.text)]
    end = min(len(lines), _FAR, prose[-1] + 1 if prose else _FAR)
    bare = [_bare(line.text) for line in lines[:end]]
    told = Counter(word for place in prose for word in telling(lines[place].text))
    first_long = True
    for place, (line, kind) in enumerate(zip(lines[:end], kinds, strict=False)):
        below = [other for other in prose if other > place]
        if place in prose:
            told.subtract(telling(line.text))
        count = len(line.text.split())
        if kind in _ELSEWHERE or count > _MOST_WORDS or _is_letterhead(line.text):
            continue
        names = {*traits(line.text), f"form {kind or 'open'}", f"length {step(count, _LENGTHS)}"}
        names |= {f"{by:+} {_beside(lines, kinds, place + by)}" for by in _BESIDE}
        names |= set(_between(lines, kinds, place, count))
        names |= set(_wording(line.text))
        if _is_office(line.text):
            names.add("office")
        names |= set(_repeats(bare, place))
        names.add(f"prose above {step(len(prose) - len(below), _PROSE_ABOVE)}")
        if below:
            names.add(f"gap {step(below[0] - place, _GAPS)}")
        if place == 0:
            names.add("first")
        if first_long and kind is None and count >= _TITLE_WORDS:
            names.add("first long")
            first_long = False
        opening = [lines[other].text for other in below[:_OPENING]]
        yield Candidate(place, dict.fromkeys(names, 1.0) | _shared(line.text, told, opening))


def _shared(text: str, told: Mapping[str, int], opening: Sequence[str]) -> dict[str, float]:
    """Return how much of a line the report below it says too, and how much of it the first paragraphs do."""
    own = telling(text)
    if not own:
        return {}
    shared = sum(told.get(word, 0) > 0 for word in own)
    near = len(own & frozenset[str]().union(*map(telling, opening)))
    return {
        "share told": shared / len(own),
        "words told": min(shared, _MANY) / _MANY,
        "share in opening": near / len(own),
    }


def _beside(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], place: int) -> str:
    if not 0 <= place < len(lines):
        return "nothing"
    return kinds[place] or ("prose" if layout.is_prose(lines[place].text) else "open")


def _between(
    lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], place: int, count: int
) -> Iterator[str]:
    """Yield how the lines above and below that nothing has typed compare: a deck is longer, a rubric shorter."""
    for by in (-1, 1):
        if _beside(lines, kinds, place + by) == "open":
            other = len(lines[place + by].text.split())
            size = "longer" if other > count else "as long" if other == count else "shorter"
            yield f"{by:+} open {size}"
            yield f"{by:+} open of {step(other, _LENGTHS)}"


def _wording(text: str) -> Iterator[str]:
    """Yield the first words of a line: `Slug`, `Edisi`, `Photo` head no report."""
    tokens = _WORD.findall(text.lower())
    yield from (f"word {token}" for token in tokens[:_SAID])
    if tokens:
        yield f"first word {tokens[0]}"


_WORD = re.compile(r"[^\W\d_]+|[:|/]")
_SAID = 6


def _repeats(bare: Sequence[str], place: int) -> Iterator[str]:
    """Yield whether the line, its beginning or its end stands in another line: `Home » Kolom » Jagung Manis`."""
    text = bare[place]
    if text and bare.count(text) > 1 and text.count(" ") >= _TITLE_WORDS - 2:
        yield "twice"
    others = [one for one in bare if one != text]
    if text.count(" ") >= _TITLE_WORDS - 1 and any(one.startswith(text) for one in others):
        yield "begins another"
    if any(len(one) >= _SHORTEST_TITLE and text.endswith(one) for one in others):
        yield "trail"


def _is_office(text: str) -> bool:
    """Tell an office, which stands above what it has to say: `DINAS KOMUNIKASI DAN INFORMATIKA KOTA DENPASAR`."""
    named = len(text.split()) <= _LONGEST_NAME and bool(OFFICE.match(text))
    return named and makers.is_names(_FIGURES.sub("", text))


def _is_letterhead(text: str) -> bool:
    """Tell an address, or when and where a release was written, which stand above its headline."""
    return bool(layout.ADDRESS.search(text) or layout.DISTRICT.match(text)) or is_signed_stamp(text)


_LONGEST_NAME = 6
_FIGURES = re.compile(r"\s\d{1,3}\b")


def same(one: str, other: str) -> bool:
    """Tell a headline that is set twice, whatever its marks and the case of its letters."""
    if abs(len(one) - len(other)) > _MARKS:
        return False
    return _bare(one) == _bare(other) and bool(_bare(one))


def repeats(line: str, headline: str) -> bool:
    """Tell the headline set again, also with the site's name behind it: `Harga Beras Naik - KABAR.COM`."""
    return same(line, headline) or same(_SITE_BEHIND.sub("", line), headline)


_SITE_BEHIND = re.compile(r"\s(?:[-–—|»•]\s\S.{1,40}|Perbesar)$")
_MARKS = 40
"""Characters by which two such lines may differ: quotes, spaces, the tags of one."""


def _bare(text: str) -> str:
    return re.sub(r"</?\w{1,6}>|\W+", " ", text).strip().casefold()

"""Say of a line, in names that weights can be learnt for, what speaks for one kind of block or another.

What the rules made of it and of what stands around it, what it looks like and its neighbours do, where on the page it
stands, which words it has, and how many of them the report has elsewhere. All lines of the page are typed by the rules
when this is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.model import BlockKind
from pipeline.stages.page import Page
from pipeline.text.steps import step
from pipeline.text.telling import telling
from pipeline.text.traits import traits

_SHAPE, _LOOKS = 3, 6
"""The first traits are length, case and end, then how it starts and of what words it is."""
_AROUND = (-3, -2, -1, 1, 2, 3)
_FORMS_AROUND = (-2, -1, 1, 2)
_BESIDE = (-1, 1)
_FAR = 40
"""Lines that are looked at above a line: a page of a thousand lines takes a thousand times one, not more."""
_PARTS = (BlockKind.TAGS, BlockKind.RELATED, BlockKind.PROMO, BlockKind.BYLINE)
"""What heads a part of the furniture, which goes on until the next."""
_FURNITURE = (BlockKind.PROMO, BlockKind.RELATED, BlockKind.MASTHEAD, BlockKind.TAGS)
_STEPS = (0, 1, 2, 3, 5, 8, 14)
_MESS = (3, 8, 15)
_OFTEN = (1, 2)
_LIKE = 0.6
_GIST = 12
"""Words that say something in the longest line that is asked whether its neighbours say it again."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_DIGITS = re.compile(r"\d+")
_SHARES, _WORDS = (1, 20, 40, 60), (2, 5, 9, 15)
"""Percent of what a line speaks of that the report does too, and how many words that is of."""
_NAMED, _NAMES = (0, 1, 3), (0, 1, 3, 6)
"""Names in a line that the report has elsewhere, and names in it."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z-]{2,}|[A-Z]{3,}")
"""A word with a capital that doesn't open its sentence, and an acronym: the `BMKG` of `InfoBMKG`."""
_TOKENS = 12
_FIRST_WORDS = 4
_LETTERS, _SPELLED = 4, 60
"""Letters in a row, of as many characters of a line: `berlangganan` has all those of `langganan`."""


class Surroundings:
    """A page with what its lines say of themselves, and what is counted on it once for all its lines."""

    def __init__(self, page: Page, forms: Sequence[BlockKind | None]) -> None:
        """Count; `forms` is the kind that each line's form says, None where only the place could tell."""
        self.page = page
        self.forms = tuple(form or "open" for form in forms)
        self.mess = step(sum(kind in _FURNITURE for kind in page.kinds), _MESS)
        """How much furniture the rules found."""
        self.said = Counter(_tokens(line.text) for line in page.lines)
        prose = [page.text(place) for place in page.prose]
        self.prose = frozenset(page.prose)
        """Places of the lines that look like paragraphs: one isn't compared with itself."""
        self.told = Counter(word for text in prose for word in telling(text))
        self.named = Counter(name for text in prose for name in _names(text))
        """How many paragraphs speak of a thing, and how many name a name."""


def evidence(around: Surroundings, place: int) -> Iterator[str]:
    """Yield the names of what speaks for one kind or another."""
    page, form, mess = around.page, around.forms[place], around.mess
    kind, text = page.kinds[place], page.text(place)
    looks = traits(text)
    yield f"read {kind}"
    yield f"form {form}"
    yield f"mess {mess}, read {kind}"
    yield f"mess {mess}, form {form}"
    yield from looks
    for look in looks[:_SHAPE]:
        yield f"read {kind}, {look}"
    for by in _FORMS_AROUND:
        if 0 <= place + by < len(page.lines):
            yield f"{by:+} form {around.forms[place + by]}"
    yield from _around(page, place)
    yield from _position(page, place, looks)
    if page.headline not in (-1, place) and _is_like(page.text(page.headline), text):
        yield "like headline"
    if again := around.said[_tokens(text)] - 1:
        yield f"said again {step(again, _OFTEN)}"
        yield f"said again, read {kind}"
    yield from _told(page, place)
    yield from _shared(around, place)
    yield from _wording(text)
    for by in _BESIDE:
        yield from _words_beside(page.text(place + by), by)


def _around(page: Page, place: int) -> Iterator[str]:
    for by in _AROUND:
        yield f"{by:+} {_name(page, place + by)}"
    kind, above, below = page.kinds[place], _name(page, place - 1), _name(page, place + 1)
    yield f"-1 {above}, read {kind}"
    yield f"+1 {below}, read {kind}"
    yield f"between {above} and {below}"
    own = traits(page.text(place))
    for by in _BESIDE:
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
    yield f"run {step(end - start - 1, _STEPS)}"
    yield f"run above {step(place - start - 1, _STEPS)}"
    yield f"run below {step(end - place - 1, _STEPS)}"
    yield f"zone {zone}, run above {step(place - start - 1, _STEPS)}"
    if zone == "above":
        yield f"before headline {step(page.headline - place, _STEPS)}"
    elif zone == "apron":
        yield f"under headline {step(place - page.headline, _STEPS)}"
        yield f"before lead {step(page.lead - place, _STEPS)}"
    elif zone == "tail":
        yield f"behind {step(place - page.last, _STEPS)}"
    parts = [kind for kind in page.kinds[max(start + 1, place - _FAR) : place] if kind in _PARTS]
    yield f"part {parts[-1] if parts else 'none'}"


def _told(page: Page, place: int) -> Iterator[str]:
    """Yield how much of a line its neighbours say again: `Kishida ke Kyiv?` heads what the next paragraph tells."""
    own = telling(page.text(place))
    if not own or len(own) > _GIST:
        return
    for by in _BESIDE:
        said = len(own & telling(page.text(place + by)))
        share = "all" if said == len(own) else "some" if said else "none"
        yield f"{by:+} tells {share}"
        yield f"{by:+} tells {share}, read {page.kinds[place]}"


def _shared(around: Surroundings, place: int) -> Iterator[str]:
    """Yield how much of what a line speaks of the report speaks of elsewhere: a site speaks of itself."""
    kind, text, is_prose = around.page.kinds[place], around.page.text(place), place in around.prose
    if words := telling(text):
        share = step(100 * sum(around.told[word] > is_prose for word in words) // len(words), _SHARES)
        yield f"shares {share}"
        yield f"shares {share} of {step(len(words), _WORDS)}"
        yield f"shares {share}, read {kind}"
    names = _names(text)
    known = step(sum(around.named[name] > is_prose for name in names), _NAMED)
    yield f"names {known} of {step(len(names), _NAMES)}"
    yield f"names {known}, read {kind}"


@lru_cache(maxsize=512)
def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text))


def _zone(page: Page, place: int) -> str:
    where = "apron" if place < page.lead else "body" if place <= page.last else "tail"
    if page.headline < 0:
        return f"{where} without headline"
    return "above" if place < page.headline else where


def _name(page: Page, place: int) -> str:
    return page.kind(place) or "nothing"


def _is_like(headline: str, text: str) -> bool:
    own = text.lower().split()
    told = set(headline.lower().split())
    return sum(word in told for word in own) >= _LIKE * len(own)


def _wording(text: str) -> Iterator[str]:
    """Yield a line's words, pairs of them and parts of them: the next site says `Tayangkan Video` too."""
    tokens = _tokens(text)
    said = tokens[:_TOKENS]
    yield from {f"word {token}" for token in said}
    yield from {f"words {one} {next_one}" for one, next_one in pairwise(said)}
    if said:
        yield f"first word {said[0]}"
        yield f"last word {tokens[-1]}"
    spelled = f"^{_DIGITS.sub('#', ' '.join(text.lower().split()))[:_SPELLED]}$"
    yield from {f"letters {spelled[at : at + _LETTERS]}" for at in range(len(spelled) - _LETTERS + 1)}


def _words_beside(text: str, by: int) -> Iterator[str]:
    if tokens := _tokens(text):
        yield f"{by:+} first word {tokens[0]}"
        yield f"{by:+} last word {tokens[-1]}"
        yield from {f"{by:+} word {token}" for token in tokens[:_FIRST_WORDS]}


@lru_cache(maxsize=2048)
def _tokens(text: str) -> tuple[str, ...]:
    """Return the words and signs of a line; a number is a number, whichever it is."""
    return tuple("#" if token.isdigit() else token for token in _TOKEN.findall(text.lower()))

"""Tell the items of lists and tables, with bullets and without, and what leads them in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import BlockKind, Paragraph
from pipeline.stages.page import Page
from pipeline.text import layout, makers

LABEL_WORDS = 12
"""A line without a stop and with at most this many words, amid prose, is a subhead."""


def is_item(page: Page, place: int) -> bool:
    """Tell an item of a list that lost its bullets: one of several lines of one make, after a colon."""
    text = page.text(place)
    if not page.is_open(place) or (layout.DAY_IN_BRACKETS.search(text) and len(text.split()) <= DAY_WORDS):
        return False
    if layout.SETS.search(text):
        return True
    if text.endswith(":") or (_HEADS_ITEMS.match(text) and page.text(place + 1)[:1].isdigit()):
        return False
    if _in_table(page, place):
        return True
    if layout.LABELLED.match(text) and not text.endswith("?"):
        near = (page.text(other) for other in (place - 1, place + 1) if page.kind(other) in _LISTED)
        if any(layout.LABELLED.match(one) for one in near):
            return True
    if page.kind(place - 1) is BlockKind.LIST_ITEM:
        marked = page.lines[place - 1].hint or layout.BULLET.match(page.text(place - 1))
        alike = not marked and _make(page.text(place - 1)) == _make(text)
        return alike or text.endswith(";") or (not marked and _goes_on(page, place))
    led = leads_in(page, place - 1) and (runs(page, place) > 1 or _openings(page, place) >= _SURELY)
    if led and not text.startswith(("“", '"')):
        return True
    return page.kind(place - 1) is BlockKind.SUBHEAD and _is_unmarked_list(page, place)


def leads_in(page: Page, place: int) -> bool:
    """Tell a line that announces a list: `Adapun syaratnya:`, `Bahan:`."""
    return page.kind(place) in (BlockKind.PARAGRAPH, BlockKind.SUBHEAD) and page.text(place).endswith(":")


def announces(text: str) -> bool:
    """Tell a sentence that announces a list without a colon: `Berikut daftar lengkapnya`."""
    return not _ANNOUNCING.isdisjoint(text.rsplit(". ", 1)[-1].rstrip(" .").lower().split())


def heads_list(text: str) -> bool:
    """Tell the heading of a list from a sentence that leads it in: `Dasar Hukum:`, but `Berikut rinciannya:`."""
    words = text.rstrip(" :").lower().split()
    said = any(word in _LEADING_IN or word.endswith("nya") for word in words)
    return text.endswith(":") and len(words) <= _HEADING_WORDS and not said


_HEADING_WORDS = 2
_LEADING_IN = frozenset(
    """
    berikut yakni yaitu antara lain adalah ialah meliputi sebagai sbb a.l katanya ujarnya following below include
    includes including are is was were says said that
    """.split()
)
_ANNOUNCING = frozenset(
    "berikut yakni yaitu lain meliputi following below include includes including".split()
)
_SURELY = 3
"""So many short lines in a row are a list, not subheads."""


def _openings(page: Page, place: int) -> int:
    """Count the short open lines without a stop that follow each other from here, amid the prose or led in."""
    end = place
    stop = len(page.lines) if leads_in(page, place - 1) else page.last
    while end < stop and page.is_open(end) and page.text(end)[-1] not in ".?!:":
        if end > place and layout.RESULT.search(page.text(end), 1):
            return 0  # `Men's singles` heads the results below it
        end += 1
    return end - place


def _is_unmarked_list(page: Page, place: int) -> bool:
    """Tell the first of the short lines under a heading: what a recipe needs, what a package holds."""
    lines = _openings(page, place)
    measured = page.text(place)[0].isdigit() and lines > 1
    return measured or (
        lines >= _SURELY and not any(makers.is_names(page.text(place + one)) for one in range(lines))
    )


def _goes_on(page: Page, place: int) -> bool:
    """Tell a further line of a list amid the prose; the last line before a paragraph may be a subhead."""
    text = page.text(place)
    below = page.text(place + 1)
    if layout.BULLET.match(below) or layout.RESULT.search(page.text(place - 1), 1):
        return False  # `Men's singles` heads the next results
    start = place - 1
    while page.kind(start) is BlockKind.LIST_ITEM:
        start -= 1
    amid = place < page.last or leads_in(page, start)
    return amid and text[-1] not in ".?!:" and not layout.is_prose(below)


_HEADS_ITEMS = re.compile(r"(?:For the|For|Untuk|Bahan|Bumbu|The)\b(?:\s\S+){1,4}$")
"""What heads a part of a list: `For the spice paste`, `Bumbu halus`."""

DAY_WORDS = 3
"""`Jumat (16/8)` heads the matches of a day."""
_LISTED = (None, BlockKind.LIST_ITEM)


def _in_table(page: Page, place: int) -> bool:
    """Tell a line of results or of a timetable: short lines with figures follow each other."""

    def counts(other: int) -> bool:
        text = page.text(other)
        listed = page.kind(other) is BlockKind.LIST_ITEM or page.is_open(other)
        return listed and bool(layout.RESULT.search(text)) and not layout.DAY_IN_BRACKETS.search(text)

    # The results of a day with one match stand between lines that name days.
    beside = [page.text(other) for other in (place - 1, place + 1)]
    amid = all(layout.DAY_IN_BRACKETS.search(text) and len(text.split()) <= DAY_WORDS for text in beside)
    return page.lead < place and counts(place) and (amid or counts(place - 1) or counts(place + 1))


def runs(page: Page, place: int) -> int:
    """Count the short open lines that follow each other from here and are made alike."""
    end = place
    while page.is_open(end) and _make(page.text(end)) == _make(page.text(place)):
        end += 1
    return end - place


def _make(text: str) -> tuple[bool, ...]:
    """Return what items of one list share: figures, a colon, how they end."""
    return (any(letter.isdigit() for letter in text), ":" in text, text[-1:] in ";,", text[-1:] in ".?!")


def heads(lines: Sequence[Paragraph], kinds: Sequence[BlockKind | None], place: int) -> bool:
    """Tell a numbered subhead from an item: prose follows it, and no item stands next to it."""
    text = lines[place].text
    below = place + 1
    while below + 1 < len(lines) and kinds[below] in _PICTURED:
        below += 1
    # A list that begins anew stands under the heading of its number: `3. The table doesn't lie`.
    restarts = _number(text) > 1 and below < len(lines) and _number(lines[below].text) == 1
    near = [lines[other].text for other in (place - 1, below) if 0 <= other < len(lines)]
    return (
        lines[place].hint is None
        and (text[0].isdigit() or text.isupper())
        and len(text.split()) <= _LONGEST_NUMBERED
        and not text.endswith((".", ";", ","))
        and place + 1 < len(lines)
        and (restarts or _is_text(near[-1]) or layout.LETTERED.match(near[-1]) is not None)
        and not any(
            not restarts and layout.BULLET.match(one) and not layout.LETTERED.match(one) for one in near
        )
    )


_LONGEST_NUMBERED = 18
"""Words of a heading with a number, as lists of the week's best read have them: longer than other subheads."""


def _is_text(line: str) -> bool:
    return layout.is_prose(line) or (line.endswith(".") and len(line.split()) > _SHORTEST_SENTENCE)


_SHORTEST_SENTENCE = 4

_PICTURED = (BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.PROMO)
"""What may stand between a heading and its text."""


def _number(text: str) -> int:
    """Return the number that a line begins with, or 0."""
    digits = re.match(r"(\d{1,2})[.)]\s", text)
    return int(digits[1]) if digits else 0

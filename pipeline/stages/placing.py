"""Say what a line is by where it stands, when its form leaves that open.

A page has four parts: what is above the headline, what is between it and the first paragraph, the
prose, and what follows the last paragraph. `Rahma Anindita` is a writer in the second, a subhead in
the third and a tag in the fourth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import BlockKind, Paragraph
from pipeline.text import datelines, layout
from pipeline.text.stamps import is_signed_stamp

_LONGEST_TAG = 5
"""Words of the longest tag, and of what an author is."""

_LABEL_WORDS = 12
"""A line without a stop and with at most this many words, amid prose, is a subhead."""

_DECK_WORDS = 25
"""Words of the longest deck, the line under a headline that sums the story up."""

_SCENE_WORDS = 7
"""A subhead is shorter; a line of this length without a stop that says where or when is a caption."""

_CAPTIONED = frozenset({"di", "saat", "ketika", "usai", "dalam", "in", "at", "during", "after", "near"})
_FOLLOWED = frozenset({BlockKind.RELATED, BlockKind.TAGS, BlockKind.BYLINE})
"""Kinds whose label may stand on a line by itself, with what it labels on the next."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines with the kinds found so far, and the places of the headline, the lead and the last paragraph.

    `kinds` is filled while the page is read; `last` is -1 where there is no prose.
    """

    lines: tuple[Paragraph, ...]
    kinds: list[BlockKind | None]
    headline: int
    lead: int
    last: int

    def text(self, place: int) -> str:
        """Return the text of a line, nothing beyond the page."""
        return self.lines[place].text if 0 <= place < len(self.lines) else ""

    def kind(self, place: int) -> BlockKind | None:
        """Return the kind of a line as far as it is known."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else None

    def is_open(self, place: int) -> bool:
        """Tell a short line that nothing has typed yet."""
        return (
            0 <= place < len(self.lines)
            and self.kinds[place] is None
            and not layout.is_prose(self.text(place))
        )


def by_place(page: Page, place: int) -> BlockKind:
    """Type an open line by what stands around it; the lines above it are typed."""
    text = page.text(place)
    if place < page.headline:
        return BlockKind.MASTHEAD
    if kind := _continued(page, place):
        return kind
    if _captions(page, place):
        return BlockKind.CAPTION
    if place == page.lead - 1 and datelines.stands_alone(text):
        return BlockKind.DATELINE
    if place < page.lead and _is_signed(text):
        # `Ringkasan Berita` heads the points below it.
        short = len(text.split()) <= _DAY_WORDS and not layout.is_person(text)
        heading = short and page.kind(place + 1) is BlockKind.LIST_ITEM
        return BlockKind.SUBHEAD if heading else BlockKind.BYLINE
    if _signs_letter(page, place):
        return BlockKind.BYLINE
    if -1 < page.last < place and (kind := _closing(page, place)):
        return kind
    if _is_item(page, place):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH if _is_sentence(page, place) else BlockKind.SUBHEAD


def _is_sentence(page: Page, place: int) -> bool:
    text = page.text(place)
    words = len(text.split())
    if _EXPLAINED.match(text) or _is_labelled(text):
        return True
    if text.endswith(":"):
        # `Susunan pemain:` heads what follows, `Berikut rincian targetnya:` leads a list in.
        return words > 3 or page.kind(place + 1) is BlockKind.LIST_ITEM or _runs(page, place + 1) > 1
    said = layout.unsigned(text)
    bare = said.rstrip("”\"’'")
    ends = bare.endswith((".", "!", ",")) or (bare != said and bare.endswith("?"))
    longest = _DECK_WORDS if place < page.lead else _LABEL_WORDS
    ends = ends and (words > 3 or _SAID.search(text) is not None)
    return ends or layout.is_prose(text) or words > longest


def _is_labelled(text: str) -> bool:
    """Tell a label and a line of text behind it: `Narahubung: Humas PLN, telp. 0370-643`."""
    return len(text.split()) > _LONGEST_TAG and not text.endswith("?") and bool(layout.LABELLED.match(text))


_SAID = re.compile(r"\s[a-z]{3,}\.[”\"’']?$|,\s[A-Z]?[a-z]{3,}\.[”\"’']?$")
"""How a short sentence ends and a label does not: `Selamat jalan, Emak.`"""
_EXPLAINED = re.compile(r"\([^()]+=[^()]+\)$")
"""What a figure is in another money: `($1 = 15,805 rupiah)`."""


def _signs_letter(page: Page, place: int) -> bool:
    """Tell who wrote the letter above and from where, amid a page of letters: `Emily Hartley`, `Leeds`."""
    amid = page.lead < place and (place < page.last or BlockKind.BYLINE in page.kinds[page.lead : page.last])
    if not amid or not layout.is_names(page.text(place)):
        return False
    if page.kind(place - 1) is BlockKind.BYLINE:
        return not page.is_open(place + 1) and layout.is_person(page.text(place - 1))
    below = page.is_open(place + 1) and not page.is_open(place + 2) and layout.is_names(page.text(place + 1))
    return below and layout.is_person(page.text(place))


def _is_signed(text: str) -> bool:
    """Tell who made the article and where: names, with a label (`Uploader: Adi`) or a date."""
    label, colon, names = text.partition(":")
    labelled = colon and len(label.split()) <= 2 and layout.is_names(names.strip())
    return bool(labelled) or layout.is_names(text) or is_signed_stamp(text)


def _continued(page: Page, place: int) -> BlockKind | None:
    """Return the kind of the label above, if this line belongs to it: `Baca juga:`, `TAG :`, `Editor`."""
    before, above, text = page.kind(place - 1), page.text(place - 1), page.text(place)
    if before not in _FOLLOWED or (layout.is_prose(text) and not layout.calls_out(text)):
        return None
    short = len(text.split()) <= _LONGEST_TAG
    if before is BlockKind.BYLINE:
        label = above.rstrip(" :|").lower() in _MAKERS
        named = place < page.lead and ":" not in above and above.lower().startswith(("oleh", "by "))
        belongs = short and (label or named)
    elif before is BlockKind.TAGS:
        belongs = short and place > page.last
    else:
        belongs = _is_related(page, place)
    return before if belongs else None


_MAKERS = frozenset(
    "oleh by penulis editor penyunting reporter pewarta redaktur kontributor wartawan writer author".split()
)


def _is_related(page: Page, place: int) -> bool:
    """Tell a line of a list of other articles; the last of several amid prose is the next subhead."""
    label = place - 1
    while page.kind(label - 1) is BlockKind.RELATED:
        label -= 1
    if ":" in page.text(label).rstrip(" :"):
        return False  # `Baca juga: Mengapa harga naik?` says it all
    return place > page.last or place == label + 1 or page.is_open(place + 1)


def _captions(page: Page, place: int) -> bool:
    """Tell a caption: beside a credit, between headline and lead, or a scene without a full stop."""
    text = page.text(place)
    words = len(text.split())
    beside = BlockKind.CREDIT in (page.kind(place - 1), page.kind(place + 1))
    if beside and words >= 4 and not text.endswith((".", "?", "!", ":", "”", '"')) and place != page.lead:
        return True
    if page.headline < place < page.lead and layout.is_prose(text):
        under_button = page.text(place - 1).casefold() in layout.PHOTO_BUTTONS
        return (
            under_button
            or bool(layout.DAY_IN_BRACKETS.search(text))
            or bool(layout.CAPTION_START.match(text))
        )
    if layout.CAPTION_START.match(text):
        if page.headline < place < page.lead:
            return True
        shown = words > 6 or (words > 3 and layout.SCENE_START.match(text) and _in_small_letters(text))
        return bool(shown) and not layout.is_prose(text)
    scene: bool = words >= _SCENE_WORDS and text[-1:].isalnum() and not _CAPTIONED.isdisjoint(text.split())
    return scene and _in_small_letters(text) and page.lead < place < page.last


def _in_small_letters(text: str) -> bool:
    """Tell a sentence from a line in title case: at least half its words are in small letters."""
    words = text.split()
    return 2 * sum(word[0].islower() for word in words) >= len(words)


def _closing(page: Page, place: int) -> BlockKind | None:
    """Type a line after the last paragraph: initials, who signs a release, tags."""
    text = page.text(place)
    made = page.kind(place - 1) is BlockKind.BYLINE and ":" in text and _is_signed(text)
    dated = is_signed_stamp(text) and layout.SIGNATURE.search(page.text(place + 1))
    if made or dated or layout.CLOSING_INITIALS.match(text):
        return BlockKind.BYLINE
    after_byline = page.kind(place - 1) is BlockKind.BYLINE
    if layout.SIGNATURE.search(text) and (page.is_open(place + 1) or after_byline):
        return BlockKind.BYLINE
    if after_byline and place == len(page.lines) - 1 and layout.SIGNATURE.search(page.text(place - 1)):
        return BlockKind.BYLINE  # `Drs. Bambang S.`, `Yogyakarta`
    heads = page.kind(place + 1) is BlockKind.LIST_ITEM or _is_item(page, place + 1) or _is_item(page, place)
    tag = len(text.split()) <= _LONGEST_TAG and text[-1].isalnum() and not layout.LABELLED.match(text)
    if tag or heads or not text[-1].isalnum() or _is_labelled(text):
        return BlockKind.TAGS if tag and not heads else None
    return BlockKind.RELATED if len(text.split()) > _LONGEST_TAG and not page.is_open(place + 1) else None


def _is_item(page: Page, place: int) -> bool:
    """Tell an item of a list that lost its bullets: one of several lines of one make, after a colon."""
    text = page.text(place)
    if not page.is_open(place) or (layout.DAY_IN_BRACKETS.search(text) and len(text.split()) <= _DAY_WORDS):
        return False
    if layout.SETS.search(text):
        return True
    if _in_table(page, place):
        return True
    if layout.LABELLED.match(text) and not text.endswith("?"):
        near = (page.text(other) for other in (place - 1, place + 1) if page.kind(other) in _LISTED)
        if any(layout.LABELLED.match(one) for one in near):
            return True
    if page.kind(place - 1) is BlockKind.LIST_ITEM:
        marked = page.lines[place - 1].hint or layout.BULLET.match(page.text(place - 1))
        alike = not marked and _make(page.text(place - 1)) == _make(text)
        return alike or text.endswith(";")
    led = page.kind(place - 1) is BlockKind.PARAGRAPH and page.text(place - 1).endswith(":")
    return led and _runs(page, place) > 1 and not text.startswith(("“", '"'))


_DAY_WORDS = 3
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
    amid = all(layout.DAY_IN_BRACKETS.search(text) and len(text.split()) <= _DAY_WORDS for text in beside)
    return page.lead < place and counts(place) and (amid or counts(place - 1) or counts(place + 1))


def _runs(page: Page, place: int) -> int:
    """Count the short open lines that follow each other from here and are made alike."""
    end = place
    while page.is_open(end) and _make(page.text(end)) == _make(page.text(place)):
        end += 1
    return end - place


def _make(text: str) -> tuple[bool, ...]:
    """Return what items of one list share: figures, a colon, how they end."""
    return (any(letter.isdigit() for letter in text), ":" in text, text[-1:] in ";,", text[-1:] in ".?!")


def heads(lines: Sequence[Paragraph], place: int) -> bool:
    """Tell a numbered subhead from an item: prose follows it, and no item stands next to it."""
    text = lines[place].text
    near = [lines[other].text for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    return (
        lines[place].hint is None
        and text[0].isdigit()
        and len(text.split()) <= _LABEL_WORDS
        and not text.endswith((".", ";", ","))
        and place + 1 < len(lines)
        and (layout.is_prose(near[-1]) or layout.LETTERED.match(near[-1]) is not None)
        and not any(layout.BULLET.match(one) and not layout.LETTERED.match(one) for one in near)
    )

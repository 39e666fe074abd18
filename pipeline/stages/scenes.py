"""Tell a caption by where it stands, and by how it shows a scene."""

from __future__ import annotations

from pipeline.model import BlockKind
from pipeline.stages.page import Page
from pipeline.text import layout
from pipeline.text.captions import is_credited

_SCENE_WORDS = 7
"""A subhead is shorter; a line of this length without a stop that says where or when is a caption."""

_CAPTIONED = frozenset({"di", "saat", "ketika", "usai", "dalam", "in", "at", "during", "after", "near"})


def captions(page: Page, place: int) -> bool:
    """Tell a caption: beside a credit, between headline and lead, or a scene without a full stop."""
    text = page.text(place)
    words = len(text.split())
    if page.headline < place < page.lead and words >= _SCENE_WORDS and is_credited(text):
        return True
    beside = BlockKind.CREDIT in (page.kind(place - 1), page.kind(place + 1))
    if (
        page.headline < place < page.lead
        and words >= 4
        and (
            page.kind(place - 1) is BlockKind.CREDIT
            or (page.kind(place + 1) is BlockKind.CREDIT and place > page.headline + 1)
        )
    ):
        return True
    if (
        beside
        and words >= 4
        and not layout.unsigned(text).endswith((".", "?", "!", ":", "”", '"'))
        and place != page.lead
    ):
        return True
    if page.kind(place + 1) is BlockKind.LIST_ITEM and place > page.lead:
        return False
    if _under_credit(page, place):
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
    scene: bool = (
        words >= _SCENE_WORDS
        and text[0].isalnum()
        and text[-1:].isalnum()
        and not _CAPTIONED.isdisjoint(text.split())
    )
    return scene and _in_small_letters(text) and page.lead < place < page.last


def _under_credit(page: Page, place: int) -> bool:
    """Tell a caption that ends like a sentence, at the place of the lead: who took the picture stands above it."""
    text = page.text(place)
    alone = page.kind(place - 1) is BlockKind.CREDIT and page.kind(place - 2) is not BlockKind.CAPTION
    shows = layout.CAPTION_START.match(text) and layout.is_prose(page.text(place + 1))
    return bool(alone and shows and place == page.lead and ". " not in text)


def _in_small_letters(text: str) -> bool:
    """Tell a sentence from a line in title case: at least half its words are in small letters."""
    words = text.split()
    return 2 * sum(word[0].islower() for word in words) >= len(words)

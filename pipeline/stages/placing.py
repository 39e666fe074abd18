"""Say what a line is by where it stands, when its form leaves that open.

A page has four parts: what is above the headline, what is between it and the first paragraph, the
prose, and what follows the last paragraph. `Rahma Anindita` is a writer in the second, a subhead in
the third and a tag in the fourth.
"""

from __future__ import annotations

import re

from pipeline.model import BlockKind
from pipeline.stages.listing import DAY_WORDS, LABEL_WORDS, heads_list, is_item, runs
from pipeline.stages.page import Page
from pipeline.stages.scenes import captions
from pipeline.text import datelines, layout, makers
from pipeline.text.bylines import CLOSING_INITIALS, OFFICE, ROLE, SIGNATURE, SIGNED_BY, is_signed_mark
from pipeline.text.interface import heads_other_articles, opens_as_button
from pipeline.text.stamps import is_signed_stamp

_LONGEST_TAG = 5
"""Words of the longest tag, and of what an author is."""

_DECK_WORDS = 25
"""Words of the longest deck, the line under a headline that sums the story up."""

_FOLLOWED = frozenset({BlockKind.RELATED, BlockKind.TAGS, BlockKind.BYLINE})
"""Kinds whose label may stand on a line by itself, with what it labels on the next."""


def by_place(page: Page, place: int) -> BlockKind:
    """Type an open line by what stands around it; the lines above it are typed."""
    ruled = next(filter(None, (rule(page, place) for rule in _RULES)), None)
    return ruled or (BlockKind.PARAGRAPH if _is_sentence(page, place) else BlockKind.SUBHEAD)


def _above(page: Page, place: int) -> BlockKind | None:
    # A standfirst may stand above the headline, and so may what a site has to say at length.
    return BlockKind.MASTHEAD if place < page.headline and not layout.is_prose(page.text(place)) else None


def _named_part(page: Page, place: int) -> BlockKind | None:
    return BlockKind.SUBHEAD if layout.PART.match(page.text(place)) else None


def _sourced(page: Page, place: int) -> BlockKind | None:
    labelled = page.kind(place + 1) is BlockKind.SOURCE and page.text(place + 1).endswith(":")
    return BlockKind.CAPTION if labelled else None  # `Foto :`


def _pictured(page: Page, place: int) -> BlockKind | None:
    alone = page.headline < 0 and len(page.lines) == 1
    return BlockKind.CAPTION if captions(page, place) and not alone else None


def _dated(page: Page, place: int) -> BlockKind | None:
    above_lead = place == page.lead - 1
    return BlockKind.DATELINE if above_lead and datelines.stands_alone(page.text(place)) else None


def _signed(page: Page, place: int) -> BlockKind | None:
    """Type the names under a headline, and those under a letter."""
    text = page.text(place)
    if place < page.lead and (_is_signed(text) or CLOSING_INITIALS.match(text)):
        # `Ringkasan Berita` heads the points below it.
        short = len(text.split()) <= DAY_WORDS and not makers.is_person(text)
        heading = short and page.kind(place + 1) is BlockKind.LIST_ITEM
        return BlockKind.SUBHEAD if heading else BlockKind.BYLINE
    return BlockKind.BYLINE if _signs_letter(page, place) else None


def _behind(page: Page, place: int) -> BlockKind | None:
    return _closing(page, place) if -1 < page.last < place else None


def _listed(page: Page, place: int) -> BlockKind | None:
    return BlockKind.LIST_ITEM if is_item(page, place) else None


def _is_sentence(page: Page, place: int) -> bool:
    text = page.text(place)
    words = len(text.split())
    if _EXPLAINED.match(text) or _BRACKETED.match(text) or _SENT_IN.match(text) or _is_labelled(text):
        return True
    if _QUOTES.match(text):
        return True
    if heads_list(text):
        return False
    if text.endswith(":"):
        # `Susunan pemain:` heads what follows, `Berikut rincian targetnya:` leads a list in.
        return words > 3 or page.kind(place + 1) is BlockKind.LIST_ITEM or runs(page, place + 1) > 1
    said = layout.unsigned(text)
    bare = said.rstrip("”\"’'")
    ends = bare.endswith((".", "!", ",")) or (bare != said and bare.endswith("?"))
    longest = _DECK_WORDS if place < page.lead else LABEL_WORDS
    ends = ends and (words > 3 or _SAID.search(text) is not None)
    return ends or layout.is_prose(text) or words > longest


def _of_page(page: Page, place: int) -> BlockKind | None:
    return BlockKind.PROMO if _is_of_page(page, place) else None


def _is_of_page(page: Page, place: int) -> bool:
    """Tell a short line amid a page's buttons: one that begins like a button, or heads nothing but buttons."""
    text = page.text(place)
    if text.isdigit() and page.headline < place < page.lead:
        return True  # how often it was shared
    if not page.is_open(place) or layout.LABELLED.match(text):
        return False
    beside = BlockKind.PROMO in (page.kind(place - 1), page.kind(place + 1))
    if beside and text.isdigit():
        return True
    if beside and opens_as_button(text) and not layout.is_prose(page.text(place + 1)):
        return True
    below = place + 1
    while below - place < _BUTTONS and page.is_open(below):
        below += 1
    # A box of the site's own has a heading too, and more to say than `ADVERTISEMENT`.
    boxed = page.kind(place - 1) is BlockKind.PROMO or len(page.text(below).split()) > layout.PROSE_WORDS
    closed = boxed and page.kind(below) is BlockKind.PROMO and place < page.last
    return closed and not is_signed_stamp(text) and not makers.is_person(text)


_BUTTONS = 3
"""Lines between two buttons that may be a box of the site's own."""


def _is_statement(page: Page, place: int) -> bool:
    """Tell a short sentence, and its heading, behind the last long paragraph: `Tip`, `It's better the next day.`."""
    text, below = page.text(place), page.text(place + 1)
    if SIGNATURE.search(text) or SIGNATURE.search(below):
        return False
    if text.endswith("."):
        return _is_sentence(page, place)
    return page.is_open(place + 1) and below.endswith(".") and _is_sentence(page, place + 1)


def _is_labelled(text: str) -> bool:
    """Tell a label and a line of text behind it: `Narahubung: Humas PLN, telp. 0370-643`."""
    return len(text.split()) > _LONGEST_TAG and not text.endswith("?") and bool(layout.LABELLED.match(text))


_SAID = re.compile(
    r"\s[a-z][a-z’']{2,}[.!][”\"’']?$|^\S+\s\S+\s[A-Za-z]{4,}\.[”\"’']?$|,\s[A-Z]?[a-z]{3,}\.[”\"’']?$"
)
"""How a short sentence ends and a label does not: `Selamat jalan, Emak.`"""
_QUOTES = re.compile(r"[“\"][^“”\"]{12,}[”\"],? [a-z]{3,} \S")
"""What somebody said and who: a report, also without its full stop: `“Semua naik” ungkap Nanda sambil melayani`."""
_SENT_IN = re.compile(r"^[^—–]{8,200}[.?!]”? [—–-] ?[A-Z][\w.'’]+(?:,? [A-Z][\w.'’]+){0,3}$")
"""What a reader sent in: `Is it safe to travel? — Trish, Perth`."""
_BRACKETED = re.compile(r"^[(\[][A-Z][^()]*(?: [a-z]+){3}[^()]*[)\]]$")
"""What an agency has changed: `(Updates with comment in the last paragraph)`."""
_EXPLAINED = re.compile(r"\([^()]+=[^()]+\)$")
"""What a figure is in another money: `($1 = 15,805 rupiah)`."""


def _signs_letter(page: Page, place: int) -> bool:
    """Tell who wrote the letter above and from where, amid a page of letters: `Emily Hartley`, `Leeds`."""
    amid = page.lead < place and (place < page.last or BlockKind.BYLINE in page.kinds[page.lead : page.last])
    if not amid or not makers.is_names(page.text(place)):
        return False
    if page.kind(place - 1) is BlockKind.BYLINE:
        return not page.is_open(place + 1) and makers.is_person(page.text(place - 1))
    below = page.is_open(place + 1) and not page.is_open(place + 2) and makers.is_names(page.text(place + 1))
    return below and makers.is_person(page.text(place))


def _is_signed(text: str) -> bool:
    """Tell who made the article and where: names, with a label (`Uploader: Adi`) or a date."""
    label, colon, names = text.partition(":")
    labelled = colon and len(label.split()) <= 2 and makers.is_names(names.strip())
    name, comma, house = text.partition(", ")
    placed = (
        comma and 1 < len(house.split()) <= _LONGEST_TAG and house[0].isupper() and makers.is_person(name)
    )
    if ROLE.match(text) or SIGNED_BY.match(text) or (placed and text[-1].isalnum()):
        return True  # `Didin Agustian, University of Hertford`
    return bool(labelled) or makers.is_names(text) or is_signed_stamp(text)


def _continued(page: Page, place: int) -> BlockKind | None:
    """Return the kind of the label above, if this line belongs to it: `Baca juga:`, `TAG :`, `Editor`."""
    before, above, text = page.kind(place - 1), page.text(place - 1), page.text(place)
    if (
        before not in _FOLLOWED
        or _QUOTES.match(text)
        or (layout.is_prose(text) and not layout.calls_out(text))
    ):
        return None
    short = len(text.split()) <= _LONGEST_TAG
    if before is BlockKind.BYLINE:
        label = above.rstrip(" :|").lower() in _MAKERS
        named = place < page.lead and ":" not in above and above.lower().startswith(("oleh", "by "))
        belongs = short and (label or named)
    elif before is BlockKind.TAGS:
        belongs = short and place > page.last and not (opens_as_button(text) or _is_statement(page, place))
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
    if place > page.last or place == label + 1 or page.is_open(place + 1):
        return True
    # `Pilihan Redaksi` heads several: a title is longer than the subhead that may follow.
    return heads_other_articles(page.text(label)) and len(page.text(place).split()) >= _LONGEST_TAG


def _closing(page: Page, place: int) -> BlockKind | None:
    """Type a line after the last paragraph: initials, who signs a release, tags."""
    text = page.text(place)
    if CLOSING_INITIALS.match(text):
        return BlockKind.BYLINE
    if _is_statement(page, place) or _BRACKETED.match(text):
        return None
    if opens_as_button(text):
        return BlockKind.PROMO
    if _is_subject_list(text):
        return BlockKind.TAGS
    if _signs_release(page, place):
        return BlockKind.BYLINE
    heads = page.kind(place + 1) is BlockKind.LIST_ITEM or is_item(page, place + 1) or is_item(page, place)
    tag = len(text.split()) <= _LONGEST_TAG and text[-1].isalnum() and not layout.LABELLED.match(text)
    if tag or heads or not text[-1].isalnum() or _is_labelled(text):
        return BlockKind.TAGS if tag and not heads else None
    return BlockKind.RELATED if len(text.split()) > _LONGEST_TAG and not page.is_open(place + 1) else None


def _signs_release(page: Page, place: int) -> bool:
    """Tell who signs a release, where and when: an office, a name with its degrees, what stands between them."""
    text = page.text(place)
    after_byline = page.kind(place - 1) is BlockKind.BYLINE
    made = after_byline and ":" in text and _is_signed(text)
    dated = is_signed_stamp(text) and SIGNATURE.search(page.text(place + 1))
    between = after_byline and page.kind(place + 1) is BlockKind.BYLINE
    if made or dated or between or is_signed_mark(page.text(place + 1)):
        return True
    if OFFICE.match(text) and makers.is_names(text) and not page.is_open(place + 1):
        # A department signs its release; as a tag it would stand among others.
        return page.kind(place - 1) is not BlockKind.TAGS
    if SIGNATURE.search(text):
        return page.is_open(place + 1) or page.kind(place + 1) is BlockKind.BYLINE or after_byline
    # `Drs. Bambang S.`, `Yogyakarta`
    last = place == len(page.lines) - 1
    return after_byline and last and bool(SIGNATURE.search(page.text(place - 1)))


def _is_subject_list(text: str) -> bool:
    """Tell tags on one line: `hutan, konservasi, satwa langka`."""
    parts = text.split(", ")
    plain = text[-1:].isalnum() and ":" not in text and text[:1].islower()
    return plain and len(parts) >= _SUBJECTS and all(len(part.split()) <= _SUBJECTS for part in parts)


_SUBJECTS = 3

_RULES = (_above, _dated, _continued, _named_part, _of_page, _sourced, _pictured, _signed, _behind, _listed)
"""What a line may be by its place, the surest first."""

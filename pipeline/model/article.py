"""An article before translation: as a reader found it, typed into blocks, parted into segments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from pipeline.model.item import ItemMeta


class Direction(NamedTuple):
    """From which language into which, as BCP 47 primary tags (`id`, `en`)."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


class BlockKind(StrEnum):
    """What a block is for on the page; decides whether and how it is translated."""

    MASTHEAD = "masthead"
    PROMO = "promo"
    HEADLINE = "headline"
    DUPLICATE_HEADLINE = "duplicate_headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    SOURCE = "source"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    RELATED = "related"
    TAGS = "tags"


CARRIED = frozenset(
    {
        BlockKind.MASTHEAD,
        BlockKind.PROMO,
        BlockKind.DUPLICATE_HEADLINE,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.CREDIT,
        BlockKind.SOURCE,
        BlockKind.RELATED,
        BlockKind.TAGS,
    }
)
"""Kinds that no model ever sees: their text is carried over, by rule, with an `Edit` that says so."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph as a reader found it.

    `hint` is what the markup says it is (`<figcaption>` is a caption); plain text has none.
    """

    text: str
    hint: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a reader makes of a file: paragraphs in order, and what the file says of itself.

    `meta` is there where the format carries it (ninjs, NewsML-G2); a cancelled item may have no paragraphs.
    """

    origin: str
    paragraphs: tuple[Paragraph, ...]
    published: datetime | None = None
    language: str | None = None
    meta: ItemMeta | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A typed piece of an article; `key` is unique in the article (`b3`)."""

    key: str
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article to translate: typed blocks in reading order.

    `meta` is what its source said of it as an item (status, embargo), where it said so.
    """

    key: str
    direction: Direction
    published: datetime | None
    origin: str
    blocks: tuple[Block, ...]
    meta: ItemMeta | None = None

    @property
    def title(self) -> str:
        """The headline, or the first block's text where there is none."""
        texts = [b.text for b in self.blocks if b.kind is BlockKind.HEADLINE]
        return texts[0] if texts else (self.blocks[0].text if self.blocks else "")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a whole line where a block has no sentences.

    `tail` is the white space that follows: joining text + tail rebuilds the block exactly.
    """

    key: str
    block: Block
    text: str
    tail: str = ""

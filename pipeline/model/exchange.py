"""What an exchange file (XLIFF, TMX, DOCX) says of a sentence: a source, somebody's translation, and a key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pipeline.model.article import BlockKind, Direction
from pipeline.model.edition import SegmentState


@dataclass(frozen=True, slots=True)
class BitextUnit:
    """A source text and its translation, from a translator's file or for one.

    `edition` and `key` name the segment it belongs to, where the file is one of ours; in others the
    key is the file's own. `base` is the translation as it was when the file went out, None where the
    file doesn't tell: with it an edit can be told from a text that only looks old. `author` and `at`
    say who wrote the translation and when, `properties` are what other tools say of it, in their words.
    """

    key: str
    source: str
    target: str
    direction: Direction | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    state: SegmentState = SegmentState.INITIAL
    edition: str = ""
    base: str | None = None
    author: str = ""
    at: datetime | None = None
    notes: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()

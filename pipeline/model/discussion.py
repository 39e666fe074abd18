"""What people at the desk write beside the translation: drafts, comments, saved views, proposed terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A text that somebody typed and has not saved, with the version of the segment it began from."""

    article: str
    segment: str
    user: str
    text: str
    based_on: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on an article, or on one of its segments."""

    number: int
    article: str
    segment: str
    author: str
    text: str
    at: datetime
    resolved_at: datetime | None = None
    resolved_by: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A filtered queue that somebody gave a name; `query` is the part of its address after the `?`."""

    user: str
    name: str
    query: str
    shared: bool = False


class Decision(StrEnum):
    """What became of a proposed term."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term that somebody wants in the glossary."""

    number: int
    source: str
    target: str
    kind: str
    note: str
    direction: str
    article: str
    author: str
    at: datetime
    state: Decision = Decision.OPEN
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""

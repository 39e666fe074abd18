"""What the store knows of the work: articles in a queue, sentences under review, and who did what.

An article's key is the key of its first text and stays for ever; a segment's key (`b3s1`) is its
place in the present revision. `version` counts the changes of a segment: whoever saves says which
one they had before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pipeline.model.article import BlockKind, Direction
from pipeline.model.edition import Edit, Flag, SegmentState, Severity
from pipeline.model.item import PubStatus
from pipeline.model.spans import Span

REVIEWER = "reviewer"
"""The rule of the edit that a person made, between what the rules left and the target."""


class ArticleState(StrEnum):
    """Where an article stands on its way through the newsroom."""

    PENDING = "pending"
    """Never translated yet. (A correction of one that was is `pending` as a flag, not as a state.)"""
    FAILED = "failed"
    """Set aside: its reason says why, and a person has to act."""
    OPEN = "open"
    """Translated, and somebody has to read it."""
    READY = "ready"
    """Every segment is final and nothing critical is open."""
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """What a person thinks of a flag."""

    OPEN = "open"
    DISMISSED = "dismissed"
    UPHELD = "upheld"


class Action(StrEnum):
    """What a person did to a segment."""

    EDIT = "edit"
    APPROVE = "approve"
    FINALISE = "finalise"
    RESTORE = "restore"
    REOPEN = "reopen"
    UNDO = "undo"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """A flag with what people think of it; its key survives a save that leaves its reason in place."""

    key: str
    flag: Flag
    verdict: Verdict = Verdict.OPEN
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of the glossary that stands in a source sentence; `place` is where the translation says it."""

    source: str
    target: str
    kind: str
    note: str
    start: int
    end: int
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """A sentence as it stands now. `author` is who last wrote or approved it, empty for a machine.

    `stale` means that the source changed after a person had worked on it; `previous_source` is what
    they had before them.
    """

    key: str
    block_key: str
    kind: BlockKind
    position: int
    source: str
    tail: str
    machine: str
    score: float | None
    alternatives: tuple[str, ...]
    edits: tuple[Edit, ...]
    terms: tuple[TermUse, ...]
    target: str
    state: SegmentState
    version: int
    stale: bool
    previous_source: str | None
    author: str
    updated_at: datetime
    risk: float
    flags: tuple[FlagRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as the queue shows it; every number is counted when it changes, never on a page view.

    `version` grows with every write to the article or to one of its segments.
    """

    key: str
    source: str
    direction: Direction
    title: str
    title_target: str
    origin: str
    link: str
    published: datetime | None
    pub_status: PubStatus
    embargoed_until: datetime | None
    deadline: datetime | None
    priority: int
    state: ArticleState
    pending: bool
    reason: str
    revision: int
    version: int
    assignee: str
    model: str
    risk: float
    words: int
    segments: int
    reviewed: int
    final: int
    stale: int
    received_at: datetime
    updated_at: datetime
    published_at: datetime | None
    open_flags: Mapping[Severity, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Save:
    """What a person wants a segment to be, and the version that they had before them.

    `flags` are those of the new text: who saves has checked it. `ends_draft`: it comes from the person's
    editor, where nothing unsaved is left; what an import brings in leaves the draft alone.
    """

    segment_key: str
    based_on: int
    text: str
    state: SegmentState
    action: Action
    flags: tuple[Flag, ...] = ()
    note: str = ""
    risk: float = 0.0
    distance: int | None = None
    ends_draft: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person thinks of a flag, and why."""

    segment_key: str
    flag_key: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to a segment. `kind`: machine, text, state, flag or source.

    Texts and `state` are those after it; of a flag, `action` is the verdict and `note` the reason.
    """

    segment_key: str
    kind: str
    version: int
    action: str
    source: str
    before: str
    text: str
    state: str
    actor: str
    at: datetime
    note: str = ""
    flag: str = ""
    check: str = ""


class Order(StrEnum):
    """How a queue is sorted."""

    RISK = "risk"
    DEADLINE = "deadline"
    RECEIVED = "received"
    UPDATED = "updated"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which articles of the queue; an empty field asks for all. `assignee` "-" is nobody."""

    states: tuple[ArticleState, ...] = ()
    source: str = ""
    assignee: str = ""
    severity: Severity | None = None
    check: str = ""
    direction: Direction | None = None
    overdue_at: datetime | None = None
    text: str = ""
    order: Order = Order.RISK
    page: int = 1
    size: int = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A page of articles. `total` is None where counting would cost more than it tells."""

    rows: tuple[ArticleRecord, ...]
    more: bool
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition that went out, and its withdrawal if there was one."""

    number: int
    key: str
    title: str
    title_target: str
    revision: int
    version: int
    paths: tuple[str, ...]
    actor: str
    at: datetime
    note: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_note: str = ""


@dataclass(frozen=True, slots=True)
class MemoryEntry:
    """A pair that a person approved.

    `context` is a digest of the sentences around the source (`text.recall.context_of`), empty where
    they aren't known; `origin` the article it comes from, or the file.
    """

    direction: Direction
    source: str
    target: str
    at: datetime
    context: str = ""
    origin: str = ""
    segment_key: str = ""
    actor: str = ""
    properties: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """An entry that is like a sentence.

    `score` is 1.0 where the text is the same, below that how much of it is, numbers and names not
    counted. `target` is the entry's with this sentence's numbers and names put in, or as it is where
    that can't be done (`fitted` is False then).
    """

    score: float
    target: str
    entry: MemoryEntry
    fitted: bool = True

"""The store as each of its users sees it: nobody is handed more of it than they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from pipeline.model import Direction, Edition
from pipeline.model.work import (
    ArticleRecord,
    HistoryEntry,
    Judgement,
    MemoryEntry,
    MemoryMatch,
    Page,
    Publication,
    QueueQuery,
    Save,
    SegmentRecord,
)


class Articles(Protocol):
    """The articles as the review desk and the exporters see them."""

    def queue(self, query: QueueQuery) -> Page:
        """Return a page of the queue."""

    def sources(self) -> tuple[str, ...]:
        """Return the names of all sources that ever sent an article."""

    def article(self, key: str) -> ArticleRecord | None:
        """Return what is known of an article."""

    def segments(self, key: str) -> tuple[SegmentRecord, ...]:
        """Return the segments of an article's present revision, in reading order."""

    def segment(self, key: str, segment_key: str) -> SegmentRecord | None:
        """Return one segment."""

    def edition(self, key: str) -> Edition | None:
        """Return the edition as it stands, people's words in it; None if it was never translated."""

    def history(self, key: str, segment_key: str | None = None) -> tuple[HistoryEntry, ...]:
        """Return what happened to an article or to one of its segments, newest first."""


class Work(Protocol):
    """What people do to articles. Every call is one transaction, and nothing they wrote is ever lost."""

    def save(self, key: str, change: Save, *, actor: str, at: datetime) -> SegmentRecord:
        """Write what a person made of a segment.

        Raises:
            ConflictError: the segment has changed since the version that the change is based on.
            StorageError: there is no such segment.
        """

    def judge(self, key: str, judgement: Judgement, *, actor: str, at: datetime) -> SegmentRecord:
        """Dismiss a flag, uphold it or open it again."""

    def assign(self, key: str, assignee: str | None, *, at: datetime) -> ArticleRecord:
        """Give an article to a person, or to nobody."""

    def set_deadline(self, key: str, deadline: datetime | None, *, at: datetime) -> ArticleRecord:
        """Say until when an article is needed."""

    def publish(
        self, key: str, paths: Sequence[str], *, actor: str, at: datetime, note: str = ""
    ) -> Publication:
        """Record that an edition went out.

        Raises:
            ConflictError: something critical is open, a segment isn't final, or the source is withdrawn or embargoed.
        """

    def withdraw(self, key: str, *, actor: str, at: datetime, note: str) -> Publication:
        """Record that the last publication was taken back."""

    def publications(self, page: int = 1, size: int = 50) -> tuple[Publication, ...]:
        """Return what went out, newest first."""


class Memory(Protocol):
    """What people approved before, to be used again."""

    def add(self, entries: Iterable[MemoryEntry]) -> int:
        """Remember pairs; return how many were new."""

    def exact(self, sources: Sequence[str], direction: Direction) -> dict[str, tuple[MemoryEntry, ...]]:
        """Return the entries whose source is the same, for each source that has any, newest first."""

    def similar(
        self, source: str, direction: Direction, *, limit: int = 5, least: float = 0.6
    ) -> tuple[MemoryMatch, ...]:
        """Return the entries that are like `source`, most alike first."""

    def entries(self, direction: Direction | None = None) -> Iterator[MemoryEntry]:
        """Return everything that is remembered, oldest first."""

"""The articles as the review desk sees them: a queue, an article with its sentences, what happened to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.history import history_of
from pipeline.adapters.storage.reading import article_record, article_rows, edition_of, segment_records
from pipeline.adapters.storage.schema import articles, flags, segments
from pipeline.adapters.storage.search import matching_articles
from pipeline.adapters.storage.statements import first, rows
from pipeline.model import Edition
from pipeline.model.work import (
    ArticleRecord,
    ArticleState,
    HistoryEntry,
    Order,
    Page,
    QueueQuery,
    SegmentRecord,
)

_COUNTED = 1_000
"""A queue longer than this says that there is more, not how much."""

_RARE = 5_000
"""A check with fewer open flags than this is looked up by its flags, else article by article."""

_ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.RISK: (articles.c.risk.desc(), articles.c.number.desc()),
    Order.DEADLINE: (articles.c.deadline, articles.c.number),
    Order.RECEIVED: (articles.c.received_at.desc(), articles.c.number.desc()),
    Order.UPDATED: (articles.c.updated_at.desc(), articles.c.number.desc()),
    Order.SOURCE: (articles.c.source, articles.c.number),
}


class SqlArticles:
    """The port `Articles` over the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def queue(self, query: QueueQuery) -> Page:
        """Return a page of the queue."""
        with self._database.reading() as connection:
            conditions = _conditions(connection, query)
            wanted = article_rows().where(*conditions).order_by(*_ORDERS[query.order])
            start = (max(query.page, 1) - 1) * query.size
            found = rows(connection, wanted.offset(start).limit(query.size + 1))
            numbers = select(articles.c.number).where(*conditions).limit(_COUNTED + 1)
            total = connection.execute(select(func.count()).select_from(numbers.subquery())).scalar_one()
        records = tuple(article_record(row) for row in found[: query.size])
        return Page(records, len(found) > query.size, total if total <= _COUNTED else None)

    def sources(self) -> tuple[str, ...]:
        """Return the names of all sources that ever sent an article."""
        found: list[str] = []
        with self._database.reading() as connection:
            # One step of the index a source: DISTINCT would read all of it.
            least = select(func.min(articles.c.source))
            name = connection.execute(least).scalar()
            while name is not None:
                found.append(name)
                name = connection.execute(least.where(articles.c.source > name)).scalar()
        return tuple(found)

    def article(self, key: str) -> ArticleRecord | None:
        """Return what is known of an article."""
        with self._database.reading() as connection:
            row = first(connection, article_rows().where(articles.c.key == key))
        return article_record(row) if row else None

    def segments(self, key: str) -> tuple[SegmentRecord, ...]:
        """Return the segments of an article's present revision, in reading order."""
        with self._database.reading() as connection:
            row = first(connection, select(articles).where(articles.c.key == key))
            return segment_records(connection, row) if row else ()

    def segment(self, key: str, segment_key: str) -> SegmentRecord | None:
        """Return one segment."""
        with self._database.reading() as connection:
            row = first(connection, select(articles).where(articles.c.key == key))
            found = segment_records(connection, row, segment_key) if row else ()
        return found[0] if found else None

    def edition(self, key: str) -> Edition | None:
        """Return the edition as it stands, people's words in it; None if it was never translated."""
        with self._database.reading() as connection:
            return edition_of(connection, key)

    def history(self, key: str, segment_key: str | None = None) -> tuple[HistoryEntry, ...]:
        """Return what happened to an article or to one of its segments, newest first."""
        with self._database.reading() as connection:
            return history_of(connection, key, segment_key)


def _conditions(connection: Connection, query: QueueQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.states:
        conditions.append(articles.c.state.in_(query.states))
    if query.source:
        conditions.append(articles.c.source == query.source)
    if query.assignee == "-":
        conditions.append(articles.c.assignee.is_(None))
    elif query.assignee:
        conditions.append(articles.c.assignee == query.assignee)
    if query.severity:
        conditions.append(articles.c[str(query.severity)] > 0)
    if query.direction:
        conditions.append(articles.c.source_language == query.direction.source)
        conditions.append(articles.c.target_language == query.direction.target)
    if query.overdue_at:
        done = (ArticleState.PUBLISHED, ArticleState.WITHDRAWN)
        conditions += [articles.c.deadline < query.overdue_at, articles.c.state.not_in(done)]
    if query.check:
        conditions.append(_has_flag(connection, query.check))
    if query.text and (found := matching_articles(connection, query.text)) is not None:
        conditions.append(articles.c.number.in_(found))
    return conditions


def _has_flag(connection: Connection, check: str) -> ColumnElement[bool]:
    """Return the condition that an article has a current flag of a check."""
    current = (flags.c.check == check) & flags.c.current
    some = select(flags.c.number).where(current).limit(_RARE).subquery()
    flagged = select(segments.c.article).join(flags, flags.c.segment == segments.c.number)
    flagged = flagged.where(current, segments.c.removed_in.is_(None))
    if connection.execute(select(func.count()).select_from(some)).scalar_one() < _RARE:
        return articles.c.number.in_(flagged)
    return flagged.where(segments.c.article == articles.c.number).exists()

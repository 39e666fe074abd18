"""Keep an article's numbers and state true: counted from its sentences whenever one of them changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, func, select, update

from pipeline.adapters.storage.schema import articles, blocks, flags, segments
from pipeline.adapters.storage.statements import first
from pipeline.model import BlockKind, SegmentState, Severity
from pipeline.model.work import ArticleState, Verdict

_APPROVED = (SegmentState.REVIEWED, SegmentState.FINAL)


def recount(connection: Connection, number: int, at: datetime, **changes: Any) -> None:
    """Count the article's sentences and open flags, settle its state, and write `changes` with it."""
    present = and_(segments.c.article == number, segments.c.removed_in.is_(None))
    article = first(connection, select(articles).where(articles.c.number == number))
    assert article is not None
    values = _segments(connection, present) | _flags(connection, present)
    title = (
        select(segments.c.target)
        .join(blocks, blocks.c.number == segments.c.block)
        .where(present, blocks.c.kind == BlockKind.HEADLINE)
        .order_by(segments.c.position)
    )
    values["title_target"] = connection.execute(title.limit(1)).scalar() or ""
    values |= {"version": article["version"] + 1, "updated_at": at} | changes
    values.setdefault("state", _state(article | values))
    connection.execute(update(articles).where(articles.c.number == number).values(values))


def _segments(connection: Connection, present: Any) -> dict[str, Any]:
    def of(state: SegmentState) -> Any:
        return func.coalesce(func.sum(case((segments.c.state == state, 1), else_=0)), 0)

    risk = case((segments.c.state.in_(_APPROVED), 0.0), else_=segments.c.risk)
    row = connection.execute(
        select(
            func.count().label("segments"),
            of(SegmentState.TRANSLATED).label("translated"),
            of(SegmentState.REVIEWED).label("reviewed"),
            of(SegmentState.FINAL).label("final"),
            func.coalesce(func.sum(case((segments.c.stale, 1), else_=0)), 0).label("stale"),
            func.coalesce(func.max(risk), 0.0).label("risk"),
        ).where(present)
    ).one()
    return dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names


def _flags(connection: Connection, present: Any) -> dict[str, int]:
    """Count the flags that nobody dismissed."""
    counted = (
        select(flags.c.severity, func.count().label("number"))
        .join(segments, segments.c.number == flags.c.segment)
        .where(present, flags.c.current, flags.c.verdict != Verdict.DISMISSED)
        .group_by(flags.c.severity)
    )
    found = {row.severity: row.number for row in connection.execute(counted)}
    return {str(severity): found.get(severity, 0) for severity in Severity}


def _state(article: dict[str, Any]) -> ArticleState:
    if article["reason"] and not article["pending"]:
        return ArticleState.FAILED
    if article["pub_status"] == "canceled" and not article["published_at"]:
        return ArticleState.WITHDRAWN
    if article["segments"] and article["final"] == article["segments"] and not article["critical"]:
        return ArticleState.PUBLISHED if article["published_at"] else ArticleState.READY
    return ArticleState.OPEN if article["translated_revision"] else ArticleState.PENDING

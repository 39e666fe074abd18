"""How the desk stands: what waits, what is set aside, which sources fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from pipeline.adapters.storage.schema import articles, identities, runs, sources
from pipeline.adapters.storage.statements import rows
from pipeline.model.jobs import Standing
from pipeline.model.work import ArticleState

_MANY = 100
"""So many of each kind of trouble are named."""

_FAILED_VISITS = 3
"""A source that fails once or twice is the internet; after that somebody should look."""


def standing(connection: Connection, outdated: Sequence[ColumnElement[bool]], at: datetime) -> Standing:
    """Return how the desk stands; `outdated` are conditions that an edition is stale."""
    counted = select(articles.c.state, func.count().label("number")).group_by(articles.c.state)
    pending = articles.c.pending
    waiting = select(func.count(), func.min(articles.c.received_at)).where(pending)
    number, oldest = connection.execute(waiting).one()
    retrying = select(func.count()).where(pending, articles.c.attempts > 0)
    old = [select(func.count()).select_from(articles).where(condition) for condition in outdated]
    finished = select(func.max(runs.c.finished_at))
    return Standing(
        articles={row["state"]: row["number"] for row in rows(connection, counted)},
        pending=number,
        retrying=connection.execute(retrying).scalar_one(),
        stale=sum(connection.execute(one).scalar_one() for one in old),
        oldest_pending=oldest,
        last_run=connection.execute(finished).scalar(),
        last_success=connection.execute(finished.where(runs.c.failed == 0, runs.c.reason == "")).scalar(),
        trouble=tuple(_trouble(connection, at)),
        notices=tuple(_notices(connection)),
    )


def _trouble(connection: Connection, at: datetime) -> Iterator[tuple[str, str]]:
    aside = select(articles.c.key, articles.c.reason).where(articles.c.state == ArticleState.FAILED)
    for row in rows(connection, aside.order_by(articles.c.number).limit(_MANY)):
        yield row["key"], row["reason"]
    unread = select(identities).where(identities.c.problem != "").order_by(identities.c.number).limit(_MANY)
    for row in rows(connection, unread):
        yield f"{row['source'] or 'inbox'}: {row['guid']}", row["problem"]
    for row in rows(connection, select(sources)):
        state = row["state"]
        if state["failures"] >= _FAILED_VISITS:
            yield f"source {row['name']}", f"{state['problem']} ({state['failures']} visits in a row)"
    out = select(articles.c.key, articles.c.pub_status, articles.c.stale, articles.c.embargoed_until)
    for row in rows(
        connection, out.where(articles.c.published_at.is_not(None)).where(_recalled(at)).limit(_MANY)
    ):
        yield row["key"], _why(row["pub_status"], row["stale"])


def _recalled(at: datetime) -> ColumnElement[bool]:
    return (articles.c.pub_status != "usable") | (articles.c.stale > 0) | (articles.c.embargoed_until > at)


def _why(pub_status: str, stale: int) -> str:
    if pub_status != "usable":
        return f"published, and its source says {pub_status}: withdraw it"
    if stale:
        return f"published, and its source was corrected: {stale} sentences to look at"
    return "published, and its source put it under an embargo: withdraw it"


def _notices(connection: Connection) -> Iterator[tuple[str, str]]:
    for row in rows(connection, select(sources)):
        if row["state"]["notice"]:
            yield f"source {row['name']}", row["state"]["notice"]

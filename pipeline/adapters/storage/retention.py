"""Drop what has served its purpose; what a person wrote or approved never goes by itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, exists, null, or_, select, update

from pipeline.adapters.storage.counting import recount
from pipeline.adapters.storage.schema import articles, comments, downloads, flags, outputs, reviews, segments
from pipeline.model import SegmentState
from pipeline.model.jobs import Retention, Swept

_AT_ONCE = 500
"""Articles that lose their translation at one sweep: people who save a sentence meanwhile don't wait long."""


def sweep(connection: Connection, before: Retention, at: datetime) -> Swept:
    """Drop raw downloads and what machines made from before these times; None keeps them all."""
    raw = drafts = untouched = 0
    if before.downloads is not None:
        raw = connection.execute(delete(downloads).where(downloads.c.received_at < before.downloads)).rowcount
    if before.drafts is not None:
        drafts = _drop(connection, (outputs.c.at < before.drafts) & _superseded())
    if before.untouched is not None:
        untouched = _drop_untouched(connection, before.untouched, at)
    return Swept(raw, drafts, untouched)


def _superseded() -> ColumnElement[bool]:
    """Return the condition that nobody works on a draft: its sentence is final or gone, or has a newer draft."""
    over = or_(segments.c.state == SegmentState.FINAL, segments.c.removed_in.is_not(None))
    later = outputs.alias()
    newer = exists().where(later.c.segment == outputs.c.segment, later.c.number > outputs.c.number)
    return or_(outputs.c.segment.in_(select(segments.c.number).where(over)), newer)


def _drop(connection: Connection, wanted: ColumnElement[bool]) -> int:
    emptied = update(outputs).where(wanted, outputs.c.payload.is_not(None))
    return connection.execute(emptied.values(machine="", target="", score=None, payload=null())).rowcount


def _drop_untouched(connection: Connection, before: datetime, at: datetime) -> int:
    """Drop the translation of articles in which nobody wrote or approved a word; the source stays."""
    words = exists().where(segments.c.article == articles.c.number, segments.c.target != "")
    wanted = select(articles.c.number).where(
        articles.c.updated_at < before,
        articles.c.published_at.is_(None),
        ~articles.c.pending,
        articles.c.lease_holder.is_(None),
        articles.c.assignee.is_(None),
        ~exists().where(reviews.c.article == articles.c.number),
        ~exists().where(comments.c.article_key == articles.c.key),
        words,
    )
    found = list(connection.execute(wanted.limit(_AT_ONCE).with_for_update(skip_locked=True)).scalars())
    for number in found:
        its = segments.c.article == number
        numbers = select(segments.c.number).where(its)
        _drop(connection, outputs.c.segment.in_(numbers))
        connection.execute(update(flags).where(flags.c.segment.in_(numbers)).values(current=False))
        connection.execute(update(segments).where(its).values(target="", risk=0.0))
        recount(connection, number, at, shelved=False)
    return len(found)

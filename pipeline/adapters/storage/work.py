"""What people do: write, approve, judge a flag, assign, publish. Appended, never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from pipeline.adapters.storage.counting import recount
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.flagging import replace_flags
from pipeline.adapters.storage.payload import storable
from pipeline.adapters.storage.reading import Row, article_record, article_rows, segment_records, segment_row
from pipeline.adapters.storage.remembering import remember_segment
from pipeline.adapters.storage.schema import (
    articles,
    drafts,
    flags,
    publications,
    reviews,
    segments,
    verdicts,
)
from pipeline.adapters.storage.schema.base import NEVER
from pipeline.adapters.storage.statements import first, rows
from pipeline.errors import ConflictError, StorageError
from pipeline.model import PubStatus, SegmentState
from pipeline.model.work import ArticleRecord, ArticleState, Judgement, Publication, Save, SegmentRecord


class SqlWork:
    """The port `Work` over the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, key: str, change: Save, *, actor: str, at: datetime) -> SegmentRecord:
        """Write what a person made of a segment."""
        with self._database.writing() as connection:
            article, row = _find(connection, key, change.segment_key)
            if row["version"] != change.based_on:
                raise ConflictError(
                    f"{key} {change.segment_key} is at version {row['version']} by now, not {change.based_on}"
                )
            version, text = row["version"] + 1, storable(change.text)
            connection.execute(
                insert(reviews).values(
                    article=article["number"],
                    segment=row["number"],
                    version=version,
                    action=change.action,
                    source=row["source"],
                    before=row["target"],
                    target=text,
                    state=change.state,
                    actor=actor,
                    at=at,
                    note=storable(change.note),
                    distance=change.distance,
                    signature=article["signature"],
                )
            )
            values = {
                "target": text,
                "state": change.state,
                "version": version,
                # Back to the machine's draft is back in the machine's hands.
                "author": None if change.state is SegmentState.INITIAL else actor,
                "stale": False,
                "previous_source": None,
                "risk": change.risk,
                "updated_at": at,
            }
            connection.execute(update(segments).where(segments.c.number == row["number"]).values(values))
            replace_flags(connection, row["number"], version, change.flags, row["source"])
            recount(connection, article["number"], at, shelved=False)
            if change.state is SegmentState.FINAL:
                remember_segment(connection, article, row | values, actor=actor, at=at)
            if change.ends_draft:
                typed = (drafts.c.article_key == key) & (drafts.c.segment_key == change.segment_key)
                connection.execute(delete(drafts).where(typed, drafts.c.user == actor))
            return segment_records(connection, article, change.segment_key)[0]

    def judge(self, key: str, judgement: Judgement, *, actor: str, at: datetime) -> SegmentRecord:
        """Dismiss a flag, uphold it or open it again."""
        with self._database.writing() as connection:
            article, row = _find(connection, key, judgement.segment_key)
            wanted = (
                (flags.c.segment == row["number"]) & (flags.c.key == judgement.flag_key) & flags.c.current
            )
            flag = first(connection, select(flags.c.number).where(wanted))
            if flag is None:
                raise ConflictError(f"{key} {judgement.segment_key}: the flag is gone by now")
            said = {
                "verdict": judgement.verdict,
                "reason": storable(judgement.reason),
                "actor": actor,
                "at": at,
            }
            connection.execute(insert(verdicts).values(said | {"flag": flag["number"]}))
            connection.execute(
                update(flags).where(flags.c.number == flag["number"]).values(verdict=judgement.verdict)
            )
            recount(connection, article["number"], at, shelved=False)
            return segment_records(connection, article, judgement.segment_key)[0]

    def assign(self, key: str, assignee: str | None, *, at: datetime) -> ArticleRecord:
        """Give an article to a person, or to nobody."""
        return self._change(key, at, assignee=assignee or None)

    def set_deadline(self, key: str, deadline: datetime | None, *, at: datetime) -> ArticleRecord:
        """Say until when an article is needed."""
        return self._change(key, at, deadline=deadline or NEVER)

    def _change(self, key: str, at: datetime, **values: Any) -> ArticleRecord:
        with self._database.writing() as connection:
            article = _article(connection, key)
            values |= {"version": article["version"] + 1, "updated_at": at}
            connection.execute(update(articles).where(articles.c.number == article["number"]).values(values))
            return article_record(_article(connection, key))

    def publish(
        self, key: str, paths: Sequence[str], *, actor: str, at: datetime, note: str = ""
    ) -> Publication:
        """Record that an edition went out."""
        with self._database.writing() as connection:
            article = _article(connection, key)
            if reason := _forbids_publishing(article, at):
                raise ConflictError(f"{key} can't be published: {reason}")
            values = {
                "article": article["number"],
                "revision": article["revision"],
                "version": article["version"],
                "title": article["title"],
                "title_target": article["title_target"],
                "paths": list(paths),
                "actor": actor,
                "at": at,
                "note": storable(note),
            }
            number = connection.execute(insert(publications).values(values).returning(publications.c.number))
            written = number.scalar_one()
            recount(connection, article["number"], at, published_at=at, state=ArticleState.PUBLISHED)
            return _publication(_publication_row(connection, written))

    def withdraw(self, key: str, *, actor: str, at: datetime, note: str) -> Publication:
        """Record that the last publication was taken back."""
        with self._database.writing() as connection:
            article = _article(connection, key)
            out = (publications.c.article == article["number"]) & publications.c.withdrawn_at.is_(None)
            number = connection.execute(select(func.max(publications.c.number)).where(out)).scalar()
            if number is None:
                raise ConflictError(f"{key} is not published")
            values = {"withdrawn_at": at, "withdrawn_by": actor, "withdrawn_note": storable(note)}
            connection.execute(update(publications).where(out).values(values))
            recount(connection, article["number"], at, published_at=None, state=ArticleState.WITHDRAWN)
            return _publication(_publication_row(connection, number))

    def publications(self, page: int = 1, size: int = 50) -> tuple[Publication, ...]:
        """Return what went out, newest first."""
        statement = _publication_rows().order_by(publications.c.number.desc())
        with self._database.reading() as connection:
            found = rows(connection, statement.offset((max(page, 1) - 1) * size).limit(size))
        return tuple(_publication(row) for row in found)


def _article(connection: Connection, key: str) -> Row:
    row = first(connection, article_rows().where(articles.c.key == key))
    if row is None:
        raise StorageError(f"there is no article {key}")
    return row


def _find(connection: Connection, key: str, segment_key: str) -> tuple[Row, Row]:
    # The lock keeps the counts true where two people save two sentences of one article at once.
    connection.execute(select(articles.c.number).where(articles.c.key == key).with_for_update())
    article = _article(connection, key)
    row = segment_row(connection, article["number"], segment_key)
    if row is None:
        raise ConflictError(f"{key} has no segment {segment_key} (any more): its source was corrected")
    return article, row


def _forbids_publishing(article: Row, at: datetime) -> str:
    if article["pub_status"] != PubStatus.USABLE:
        return f"its source says {article['pub_status']}"
    if article["embargoed_until"] and article["embargoed_until"] > at:
        return f"it is under an embargo until {article['embargoed_until'].isoformat()}"
    if article["pending"]:
        return "a corrected text waits for translation"
    if not article["segments"] or article["final"] < article["segments"]:
        return f"{article['segments'] - article['final']} segments are not final"
    if article["critical"]:
        return f"{article['critical']} critical flags are open"
    return ""


def _publication_rows() -> Any:
    return select(publications, articles.c.key).join(articles, articles.c.number == publications.c.article)


def _publication_row(connection: Connection, number: int) -> Row:
    row = first(connection, _publication_rows().where(publications.c.number == number))
    assert row is not None
    return row


def _publication(row: Row) -> Publication:
    kept = {name: value for name, value in row.items() if name not in ("article", "paths")}
    return Publication(**kept | {"paths": tuple(row["paths"]), "withdrawn_by": row["withdrawn_by"] or ""})

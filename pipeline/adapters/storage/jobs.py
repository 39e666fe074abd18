"""Hand articles out to runs and take the results back, each in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, insert, or_, select, update

from pipeline.adapters.storage import leasing, retention, status
from pipeline.adapters.storage.counting import recount
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.editions import write_edition
from pipeline.adapters.storage.payload import digest_of, manuscript_from, signature_digest, signature_from
from pipeline.adapters.storage.reading import Row, article_rows, direction_of, edition_of, units_of
from pipeline.adapters.storage.schema import articles, revisions, runs, signatures
from pipeline.adapters.storage.statements import first, rows
from pipeline.errors import LeaseLostError
from pipeline.model import Direction, Edition, Signature
from pipeline.model.jobs import Earlier, Job, Lease, Result, Retention, RunReport, Standing, Swept
from pipeline.model.work import ArticleState

LONGEST_WAIT = timedelta(days=2)
"""A later next attempt than this is the work of a clock that was set back."""

_DEATHS = 5
_DYING = timedelta(hours=1)
_DEADLY = "runs died {} times while they held it (killed, or out of memory?)"


class SqlJobs:
    """The port `Jobs` over the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, direction: Direction, limit: int, lease: Lease) -> tuple[Job, ...]:
        """Take up to `limit` pending articles."""
        with self._database.writing() as connection:
            lease = leasing.by_server(connection, lease)
            self._set_deadly_aside(connection, lease)
            return self._claim(connection, articles.c.pending & _in(direction) & ~_SUSPECT, limit, lease)

    def claim_suspect(self, direction: Direction, lease: Lease) -> Job | None:
        """Take a pending article during which a run died."""
        with self._database.writing() as connection:
            lease = leasing.by_server(connection, lease)
            suspect = articles.c.pending & _in(direction) & _SUSPECT
            return next(iter(self._claim(connection, suspect, 1, lease)), None)

    def claim_stale(
        self, direction: Direction, limit: int, signature: Signature, lease: Lease
    ) -> tuple[Job, ...]:
        """Take up to `limit` translated articles that were not made as `signature` says."""
        with self._database.writing() as connection:
            lease = leasing.by_server(connection, lease)
            return self._claim(connection, _stale(connection, direction, signature), limit, lease)

    def _claim(
        self, connection: Connection, wanted: ColumnElement[bool], limit: int, lease: Lease
    ) -> tuple[Job, ...]:
        now = lease.since
        due = or_(
            articles.c.next_attempt.is_(None),
            articles.c.next_attempt <= now,
            articles.c.next_attempt > now + LONGEST_WAIT,
        )
        statement = (
            article_rows()
            .where(wanted, due, leasing.free(connection, lease))
            .order_by(articles.c.interrupted, articles.c.priority.desc(), articles.c.number)
            .limit(limit)
            .with_for_update(skip_locked=True, of=articles)
        )
        return tuple(self._take(connection, row, lease) for row in rows(connection, statement))

    def _take(self, connection: Connection, row: Row, lease: Lease) -> Job:
        values: Row = {"fence": row["fence"] + 1, "lease_holder": lease.holder}
        values["lease_until"] = lease.since + lease.length
        if row["lease_holder"]:
            values |= {
                "interrupted": row["interrupted"] + 1,
                "interrupted_at": row["interrupted_at"] or lease.since,
            }
        connection.execute(update(articles).where(articles.c.number == row["number"]).values(values))
        held = (revisions.c.article == row["number"]) & (revisions.c.revision == row["revision"])
        text = connection.execute(select(revisions.c.manuscript).where(held)).scalar_one()
        return Job(
            row["key"],
            values["fence"],
            row["revision"],
            manuscript_from(text),
            direction_of(row),
            row["attempts"],
            row["received_at"],
            tuple(Earlier(unit, person) for unit, person in units_of(connection, row)),
            signature_from(row["signature_body"]) if row["signature_body"] else None,
        )

    def _set_deadly_aside(self, connection: Connection, lease: Lease) -> None:
        """Set aside what kills the run that works on it, again and again, for over an hour."""
        deadly = and_(
            articles.c.pending,
            articles.c.interrupted >= _DEATHS,
            articles.c.interrupted_at < lease.since - _DYING,
            leasing.free(connection, lease),
        )
        for row in rows(connection, select(articles).where(deadly)):
            self._set_aside(connection, row, _DEADLY.format(row["interrupted"]), lease.since)

    def renew(self, jobs: Sequence[Job], lease: Lease) -> None:
        """Say that the run is alive."""
        with self._database.writing() as connection:
            until = leasing.by_server(connection, lease).since + lease.length
            for job in jobs:
                connection.execute(update(articles).where(_held(job)).values(lease_until=until))

    def finish(self, job: Job, result: Result, *, at: datetime) -> None:
        """Keep a result, all of it or nothing."""
        with self._database.writing() as connection:
            _keep(connection, _locked(connection, job), job.revision, result, at)

    def admit(self, key: str, result: Result, *, at: datetime) -> bool:
        """Keep a result that was made elsewhere, of an article that waits and that no run is at."""
        made = result.edition.article
        digest = digest_of(str(made.direction), *(block.text for block in made.blocks), length=64)
        waits = articles.c.pending & articles.c.lease_holder.is_(None) & (articles.c.digest == digest)
        wanted = select(articles).where(articles.c.key == key, waits).with_for_update()
        with self._database.writing() as connection:
            article = first(connection, wanted)
            if article is None:
                return False
            _keep(connection, article, article["revision"], result, at)
            return True

    def fail(self, job: Job, reason: str, *, at: datetime, again: datetime | None) -> None:
        """Put a job off, or set it aside for a person with its reason."""
        with self._database.writing() as connection:
            article = _locked(connection, job)
            if again is None:
                self._set_aside(connection, article, reason, at)
                return
            again += leasing.server_time(connection, at) - at
            values = {"attempts": job.attempts + 1, "next_attempt": again, "reason": reason} | _RELEASED
            connection.execute(update(articles).where(articles.c.number == article["number"]).values(values))

    def _set_aside(self, connection: Connection, article: Row, reason: str, at: datetime) -> None:
        values = (
            {"pending": False, "state": ArticleState.FAILED, "updated_at": at} | _FREED | {"reason": reason}
        )
        connection.execute(update(articles).where(articles.c.number == article["number"]).values(values))

    def release(self, jobs: Sequence[Job]) -> None:
        """Give jobs back that the run did not get to."""
        with self._database.writing() as connection:
            for job in jobs:
                connection.execute(update(articles).where(_held(job)).values(_RELEASED))

    def unshelved(self, limit: int) -> tuple[tuple[int, Edition], ...]:
        """Return editions whose files are not written yet, each with its article's version."""
        waiting = select(articles.c.key).where(~articles.c.shelved).order_by(articles.c.number).limit(limit)
        with self._database.reading() as connection:
            found = [_to_shelve(connection, row["key"]) for row in rows(connection, waiting)]
        return tuple(one for one in found if one is not None)

    def to_shelve(self, key: str) -> tuple[int, Edition] | None:
        """Return the edition of one article, with its version."""
        with self._database.reading() as connection:
            return _to_shelve(connection, key)

    def shelved(self, key: str, version: int) -> None:
        """Note that the files of this version are written."""
        this = (articles.c.key == key) & (articles.c.version == version)
        with self._database.writing() as connection:
            connection.execute(update(articles).where(this).values(shelved=True))

    def begin_run(self, holder: str, *, at: datetime) -> int:
        """Note that a run began; return its number."""
        with self._database.writing() as connection:
            made = insert(runs).values(holder=holder, started_at=at).returning(runs.c.number)
            return int(connection.execute(made).scalar_one())

    def end_run(self, run: int, report: RunReport, *, at: datetime) -> None:
        """Note what a run did."""
        values = {"finished_at": at} | asdict(report)
        with self._database.writing() as connection:
            connection.execute(update(runs).where(runs.c.number == run).values(values))

    def standing(self, signatures: Mapping[Direction, Signature], *, at: datetime) -> Standing:
        """Return how the desk stands; what was made otherwise than the signatures say is stale."""
        with self._database.reading() as connection:
            outdated = [_stale(connection, direction, one) for direction, one in signatures.items()]
            return status.standing(connection, outdated, leasing.server_time(connection, at))

    def sweep(self, before: Retention, *, at: datetime) -> Swept:
        """Drop what is older than the settings keep it; what people wrote or approved never goes."""
        with self._database.writing() as connection:
            return retention.sweep(connection, before, at)


_SUSPECT = (articles.c.interrupted > 0) | articles.c.lease_holder.is_not(None)

_RELEASED: Row = {"lease_holder": None, "lease_until": None}
_FREED: Row = _RELEASED | {
    "reason": "",
    "attempts": 0,
    "next_attempt": None,
    "interrupted": 0,
    "interrupted_at": None,
}


def _in(direction: Direction) -> ColumnElement[bool]:
    return (articles.c.source_language == direction.source) & (articles.c.target_language == direction.target)


def _stale(connection: Connection, direction: Direction, signature: Signature) -> ColumnElement[bool]:
    """Return the condition that an article was translated otherwise than `signature` says."""
    others: Select[Any] = select(signatures.c.number).where(
        signatures.c.digest != signature_digest(signature)
    )
    settled = (ArticleState.FAILED, ArticleState.WITHDRAWN)
    numbers = list(connection.execute(others).scalars())
    made = articles.c.signature.in_(numbers) & ~articles.c.pending & (articles.c.interrupted < _DEATHS)
    return and_(made, _in(direction), articles.c.state.not_in(settled))


def _to_shelve(connection: Connection, key: str) -> tuple[int, Edition] | None:
    version = connection.execute(select(articles.c.version).where(articles.c.key == key)).scalar()
    edition = edition_of(connection, key)
    return (version, edition) if version is not None and edition is not None else None


def _keep(connection: Connection, article: Row, revision: int, result: Result, at: datetime) -> None:
    """Write a result of a revision of an article, and free the article."""
    signature = write_edition(connection, article | {"revision": revision}, result, at)
    made = result.edition.article
    newer = article["revision"] != revision  # a correction came in while the engine was at work
    recount(
        connection,
        article["number"],
        at,
        signature=signature,
        translated_revision=revision,
        title=made.title[:500] if not newer else article["title"],
        # A dateline or a time stamp in the text may have told when it was published.
        published=made.published.isoformat() if made.published else article["published"],
        words=result.edition.words,
        pending=newer,
        shelved=False,
        **_FREED,
    )


def _held(job: Job) -> ColumnElement[bool]:
    return (articles.c.key == job.key) & (articles.c.fence == job.fence)


def _locked(connection: Connection, job: Job) -> Row:
    """Return the job's article, locked, if the run still holds it."""
    row = first(connection, select(articles).where(_held(job)).with_for_update())
    if row is None or row["lease_holder"] is None:
        raise LeaseLostError(f"{job.key}: another run has taken it over; its result counts")
    return row

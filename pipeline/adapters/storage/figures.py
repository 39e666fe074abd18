"""What the dashboard counts, read from what people did."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import articles, flags, reviews, signatures, verdicts
from pipeline.model.figures import CheckCount, DayCount, EffortCount, Overview

_APPROVED = ("approve", "finalise")
_TAKEN_BACK = ("undo", "reopen")
_MOST = 12
"""Rows of a table or bars of a chart: more than a person compares at a glance."""


class SqlFigures:
    """The port `Figures` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def overview(self, since: datetime) -> Overview:
        """Return the figures since then."""
        with self._database.reading() as connection:
            return Overview(
                days=self._days(connection, since),
                checks=_checks(connection, since),
                by_model=_effort(connection, since, signatures.c.body),
                by_source=_effort(connection, since, articles.c.source),
                by_week=self._weeks(connection, since),
                by_person=_people(connection, since),
            )

    def _day(self) -> ColumnElement[Any]:
        """The date of a review, in UTC; the two databases have no word in common for it."""
        # Written out, for PostgreSQL takes two expressions with parameters for two different ones.
        if self._database.is_sqlite:
            return literal_column("substr(reviews.at, 1, 10)")
        return literal_column("to_char(reviews.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')")

    def _days(self, connection: Connection, since: datetime) -> tuple[DayCount, ...]:
        day = self._day()
        query = (
            select(day, reviews.c.action, func.count())
            .where(reviews.c.at >= since, reviews.c.action.not_in(_TAKEN_BACK), _holds())
            .group_by(day, reviews.c.action)
            .order_by(day)
        )
        counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for name, action, number in connection.execute(query):
            counts[str(name)][0 if action in _APPROVED else 1] += number
        return tuple(DayCount(date.fromisoformat(name), *both) for name, both in counts.items())

    def _weeks(self, connection: Connection, since: datetime) -> tuple[EffortCount, ...]:
        day = self._day()
        query = _approved(select(day, func.count(), func.avg(reviews.c.distance)), since).group_by(day)
        weeks: defaultdict[date, list[float]] = defaultdict(lambda: [0, 0.0])
        for name, number, mean in connection.execute(query):
            monday = date.fromisocalendar(*date.fromisoformat(str(name)).isocalendar()[:2], 1)
            weeks[monday][0] += number
            weeks[monday][1] += number * float(mean or 0)
        return tuple(
            EffortCount(monday.isoformat(), int(number), total / number)
            for monday, (number, total) in sorted(weeks.items())
        )


def _holds() -> ColumnElement[bool]:
    """Return the condition that a deed was not taken back by the next one on its sentence."""
    later = reviews.alias()
    taken = (later.c.segment == reviews.c.segment) & (later.c.version == reviews.c.version + 1)
    return ~select(later.c.number).where(taken, later.c.action.in_(_TAKEN_BACK)).exists()


def _approved(query: Select[Any], since: datetime) -> Select[Any]:
    counts = (reviews.c.at >= since, reviews.c.action.in_(_APPROVED), _holds())
    return query.where(*counts, reviews.c.distance.is_not(None))


def _effort(connection: Connection, since: datetime, by: ColumnElement[Any]) -> tuple[EffortCount, ...]:
    """Count by the article's source, or by the model that its signature names."""
    query = _approved(select(by, func.count(), func.avg(reviews.c.distance)), since)
    if by is articles.c.source:
        grouped = query.join(articles, articles.c.number == reviews.c.article).group_by(by)
        rows = [(str(name or "–"), number, mean) for name, number, mean in connection.execute(grouped)]
    else:
        # JSON can't be grouped by in PostgreSQL: group by the row, and read the few bodies afterwards.
        counted = _approved(
            select(reviews.c.signature, func.count(), func.avg(reviews.c.distance)), since
        ).group_by(reviews.c.signature)
        bodies = {row.number: row.body for row in connection.execute(select(signatures))}
        rows = [
            (str(bodies.get(number, {}).get("model", "–")), count, mean)
            for number, count, mean in connection.execute(counted)
        ]
    merged: defaultdict[str, list[float]] = defaultdict(lambda: [0, 0.0])
    for name, number, mean in rows:
        merged[name][0] += number
        merged[name][1] += number * float(mean or 0)
    found = [EffortCount(name, int(number), total / number) for name, (number, total) in merged.items()]
    return tuple(sorted(found, key=lambda one: -one.segments)[:_MOST])


def _checks(connection: Connection, since: datetime) -> tuple[CheckCount, ...]:
    judged = (
        select(flags.c.check, verdicts.c.verdict, func.count())
        .join(flags, flags.c.number == verdicts.c.flag)
        .where(verdicts.c.at >= since)
        .group_by(flags.c.check, verdicts.c.verdict)
    )
    waiting = (
        select(flags.c.check, func.count())
        .where(flags.c.current, flags.c.verdict == "open")
        .group_by(flags.c.check)
    )
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for check, verdict, number in connection.execute(judged):
        counts[check][verdict] = number
    for check, number in connection.execute(waiting):
        counts[check]["waiting"] = number
    found = [
        CheckCount(check, found.get("waiting", 0), found.get("upheld", 0), found.get("dismissed", 0))
        for check, found in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.upheld + one.dismissed), -one.open, one.check)))


def _people(connection: Connection, since: datetime) -> tuple[tuple[str, int], ...]:
    query = (
        select(reviews.c.actor, func.count())
        .where(reviews.c.at >= since, reviews.c.action.in_(_APPROVED), _holds())
        .group_by(reviews.c.actor)
        .order_by(func.count().desc(), reviews.c.actor)
        .limit(_MOST)
    )
    return tuple((actor, number) for actor, number in connection.execute(query))

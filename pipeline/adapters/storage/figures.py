"""What the dashboard counts, read from what people did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import articles, flags, reviews, signatures, verdicts
from pipeline.model.figures import CheckCount, DayCount, EffortCount, Overview

_APPROVED = ("approve", "finalise")
_TAKEN_BACK = ("undo", "reopen")
_MOST = 12
"""Rows of a table or bars of a chart: more than a person compares at a glance."""


class _Deeds(NamedTuple):
    """How often the same was done: by one person, on one day, to texts of one source and one model."""

    day: date
    action: str
    actor: str
    model: str
    source: str
    number: int
    measured: int
    distance: int


class SqlFigures:
    """The port `Figures` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def overview(self, since: datetime) -> Overview:
        """Return the figures since then."""
        with self._database.reading() as connection:
            deeds = self._deeds(connection, since)
            checks = _checks(connection, since)
        days: defaultdict[date, list[int]] = defaultdict(lambda: [0, 0])
        people: Counter[str] = Counter()
        for one in deeds:
            approved = one.action in _APPROVED
            days[one.day][0 if approved else 1] += one.number
            if approved:
                people[one.actor] += one.number
        return Overview(
            days=tuple(DayCount(day, *both) for day, both in sorted(days.items())),
            checks=checks,
            by_model=_most(_effort(deeds, lambda one: one.model)),
            by_source=_most(_effort(deeds, lambda one: one.source)),
            by_week=tuple(sorted(_effort(deeds, _monday), key=lambda one: one.name)),
            by_person=tuple(sorted(people.items(), key=lambda one: (-one[1], one[0]))[:_MOST]),
        )

    def _deeds(self, connection: Connection, since: datetime) -> list[_Deeds]:
        """Read the reviews once, whatever is counted of them: a busy month has a quarter of a million."""
        day = self._day()
        counts = (func.count(), func.count(reviews.c.distance), func.sum(reviews.c.distance))
        what = (day, reviews.c.action, reviews.c.actor, reviews.c.signature, articles.c.source)
        query = (
            select(*what, *counts)
            .join(articles, articles.c.number == reviews.c.article)
            .where(reviews.c.at >= since, reviews.c.action.not_in(_TAKEN_BACK), _holds())
            .group_by(*what)
        )
        models = {
            row.number: str(row.body.get("model", "–")) for row in connection.execute(select(signatures))
        }
        return [
            _Deeds(
                date.fromisoformat(str(on)),
                action,
                actor,
                models.get(signature, "–"),
                source or "–",
                number,
                measured,
                int(distance or 0),
            )
            for on, action, actor, signature, source, number, measured, distance in connection.execute(query)
        ]

    def _day(self) -> ColumnElement[Any]:
        """The date of a review, in UTC; the two databases have no word in common for it."""
        # Written out, for PostgreSQL takes two expressions with parameters for two different ones.
        if self._database.is_sqlite:
            return literal_column("substr(reviews.at, 1, 10)")
        return literal_column("to_char(reviews.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')")


def _holds() -> ColumnElement[bool]:
    """Return the condition that a deed was not taken back by the next one on its sentence."""
    later = reviews.alias()
    taken = (later.c.segment == reviews.c.segment) & (later.c.version == reviews.c.version + 1)
    return ~select(later.c.number).where(taken, later.c.action.in_(_TAKEN_BACK)).exists()


def _effort(deeds: Sequence[_Deeds], name: Callable[[_Deeds], str]) -> list[EffortCount]:
    """Average what people changed before they approved, by whatever `name` says."""
    merged: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in deeds:
        if one.action in _APPROVED and one.measured:
            merged[name(one)][0] += one.measured
            merged[name(one)][1] += one.distance
    return [EffortCount(name, number, total / number) for name, (number, total) in merged.items()]


def _monday(one: _Deeds) -> str:
    return (one.day - timedelta(days=one.day.weekday())).isoformat()


def _most(found: Sequence[EffortCount]) -> tuple[EffortCount, ...]:
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
        # Written out: SQLite takes the index of open flags only where it reads that they are open.
        .where(flags.c.current, flags.c.verdict == literal_column("'open'"))
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

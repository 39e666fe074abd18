"""What happened to a sentence: what machines proposed, what people wrote, how flags were judged."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from pipeline.adapters.storage.schema import articles, flags, outputs, reviews, segments, signatures, verdicts
from pipeline.adapters.storage.statements import rows
from pipeline.model import SegmentState
from pipeline.model.work import HistoryEntry


def history_of(connection: Connection, key: str, segment_key: str | None) -> tuple[HistoryEntry, ...]:
    """Return what happened to an article or to one of its segments, newest first."""
    number = connection.execute(select(articles.c.number).where(articles.c.key == key)).scalar()
    of_article = (segments.c.article == number) & segments.c.removed_in.is_(None)
    wanted = of_article if segment_key is None else of_article & (segments.c.key == segment_key)
    found = [*_machines(connection, wanted), *_people(connection, wanted), *_judgements(connection, wanted)]
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.version), reverse=True))


def _machines(connection: Connection, wanted: ColumnElement[bool]) -> list[HistoryEntry]:
    statement = (
        select(outputs, segments.c.key, segments.c.source, signatures.c.body)
        .join(segments, segments.c.number == outputs.c.segment)
        .join(signatures, signatures.c.number == outputs.c.signature)
        .where(wanted)
        .order_by(outputs.c.number)
    )
    entries: list[HistoryEntry] = []
    before: dict[str, dict[str, Any]] = {}
    for row in rows(connection, statement):
        earlier = before.get(row["key"])
        corrected = row["previous_source"] is not None
        entries.append(
            HistoryEntry(
                segment_key=row["key"],
                kind="source" if corrected else "machine",
                version=row["version"],
                action="correct" if corrected else "translate",
                source=row["source"],
                before=row["previous_source"] if corrected else earlier["target"] if earlier else "",
                text=row["target"],
                state=SegmentState.INITIAL,
                actor=row["body"]["model"] or row["body"]["engine"],
                at=row["at"],
            )
        )
        before[row["key"]] = row
    return entries


def _people(connection: Connection, wanted: ColumnElement[bool]) -> list[HistoryEntry]:
    statement = (
        select(reviews, segments.c.key).join(segments, segments.c.number == reviews.c.segment).where(wanted)
    )
    return [
        HistoryEntry(
            segment_key=row["key"],
            kind="text" if row["target"] != row["before"] else "state",
            version=row["version"],
            action=row["action"],
            source=row["source"],
            before=row["before"],
            text=row["target"],
            state=row["state"],
            actor=row["actor"],
            at=row["at"],
            note=row["note"],
        )
        for row in rows(connection, statement)
    ]


def _judgements(connection: Connection, wanted: ColumnElement[bool]) -> list[HistoryEntry]:
    statement = (
        select(
            verdicts,
            flags.c.key.label("flag_key"),
            flags.c.check,
            flags.c.message,
            segments.c.key,
            segments.c.version,
            segments.c.source,
            segments.c.target,
            segments.c.state,
        )
        .join(flags, flags.c.number == verdicts.c.flag)
        .join(segments, segments.c.number == flags.c.segment)
        .where(wanted)
    )
    return [
        HistoryEntry(
            segment_key=row["key"],
            kind="flag",
            version=row["version"],
            action=row["verdict"],
            source=row["source"],
            before=row["message"],
            text=row["target"],
            state=row["state"],
            actor=row["actor"],
            at=row["at"],
            note=row["reason"],
            flag=row["flag_key"],
            check=row["check"],
        )
        for row in rows(connection, statement)
    ]

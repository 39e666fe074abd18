"""Keep a sentence's flags: one that is found again is the same flag, with what people said about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from pipeline.adapters.storage.payload import digest_of, storable
from pipeline.adapters.storage.schema import flags
from pipeline.adapters.storage.statements import rows
from pipeline.model import Flag, Severity, Span


def keyed(found: Sequence[Flag], source: str) -> Iterator[tuple[str, Flag]]:
    """Give each flag a key that stays while its reason does: the check, the words, what it says.

    Two flags of one sentence that would share a key are numbered.
    """
    seen: dict[str, int] = {}
    for flag in found:
        words = flag.source_span.of(source) if flag.source_span else ""
        key = digest_of(flag.check, flag.message, words)
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else digest_of(key, str(seen[key]))), flag


def flag_rows(segment: int, version: int, found: Sequence[Flag], source: str) -> list[dict[str, Any]]:
    """Return the rows of a sentence's flags."""
    return [
        {"segment": segment, "key": key, "version": version, "current": True} | _columns(flag)
        for key, flag in keyed(found, source)
    ]


def _columns(flag: Flag) -> dict[str, Any]:
    source, target = flag.source_span, flag.target_span
    return {
        "check": flag.check,
        "severity": flag.severity,
        "message": storable(flag.message),
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "target_start": target.start if target else None,
        "target_end": target.end if target else None,
    }


def replace_flags(
    connection: Connection, segment: int, version: int, found: Sequence[Flag], source: str
) -> None:
    """Make `found` the sentence's flags; those that are gone are kept, as past."""
    wanted = {row["key"]: row for row in flag_rows(segment, version, found, source)}
    held = {row["key"]: row for row in rows(connection, select(flags).where(flags.c.segment == segment))}
    for key, row in held.items():
        if key in wanted:
            values = {name: value for name, value in wanted[key].items() if name != "version"}
            if any(row[name] != value for name, value in values.items()):
                connection.execute(update(flags).where(flags.c.number == row["number"]).values(values))
        elif row["current"]:
            connection.execute(update(flags).where(flags.c.number == row["number"]).values(current=False))
    if new := [row for key, row in wanted.items() if key not in held]:
        connection.execute(insert(flags), new)


def flag_from(row: dict[str, Any]) -> Flag:
    """Return the flag of a row."""

    def span(side: str) -> Span | None:
        start = row[f"{side}_start"]
        return None if start is None else Span(start, row[f"{side}_end"])

    return Flag(row["check"], Severity(row["severity"]), row["message"], span("source"), span("target"))

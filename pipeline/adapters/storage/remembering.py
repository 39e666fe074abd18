"""Put approved sentences into the translation memory, each with the sentences around it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from pipeline.adapters.storage.payload import digest_of, storable
from pipeline.adapters.storage.reading import Row, direction_of
from pipeline.adapters.storage.schema import blocks, memory, segments
from pipeline.adapters.storage.statements import insert_new
from pipeline.model import CARRIED, BlockKind
from pipeline.model.work import MemoryEntry
from pipeline.text.recall import context_of, mask


def memory_rows(entries: Iterable[MemoryEntry]) -> list[dict[str, Any]]:
    """Return the rows of entries."""
    return [_row(entry) for entry in entries]


def _row(entry: MemoryEntry) -> dict[str, Any]:
    source, target = storable(entry.source), storable(entry.target)
    masked = mask(source, entry.direction.source)
    return {
        "source_language": entry.direction.source,
        "target_language": entry.direction.target,
        "source": source,
        "target": target,
        "masked": masked,
        "source_digest": digest_of(source),
        "masked_digest": digest_of(masked),
        "target_digest": digest_of(target),
        "context_digest": entry.context,
        "origin": storable(entry.origin),
        "segment_key": entry.segment_key,
        "actor": storable(entry.actor),
        "at": entry.at,
        "properties": dict(entry.properties),
    }


def remember_segment(connection: Connection, article: Row, row: Row, *, actor: str, at: datetime) -> None:
    """Remember an approved sentence; what was remembered of its place before is out of date."""
    kind = connection.execute(select(blocks.c.kind).where(blocks.c.number == row["block"])).scalar_one()
    if BlockKind(kind) in CARRIED or not row["target"].strip():
        return
    around = select(segments.c.position, segments.c.source).where(
        segments.c.article == article["number"],
        segments.c.removed_in.is_(None),
        segments.c.position.in_((row["position"] - 1, row["position"] + 1)),
    )
    beside = {one.position: one.source for one in connection.execute(around)}
    entry = MemoryEntry(
        direction_of(article),
        row["source"],
        row["target"],
        at,
        context_of(beside.get(row["position"] - 1, ""), beside.get(row["position"] + 1, "")),
        article["key"],
        row["key"],
        actor,
    )
    (new,) = memory_rows([entry])
    same = ("source_language", "target_language", "source_digest", "origin", "segment_key")
    connection.execute(delete(memory).where(*(memory.c[name] == new[name] for name in same)))
    insert_new(connection, memory, [new])

"""The translation memory as other tools know it: entries to bitext units and back, nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from pipeline.model import BitextUnit, BlockKind, SegmentState
from pipeline.model.work import MemoryEntry

CONTEXT = "x-context"
"""The property that carries the digest of the sentences around an entry."""

_APPROVED = (SegmentState.REVIEWED, SegmentState.FINAL)


def entries_of(units: Iterable[BitextUnit], origin: str, now: datetime) -> Iterator[MemoryEntry]:
    """Return what of a translator's file is worth remembering; `now` dates what has no date.

    Of an edition of ours that is what people approved, of another tool's memory everything that is
    translated.
    """
    for unit in units:
        if unit.direction is None or not unit.source.strip() or not unit.target.strip():
            continue
        if unit.edition and unit.state not in _APPROVED:
            continue
        kept = {
            "kind": str(unit.kind),
            "state": str(unit.state),
            "base": unit.base,
            "edition": unit.edition,
            "notes": list(unit.notes),
            "properties": [list(one) for one in unit.properties if one[0] != CONTEXT],
            "undated": unit.at is None,
        }
        yield MemoryEntry(
            direction=unit.direction,
            source=unit.source,
            target=unit.target,
            at=unit.at or now,
            context=next((value for name, value in unit.properties if name == CONTEXT), ""),
            origin=unit.edition or origin,
            segment_key=unit.key[:30],
            actor=unit.author,
            properties={name: value for name, value in kept.items() if value} | {"key": unit.key},
        )


def unit_of(entry: MemoryEntry) -> BitextUnit:
    """Return an entry as the unit that it came from; what people approved here is final."""
    kept = entry.properties
    ours = not kept
    properties = [(str(name), str(value)) for name, value in _pairs(kept.get("properties"))]
    properties += [(CONTEXT, entry.context)] if entry.context else []
    base = kept.get("base")
    return BitextUnit(
        key=str(kept.get("key", entry.segment_key)),
        source=entry.source,
        target=entry.target,
        direction=entry.direction,
        kind=BlockKind(str(kept.get("kind", BlockKind.PARAGRAPH))),
        state=SegmentState.FINAL if ours else SegmentState(str(kept.get("state", SegmentState.INITIAL))),
        edition=entry.origin if ours else str(kept.get("edition", "")),
        base=str(base) if base is not None else None,
        author=entry.actor,
        at=None if kept.get("undated") else entry.at,
        notes=tuple(str(note) for note in _list(kept.get("notes"))),
        properties=tuple(properties),
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _pairs(value: object) -> Iterator[tuple[object, object]]:
    for one in _list(value):
        name, said = _list(one)
        yield name, said

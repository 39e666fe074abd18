"""Entries of the translation memory as the units of a TMX file, and back, nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pipeline.model import BitextUnit, BlockKind, SegmentState
from pipeline.model.work import MemoryEntry

_CONTEXT = "x-context"
"""The digest of the sentences around the source: the same words elsewhere may want other words."""

_APPROVED = (SegmentState.REVIEWED, SegmentState.FINAL)


def unit_of(entry: MemoryEntry) -> BitextUnit:
    """Return the unit that a TMX file has of an entry; what people approved here is final."""
    kept = entry.properties
    ours = not kept
    said = [(str(name), str(value)) for name, value in _pairs(kept.get("properties"))]
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
        properties=((_CONTEXT, entry.context), *said) if entry.context else tuple(said),
    )


def entry_of(unit: BitextUnit, *, file: str, now: datetime) -> MemoryEntry | None:
    """Return the entry that a unit of a TMX file makes, None where there is nothing to remember.

    `file` is its origin and `now` its moment where it doesn't say so itself. Of an edition of ours only
    what people approved is remembered, of another tool's memory everything that is translated.
    """
    if unit.direction is None or not unit.source.strip() or not unit.target.strip():
        return None
    if unit.edition and unit.state not in _APPROVED:
        return None
    kept = {
        "kind": str(unit.kind),
        "state": str(unit.state),
        "base": unit.base,
        "edition": unit.edition,
        "notes": list(unit.notes),
        "properties": [list(one) for one in unit.properties if one[0] != _CONTEXT],
        "undated": unit.at is None,
    }
    return MemoryEntry(
        direction=unit.direction,
        source=unit.source,
        target=unit.target,
        at=unit.at or now,
        context=next((value for name, value in unit.properties if name == _CONTEXT), ""),
        origin=unit.edition or file,
        segment_key=unit.key[:30] if unit.edition else "",
        actor=unit.author,
        properties={name: value for name, value in kept.items() if value} | {"key": unit.key},
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _pairs(value: object) -> Iterator[tuple[object, object]]:
    for one in _list(value):
        name, said = _list(one)
        yield name, said

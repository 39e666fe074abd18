"""Entries of the translation memory as the units of a TMX file, and back."""

from __future__ import annotations

from datetime import datetime

from pipeline.model import BitextUnit, SegmentState
from pipeline.model.work import MemoryEntry

_CONTEXT = "x-context"
"""The digest of the sentences around the source: the same words elsewhere may want other words."""


def unit_of(entry: MemoryEntry) -> BitextUnit:
    """Return the unit that a TMX file has of an entry."""
    said = [(name, str(value)) for name, value in entry.properties.items()]
    return BitextUnit(
        key=entry.segment_key,
        source=entry.source,
        target=entry.target,
        direction=entry.direction,
        state=SegmentState.FINAL,
        edition=entry.origin,
        author=entry.actor,
        at=entry.at,
        properties=((_CONTEXT, entry.context), *said) if entry.context else tuple(said),
    )


def entry_of(unit: BitextUnit, *, file: str, now: datetime) -> MemoryEntry | None:
    """Return the entry that a unit of a TMX file makes, None where there is nothing to remember.

    `file` is its origin and `now` its moment where it doesn't say so itself.
    """
    if unit.direction is None or not unit.source.strip() or not unit.target.strip():
        return None
    said = dict(unit.properties)
    context = said.pop(_CONTEXT, "")
    origin = unit.edition or file
    return MemoryEntry(
        direction=unit.direction,
        source=unit.source,
        target=unit.target,
        at=unit.at or now,
        context=context,
        origin=origin,
        segment_key=unit.key if unit.edition else "",
        actor=unit.author,
        properties=said,
    )

"""Drop what has served its purpose; what a person wrote or approved never goes by itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from pipeline.adapters.storage.schema import downloads, outputs, segments
from pipeline.model import SegmentState


def sweep(
    connection: Connection, downloads_before: datetime | None, drafts_before: datetime | None
) -> tuple[int, int]:
    """Drop raw downloads and machines' drafts from before these times; None keeps them all.

    A draft goes only where its sentence is final by now: until then it is what people work on.
    """
    raw = drafts = 0
    if downloads_before is not None:
        raw = connection.execute(delete(downloads).where(downloads.c.received_at < downloads_before)).rowcount
    if drafts_before is not None:
        final = select(segments.c.number).where(segments.c.state == SegmentState.FINAL)
        old = (outputs.c.at < drafts_before) & outputs.c.payload.is_not(None) & outputs.c.segment.in_(final)
        drafts = connection.execute(
            update(outputs).where(old).values(machine="", target="", score=None, payload=None)
        ).rowcount
    return raw, drafts

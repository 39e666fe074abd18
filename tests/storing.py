"""Makers for tests of the store: items as a source delivers them, results as a run brings them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from builders import ID_EN

from pipeline.adapters.storage.store import Store
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Draft,
    Edition,
    Flag,
    Hypothesis,
    ItemMeta,
    Manuscript,
    NewsItem,
    Paragraph,
    Segment,
    Signature,
    Unit,
)
from pipeline.model.jobs import Job, Lease, Receipt, Result

NOW = datetime(2026, 3, 2, 4, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SIGNATURE = Signature("1", "echo", "echo", "", "terms-1")


def item(*texts: str, guid: str = "g1", source: str = "feed", meta: ItemMeta | None = None) -> NewsItem:
    """Make an item of a feed; without a text it is a tombstone."""
    manuscript = Manuscript(f"{guid}.txt", tuple(Paragraph(text) for text in texts)) if texts else None
    return NewsItem(source, meta or ItemMeta(guid), ID_EN, guid, stamp="s1", manuscript=manuscript)


def receive(store: Store, *texts: str, key: str = "", guid: str = "g1", source: str = "feed") -> Receipt:
    """Receive an item of a feed."""
    return store.inflow.receive(item(*texts, guid=guid, source=source), key or f"{guid}-key", at=NOW)


def lease(holder: str = "run-1", at: datetime = NOW, length: timedelta = 10 * MINUTE) -> Lease:
    """Make a lease of ten minutes."""
    return Lease(holder, at, length)


def unit(key: str, source: str, target: str, *flags: Flag, kind: str = "paragraph") -> Unit:
    """Make a unit that is a block of its own."""
    segment = Segment(f"{key}s1", Block(key, BlockKind(kind), source), source)
    return Unit(Draft(segment, ID_EN, source), Hypothesis(target, -0.5), target, flags=flags, risk=0.1)


def result(
    job: Job, *units: Unit, signature: Signature = SIGNATURE, continues: Mapping[str, str] | None = None
) -> Result:
    """Make the result of a job."""
    article = Article(
        job.key, ID_EN, None, job.manuscript.origin, tuple(one.draft.segment.block for one in units)
    )
    return Result(Edition(article, units, signature), tuple(one.risk for one in units), continues or {})


def translated(store: Store, *texts: str, guid: str = "g1", flags: Sequence[Flag] = ()) -> str:
    """Put an article with its edition into the store; every sentence is translated by `EN: `. Return its key."""
    key = receive(store, *texts, guid=guid).key
    (job,) = store.jobs.claim(ID_EN, 1, lease())
    units = [
        unit(f"b{at}", text, f"EN: {text}", *(flags if at == 1 else ())) for at, text in enumerate(texts, 1)
    ]
    store.jobs.finish(job, result(job, *units), at=NOW)
    return key

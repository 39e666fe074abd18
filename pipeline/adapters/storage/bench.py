"""How fast the store is when it holds years of work: a big one is built, and what people wait for is timed.

Sentences are those of the desk's own corpus, each with a number of its own, so that words are as frequent as
they are in news and no two sentences are the same.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.editions import signature_number
from pipeline.adapters.storage.remembering import memory_rows
from pipeline.adapters.storage.schema import articles, blocks, flags, memory, outputs, revisions, segments
from pipeline.adapters.storage.schema.base import NEVER
from pipeline.adapters.storage.store import Store
from pipeline.adapters.storage.upkeep import ready
from pipeline.config import StyleSettings
from pipeline.model import Direction, Signature
from pipeline.model.jobs import Lease
from pipeline.model.work import ArticleState, MemoryEntry, Order, QueueQuery

SENTENCES = 30
"""Segments of an article."""

_AT_ONCE = 500
_PENDING = 0.001
_FLAGGED = 0.1
_REMEMBERED = 3
_FLAG = {
    "key": "key",
    "version": 1,
    "severity": "critical",
    "message": "a figure is missing",
    "current": True,
    "verdict": "open",
}
_START = datetime(2020, 1, 1, tzinfo=UTC)
_ID_EN = Direction("id", "en")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long something took, in milliseconds: half of the times at most `median`, 95 of 100 at most `p95`.

    `work` is the processor's time in this process, the median: on a busy machine the clock tells more of the
    others. PostgreSQL's own work is not in it.
    """

    what: str
    median: float
    p95: float
    work: float


def read_pairs(folder: Path) -> list[tuple[str, str]]:
    """Return the sentence pairs of a corpus."""
    lines = (line for path in sorted(folder.glob("*.tsv")) for line in path.read_text("utf-8").splitlines())
    parts = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(one[0], one[1]) for one in parts if len(one) >= 2]


def size(database: Database) -> int:
    """Return how many articles a store holds."""
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(articles)).scalar_one()


def build(
    database: Database, pairs: Sequence[tuple[str, str]], count: int, progress: Callable[[int], None]
) -> None:
    """Fill an empty store with `count` articles of 30 sentences, and a memory of three sentences from each."""
    chance = random.Random(1)  # noqa: S311 - to repeat, not to guard - a bench has to be the same every time
    for start in range(0, count, _AT_ONCE):
        with database.writing() as connection:
            signature = signature_number(connection, Signature("0", "echo", "echo", "", ""))
            _fill(connection, pairs, range(start, min(start + _AT_ONCE, count)), signature, chance)
        progress(min(start + _AT_ONCE, count))
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))


def _fill(
    connection: Connection,
    pairs: Sequence[tuple[str, str]],
    numbers: range,
    signature: int,
    chance: random.Random,
) -> None:
    made: dict[Any, list[dict[str, Any]]] = {
        table: [] for table in (articles, revisions, blocks, segments, outputs, flags, memory)
    }
    for number in numbers:
        drawn = [
            (f"{source} ({number}-{at})", f"{target} ({number}-{at})")
            for at, (source, target) in enumerate(chance.choices(pairs, k=SENTENCES))
        ]
        for table, values in _article(number, drawn, signature, chance):
            made[table].append(values)
    for table, rows in made.items():
        connection.execute(insert(table), rows)


def _article(
    number: int, drawn: Sequence[tuple[str, str]], signature: int, chance: random.Random
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield the rows of an article, each with its table."""
    article, at = number + 1, _START + timedelta(minutes=30 * number)
    flagged = [chance.random() < _FLAGGED for _ in drawn]
    text_data: dict[str, Any] = {"origin": "bench", "paragraphs": [[source, None] for source, _ in drawn]}
    text_data |= {"published": None, "language": None, "meta": None}
    yield (
        articles,
        {
            "number": article,
            "key": f"article-{article}",
            "source": f"feed {article % 20}",
            "source_language": "id",
            "target_language": "en",
            "title": drawn[0][0],
            "title_target": drawn[0][1],
            "origin": "bench",
            "digest": f"{article:064}",
            "received_at": at,
            "updated_at": at,
            "pending": chance.random() < _PENDING,
            "signature": signature,
            "deadline": at + timedelta(hours=2) if article % 10 == 0 else NEVER,
            "translated_revision": 1,
            "state": ArticleState.PUBLISHED if article % 4 else ArticleState.OPEN,
            "segments": SENTENCES,
            "words": 500,
            "risk": chance.random(),
            "critical": sum(flagged),
            "shelved": True,
        },
    )
    digest = {"digest": f"{article:064}", "manuscript": text_data, "received_at": at}
    yield revisions, {"article": article, "revision": 1} | digest
    for place, (source, target) in enumerate(drawn):
        row = number * SENTENCES + place + 1
        yield from _sentence(row, article, place, (source, target), signature, at)
        if flagged[place]:
            yield flags, {"segment": row, "check": "figures" if place % 3 else "names"} | _FLAG
        if place < _REMEMBERED:
            entry = MemoryEntry(_ID_EN, source, target, at, origin=f"article-{article}")
            yield memory, memory_rows([entry])[0]


def _sentence(  # noqa: PLR0913, PLR0917 - the columns of one sentence
    row: int, article: int, place: int, pair: tuple[str, str], signature: int, at: datetime
) -> Iterator[tuple[Any, dict[str, Any]]]:
    source, target = pair
    key = f"b{place + 1}"
    of_article = {"article": article, "revision": 1, "position": place}
    yield blocks, of_article | {"number": row, "key": key, "kind": "paragraph"}
    texts = {"source": source, "target": target, "state": "initial", "risk": 0.1}
    placed = {"number": row, "block": row, "key": f"{key}s1", "version": 1, "updated_at": at}
    yield segments, of_article | placed | texts
    made = {"machine": target, "score": -0.5, "target": target, "payload": {}}
    yield outputs, {"segment": row, "version": 1, "signature": signature, "at": at} | made


def measure(url: str, style: StyleSettings, pairs: Sequence[tuple[str, str]], count: int) -> Iterator[Timing]:
    """Time what people and runs wait for, on a store that `build` filled."""
    chance = random.Random(2)  # noqa: S311 - to repeat, not to guard
    yield _timed("open the store", lambda: _opened(url), 5)
    database = Database(url)
    store = Store(database, style)

    def key() -> str:
        return f"article-{chance.randrange(1, count + 1)}"

    def likeness() -> None:
        source = chance.choice(pairs)[0]
        store.memory.similar(f"{source} ({chance.randrange(count)}-{chance.randrange(3)})", _ID_EN)

    def claim() -> None:
        lease = Lease("bench", datetime.now(UTC), timedelta(minutes=10))
        store.jobs.release(store.jobs.claim(_ID_EN, 16, lease))

    yield _timed("find pending articles, take and give back 16", claim, 20)
    yield _timed(
        "history of a segment", lambda: store.articles.history(key(), f"b{chance.randrange(1, 31)}s1"), 100
    )
    yield _timed("similar sentences in the memory", likeness, 100)
    yield _timed("an article with its segments", lambda: store.articles.segments(key()), 50)
    for order in Order:
        query = QueueQuery(order=order, states=(ArticleState.OPEN,))
        yield _timed(f"queue by {order}", lambda query=query: store.articles.queue(query), 20)  # type: ignore[misc]
    yield _timed("queue: a check", lambda: store.articles.queue(QueueQuery(check="names")), 20)
    yield _timed("queue: two words", lambda: store.articles.queue(QueueQuery(text="harga beras")), 20)
    yield _timed("queue: a frequent word", lambda: store.articles.queue(QueueQuery(text="yang")), 20)
    yield _timed("status", lambda: store.jobs.standing({}, at=datetime.now(UTC)), 5)
    store.close()


def _opened(url: str) -> None:
    database = ready(Database(url))
    database.ping()
    database.close()


def _timed(what: str, call: Callable[[], object], times: int) -> Timing:
    call()  # the first one warms the cache, as the one before it did for a reader
    taken: list[tuple[float, float]] = []
    for _ in range(times):
        started, worked = time.perf_counter(), time.process_time()
        call()
        taken.append((time.perf_counter() - started, time.process_time() - worked))
    marks = quantiles([1000 * one for one, _ in taken], n=20, method="inclusive")
    return Timing(what, marks[9], marks[18], median(1000 * one for _, one in taken))

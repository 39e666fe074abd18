"""How fast the store is when it holds years of work: what people and runs wait for is timed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.filling import ID_EN, Pairs, numbered
from pipeline.adapters.storage.store import Store
from pipeline.adapters.storage.upkeep import ready
from pipeline.config import StyleSettings
from pipeline.model.jobs import Lease
from pipeline.model.work import ArticleState, Order, QueueQuery


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


def measure(url: str, style: StyleSettings, pairs: Pairs, count: int) -> Iterator[Timing]:
    """Time what people and runs wait for, on a store that `fill` filled."""
    chance = random.Random(2)  # noqa: S311 - to repeat, not to guard
    yield _timed("open the store", lambda: _opened(url), 5)
    database = Database(url)
    store = Store(database, style)

    def key() -> str:
        return f"article-{chance.randrange(1, count + 1)}"

    def likeness() -> None:
        store.memory.similar(numbered(chance.choice(pairs), chance.randrange(count))[0], ID_EN)

    def likeness_of_new_words() -> None:
        """Half of one sentence and half of another: nothing in the memory is the same but for numbers."""
        one, other = (chance.choice(pairs)[0].split() for _ in range(2))
        store.memory.similar(" ".join(one[: len(one) // 2] + other[len(other) // 2 :]), ID_EN)

    def claim() -> None:
        lease = Lease("bench", datetime.now(UTC), timedelta(minutes=10))
        store.jobs.release(store.jobs.claim(ID_EN, 16, lease))

    yield _timed("find pending articles, take and give back 16", claim, 20)
    yield _timed(
        "history of a segment", lambda: store.articles.history(key(), f"b{chance.randrange(1, 31)}s1"), 100
    )
    yield _timed("similar sentences: other numbers", likeness, 100)
    yield _timed("similar sentences: other words", likeness_of_new_words, 100)
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

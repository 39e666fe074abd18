"""Many articles through one engine: full batches across articles, in order, in constant memory.

While the engine translates two windows of articles, the window behind them is read and the one before them
is checked and written. Never more than these four are in memory, and nothing is read before there is
room for it, so that an archive of a million articles needs no more than one of a hundred.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from pipeline.errors import DwibahasaError
from pipeline.model import Draft, Translation
from pipeline.service.outcomes import Failed, Reading
from pipeline.stages import Prepared

WORDS_AT_ONCE = 4000
"""Words of one window: several batches of the engine, so that sentences of one length find each other."""

_FIRST_WORDS = 500
"""Words of the first window; each is twice as long as the one before it. Until the first one is prepared the engine
waits, and an editor for the first edition."""

_IN_ENGINE = 2
"""Windows in the engine at once. At the end of one a thread waits for the other's last batch, and then both wait while
what the window lost is found and said again: 6% of the clock on two cores, which the next window fills."""

ARTICLES_AT_ONCE = 64
"""Articles of one window; those that are done already have no words and would never fill it."""

_log = logging.getLogger(__name__)

Item = TypeVar("Item", bound=Reading)
Result = TypeVar("Result")
Given = TypeVar("Given")
Made = TypeVar("Made")
Translate: TypeAlias = Callable[[Sequence[Sequence[Draft]]], list[list[Translation]]]


@dataclass(slots=True)
class _Job(Generic[Item, Result]):
    """An item on its way: prepared and then translated, unless its result is known before."""

    item: Item
    state: Prepared | Result | Failed
    seconds: float
    translations: Sequence[Translation] = ()

    @property
    def words(self) -> int:
        drafts = self.state.drafts if isinstance(self.state, Prepared) else ()
        return sum(len(draft.text.split()) for draft in drafts)


def stream(
    items: Iterable[Item],
    *,
    prepare: Callable[[Item], Prepared | Result],
    translate: Translate,
    finish: Callable[[Item, Prepared, Sequence[Translation], float], Result],
) -> Iterator[Result | Failed]:
    """Yield a result for every item, in order, as soon as it is there.

    `prepare` may return the result itself, where nothing is left to do. `finish` is told the seconds
    that the item has taken so far. An item that fails is told, with its reason, and the others go on.
    """
    jobs = (_prepared(item, prepare) for item in items)
    for window in overlapped(_windows(jobs), lambda window: _translated(window, translate)):
        for job in window:
            if isinstance(job.state, Prepared):
                yield _finished(job.item, job.state, job.translations, job.seconds, finish)
            else:
                yield job.state


def overlapped(inputs: Iterable[Given], work: Callable[[Given], Made]) -> Iterator[Made]:
    """Yield what `work` makes of each input, in order, while threads work on the next two."""
    with ThreadPoolExecutor(_IN_ENGINE, thread_name_prefix="engine") as pool:
        under_way: deque[Future[Made]] = deque()
        for given in inputs:
            under_way.append(pool.submit(work, given))
            if len(under_way) > _IN_ENGINE:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _windows(jobs: Iterable[_Job[Item, Result]]) -> Iterator[list[_Job[Item, Result]]]:
    window: list[_Job[Item, Result]] = []
    words, enough = 0, _FIRST_WORDS
    for job in jobs:
        window.append(job)
        words += job.words
        if words >= enough or len(window) >= ARTICLES_AT_ONCE:
            yield window
            window, words, enough = [], 0, min(2 * enough, WORDS_AT_ONCE)
    if window:
        yield window


def _prepared(item: Item, prepare: Callable[[Item], Prepared | Result]) -> _Job[Item, Result]:
    started = time.monotonic()
    state: Prepared | Result | Failed
    try:
        state = prepare(item)
    except Exception as error:  # noqa: BLE001 - one poison article must not cost the night's others
        state = _failed(item, error)
    return _Job(item, state, time.monotonic() - started)


def _translated(window: list[_Job[Item, Result]], translate: Translate) -> list[_Job[Item, Result]]:
    """Translate a window with one call, or article by article where that fails."""
    waiting = [(job, job.state) for job in window if isinstance(job.state, Prepared)]
    started = time.monotonic()
    try:
        answers = translate([prepared.drafts for _, prepared in waiting]) if waiting else []
        for (job, _), found in zip(waiting, answers, strict=True):
            job.translations = found
    except Exception:  # noqa: BLE001 - the article at fault is found below
        _log.warning("a window of %d articles failed: one by one", len(waiting), exc_info=True)
        for job, prepared in waiting:
            try:
                (job.translations,) = translate([prepared.drafts])
            except Exception as error:  # noqa: BLE001 - one poison article is one failure
                job.state = _failed(job.item, error)
    seconds, words = time.monotonic() - started, sum(job.words for job in window)
    for job in window:
        job.seconds += seconds * job.words / max(words, 1)
    return window


def _finished(
    item: Item,
    prepared: Prepared,
    translations: Sequence[Translation],
    seconds: float,
    finish: Callable[[Item, Prepared, Sequence[Translation], float], Result],
) -> Result | Failed:
    try:
        return finish(item, prepared, translations, seconds)
    except Exception as error:  # noqa: BLE001 - as above
        return _failed(item, error)


def _failed(item: Reading, error: Exception) -> Failed:
    if isinstance(error, DwibahasaError):
        return Failed(item.origin, str(error))
    _log.debug("%s", item.origin, exc_info=error)
    problem = f"{type(error).__name__}: {error}"
    return Failed(item.origin, f"a fault of Dwibahasa, please report it: {problem}")

"""Visit the sources and take in what they deliver: an item at a time, the source's state last.

Whoever is killed in the middle loses nothing: what was not kept is delivered again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from queue import SimpleQueue

from pipeline.errors import DwibahasaError, StorageError, StoreAwayError
from pipeline.model import NewsItem, SourceState
from pipeline.model.jobs import Lease, Outcome
from pipeline.ports import Inflow, Source
from pipeline.service.events import Event, Stage
from pipeline.service.keys import key_of
from pipeline.service.patience import patiently

_REFUSED = 3
"""Items in a row that the store won't take: then it is the store, and not the items."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The sources of a desk, and the store that takes in what they bring."""

    inflow: Inflow
    sources: Sequence[Source]
    lease: Callable[[], Lease]
    clock: Callable[[], datetime]
    at_once: int = 4

    def visit(self) -> Iterator[Event]:
        """Visit every source that is due and that no other run is at; one that fails or dawdles stops no other.

        Events come source by source, in the order of the sources, however they are visited.

        Raises:
            StorageError: the store can't be read, or takes nothing any more.
        """
        over = threading.Event()
        with ThreadPoolExecutor(max(self.at_once, 1), thread_name_prefix="source") as pool:
            try:
                boxes: list[SimpleQueue[Event | Exception | None]] = []
                for source in self.sources:
                    boxes.append(SimpleQueue())
                    pool.submit(self._deliver, source, boxes[-1], over)
                for box in boxes:
                    while (found := box.get()) is not None:
                        if isinstance(found, Exception):
                            raise found
                        yield found
            finally:
                over.set()  # whoever stops listening stops the visits, each after the item in hand

    def _deliver(
        self, source: Source, box: SimpleQueue[Event | Exception | None], over: threading.Event
    ) -> None:
        """Put the events of one source into its box, and None at the end."""
        try:
            if not over.is_set() and self._state(source).is_due(self.clock()):
                with closing(self._alone(source)) as events:
                    for event in events:
                        box.put(event)
                        if over.is_set():
                            return
        except Exception as error:  # noqa: BLE001 - told where the events are read
            box.put(error)
        finally:
            box.put(None)

    def _state(self, source: Source) -> SourceState:
        return patiently(lambda: self.inflow.source_state(source.name))

    def _alone(self, source: Source) -> Generator[Event, None, None]:
        """Visit a source unless another run is at it, or was a moment ago."""
        name = f"source {source.name}"
        loan = patiently(lambda: self.inflow.lend(name, self.lease()))
        if loan is None:
            return
        try:
            state = self._state(source)
            if state.is_due(self.clock()):
                yield from _Visit(source, state, self.inflow, self.clock).events()
        finally:
            patiently(lambda: self.inflow.give_back(name, loan))


@dataclass(slots=True)
class _Visit:
    """One visit of one source."""

    source: Source
    state: SourceState
    inflow: Inflow
    clock: Callable[[], datetime]
    refused: int = 0
    problem: str = ""

    def events(self) -> Iterator[Event]:
        """Yield what became of each item, and at the end what is wrong with the source.

        Raises:
            StorageError: the store can't be read, or takes nothing any more.
        """
        try:
            for found in self.source.poll(self.state, self.clock(), self._stamp_of):
                if isinstance(found, SourceState):
                    self.state = found
                else:
                    yield self._receive(found)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault in reading one feed must not cost the others
            _log.debug("%s", self.source.name, exc_info=True)
            self.problem = f"a fault of Dwibahasa, please report it: {type(error).__name__}: {error}"
        self._forget_what_is_gone()
        state = self._settled()
        patiently(lambda: self.inflow.keep_source_state(self.source.name, state, at=self.clock()))
        if state.problem:
            yield Event(Stage.INTAKE, f"source {self.source.name}", message=state.problem, failed=True)

    def _settled(self) -> SourceState:
        """Return the state to keep: without validators where something was not kept.

        An unchanged feed would answer 304, and what was not kept would never be delivered again.
        """
        if not self.problem:
            return self.state
        failures = self.state.failures + 1
        return replace(self.state, etag="", last_modified="", failures=failures, problem=self.problem)

    def _forget_what_is_gone(self) -> None:
        """Take a photo that fell into the inbox off the list of troubles once somebody took it out.

        Only what lies under its own name can be missed there: a wire's items have other names than their file.
        """
        name = self.source.name
        for guid in patiently(lambda: self.inflow.unreadable(name)):
            if self._stamp_of(guid) is not None and self.source.is_gone(guid):
                patiently(lambda guid=guid: self.inflow.dismiss(name, guid))  # type: ignore[misc]

    def _stamp_of(self, place: str) -> str | None:
        return patiently(lambda: self.inflow.stamp_of(self.source.name, place))

    def _receive(self, item: NewsItem) -> Event:
        started = time.monotonic()
        key = key_of(item.manuscript, item.direction) if item.manuscript else ""
        try:
            receipt = patiently(lambda: self.inflow.receive(item, key, at=self.clock()))
        except StoreAwayError:
            raise
        except DwibahasaError as error:
            self.refused += 1
            if self.refused >= _REFUSED:
                raise
            self.problem = f"{item.meta.guid}: {error}"
            return Event(Stage.INTAKE, key or item.meta.guid, message=str(error), failed=True)
        self.refused = 0
        unreadable = receipt.outcome is Outcome.UNREADABLE
        return Event(
            Stage.INTAKE,
            receipt.key or item.meta.guid,
            time.monotonic() - started,
            item.problem if unreadable else str(receipt.outcome),
            failed=unreadable,
        )

"""Visit the sources and take in what they deliver, one source at a time over all runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.errors import DwibahasaError
from pipeline.model import NewsItem, SourceState
from pipeline.model.jobs import Lease, Outcome
from pipeline.ports import Inflow, Source
from pipeline.service.events import Event, Stage
from pipeline.service.keys import key_of
from pipeline.service.patience import patiently


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The sources of a desk, and the store that takes in what they bring."""

    inflow: Inflow
    sources: Sequence[Source]
    lease: Callable[[], Lease]
    clock: Callable[[], datetime]

    def visit(self) -> Iterator[Event]:
        """Visit every source that is due and that no other run is at; a source that fails stops no other."""
        for source in self.sources:
            state = patiently(lambda name=source.name: self.inflow.source_state(name))  # type: ignore[misc]
            if not state.is_due(self.clock()):
                continue
            name = f"source {source.name}"
            loan = patiently(lambda name=name: self.inflow.lend(name, self.lease()))  # type: ignore[misc]
            if loan is None:
                continue
            try:
                yield from self._visit(source, state)
            finally:
                patiently(lambda name=name, loan=loan: self.inflow.give_back(name, loan))  # type: ignore[misc]

    def _visit(self, source: Source, state: SourceState) -> Iterator[Event]:
        def stamp_of(place: str) -> str | None:
            return self.inflow.stamp_of(source.name, place)

        for found in source.poll(state, self.clock(), stamp_of):
            if isinstance(found, SourceState):
                self.inflow.keep_source_state(source.name, found, at=self.clock())
                if found.problem:
                    yield Event(Stage.INTAKE, f"source {source.name}", message=found.problem, failed=True)
            else:
                yield self._receive(found)

    def _receive(self, item: NewsItem) -> Event:
        started = time.monotonic()
        key = key_of(item.manuscript, item.direction) if item.manuscript else ""
        try:
            receipt = patiently(lambda: self.inflow.receive(item, key, at=self.clock()))
        except DwibahasaError as error:
            return Event(Stage.INTAKE, key or item.meta.guid, message=str(error), failed=True)
        unreadable = receipt.outcome is Outcome.UNREADABLE
        return Event(
            Stage.INTAKE,
            receipt.key or item.meta.guid,
            time.monotonic() - started,
            item.problem if unreadable else str(receipt.outcome),
            failed=unreadable,
        )

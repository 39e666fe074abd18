"""What cron calls: take news in, translate what waits, write what is done, tidy up.

Any number of runs may be at work at once, on one host or on several. Each article is under a lease while
a run is at it; what a run was killed over is taken up by the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count, islice

from pipeline.config import Settings
from pipeline.errors import DwibahasaError, LeaseLostError
from pipeline.model import Direction
from pipeline.model.jobs import Job, Lease, Retention, RunReport
from pipeline.ports import Shelf, Source, Store
from pipeline.service.arrivals import Arrivals
from pipeline.service.desk import Desk
from pipeline.service.events import Event, Stage
from pipeline.service.heartbeat import Heartbeat
from pipeline.service.outcomes import Failed
from pipeline.service.patience import patiently
from pipeline.service.workbench import Workbench, shelve

_AT_ONCE = 50
"""Editions of an earlier run that are written together."""


@dataclass(slots=True)
class Runner:
    """One run. `desk_of` builds the desk of a direction, and only if there is something to translate."""

    store: Store
    shelf: Shelf
    sources: Sequence[Source]
    desk_of: Callable[[Direction], Desk]
    directions: Sequence[Direction]
    settings: Settings
    holder: str
    clock: Callable[[], datetime]
    report: RunReport = field(default_factory=RunReport)
    _held: dict[str, Job] = field(default_factory=dict)
    _halted: str = ""

    def run(self, limit: int | None = None, *, refresh: bool = False) -> Iterator[Event]:
        """Do everything that is to be done, at most `limit` articles; yield what was done."""
        number = patiently(lambda: self.store.jobs.begin_run(self.holder, at=self.clock()))
        started = time.monotonic()
        try:
            for event in self._stages(limit, refresh=refresh):
                self.report = _counted(self.report, event)
                yield event
        finally:
            self._let_go()
            seconds = time.monotonic() - started
            self.report = replace(self.report, reason=self._halted, seconds=seconds)
            patiently(lambda: self.store.jobs.end_run(number, self.report, at=self.clock()))

    def _stages(self, limit: int | None, *, refresh: bool) -> Iterator[Event]:
        at_once = self.settings.intake.sources_at_once
        yield from Arrivals(self.store.inflow, self.sources, self._lease, self.clock, at_once).visit()
        left = limit if limit is not None else 1_000_000_000
        with Heartbeat(self._beat, self.settings.run.lease_minutes * 60 / 3):
            for direction in self.directions:
                for event in self._translate(direction, left, refresh=refresh):
                    left -= event.stage is Stage.TRANSLATE
                    yield event
                if self._halted:
                    return
        yield from self._sweep()
        yield from self._shelve_the_rest()

    def _translate(self, direction: Direction, limit: int, *, refresh: bool) -> Iterator[Event]:
        """Translate the articles of one direction; the desk is built when the first is there."""
        jobs = self._pending(direction)
        first = list(islice(jobs, min(limit, 1)))
        suspect = None if first or not limit else self._suspect(direction)
        if not first and not suspect and not refresh:
            return
        try:
            desk = self.desk_of(direction)
        except DwibahasaError as error:  # the other direction may have its model
            yield Event(Stage.HALT, str(direction), message=str(error), failed=True)
            return
        bench = Workbench(desk, self.store, self.shelf, self.clock)

        def wanted() -> Iterator[Job]:
            yield from first
            yield from jobs
            if refresh:
                yield from self._stale(direction, desk)

        taken = count()  # against the limit
        yield from self._work(bench, (job for job, _ in zip(islice(wanted(), limit), taken, strict=False)))
        # Whatever a run died over is done alone, after the others: it may be what killed the run.
        while not self._halted and next(taken) < limit and (suspect := suspect or self._suspect(direction)):
            yield from self._work(bench, [suspect])
            suspect = None

    def _work(self, bench: Workbench, jobs: Iterable[Job]) -> Iterator[Event]:
        for outcome in bench.work(jobs):
            event = self._failed(outcome) if isinstance(outcome, Failed) else outcome
            yield event
            if event.stage is Stage.HALT:
                self._halted = event.message
                return
            self._held.pop(event.article, None)
            if event.stage is Stage.TRANSLATE and (shelved := bench.put_on_shelf(event.article)):
                yield shelved

    def _pending(self, direction: Direction) -> Iterator[Job]:
        jobs, at_once = self.store.jobs, self.settings.run.articles_at_once
        return self._claimed(lambda: jobs.claim(direction, at_once, self._lease()))

    def _suspect(self, direction: Direction) -> Job | None:
        job = patiently(lambda: self.store.jobs.claim_suspect(direction, self._lease()))
        if job:
            self._held[job.key] = job
        return job

    def _stale(self, direction: Direction, desk: Desk) -> Iterator[Job]:
        jobs, at_once = self.store.jobs, self.settings.run.articles_at_once
        return self._claimed(lambda: jobs.claim_stale(direction, at_once, desk.signature, self._lease()))

    def _claimed(self, claim: Callable[[], tuple[Job, ...]]) -> Iterator[Job]:
        """Take jobs a handful at a time, as the engine gets to them."""
        while not self._halted and (taken := patiently(claim)):
            self._held |= {job.key: job for job in taken}
            yield from taken

    def _failed(self, failure: Failed) -> Event:
        """Put an article that failed off, longer each time, or set it aside for a person."""
        job, settings = self._held[failure.origin], self.settings.run
        again = None
        if job.attempts + 1 < settings.attempts:
            again = self.clock() + timedelta(minutes=settings.wait_minutes * 2**job.attempts)
        try:
            patiently(lambda: self.store.jobs.fail(job, failure.reason, at=self.clock(), again=again))
        except LeaseLostError as error:
            return Event(Stage.LOST, job.key, message=str(error))
        return Event(Stage.RETRY if again else Stage.SET_ASIDE, job.key, message=failure.reason, failed=True)

    def _shelve_the_rest(self) -> Iterator[Event]:
        """Write what an earlier run did not come to write, and what people changed since."""
        last: set[str] = set()
        while waiting := patiently(lambda: self.store.jobs.unshelved(_AT_ONCE)):
            events = [shelve(self.store, self.shelf, *one) for one in waiting]
            yield from events
            failed = {event.article for event in events if event.failed}
            if failed or last == {event.article for event in events}:
                return  # the disk is full, or somebody changes them as fast as we write
            last = {event.article for event in events}

    def _sweep(self) -> Iterator[Event]:
        kept, now = self.settings.retention, self.clock()
        days = (kept.downloads_days, kept.drafts_days, kept.untouched_days)
        before = Retention(*(now - timedelta(days=one) if one else None for one in days))
        if gone := patiently(lambda: self.store.jobs.sweep(before, at=now)):
            said = f"{gone.downloads} downloads, {gone.drafts} drafts, {gone.articles} untouched translations"
            yield Event(Stage.SWEEP, "", message=f"{said} dropped")

    def _lease(self) -> Lease:
        return Lease(self.holder, self.clock(), timedelta(minutes=self.settings.run.lease_minutes))

    def _beat(self) -> None:
        self.store.jobs.renew(tuple(self._held.values()), self._lease())

    def _let_go(self) -> None:
        """Give back what was taken and not done: an interrupted run blocks nothing."""
        if self._held:
            patiently(lambda: self.store.jobs.release(tuple(self._held.values())))


def _counted(report: RunReport, event: Event) -> RunReport:
    return RunReport(
        report.received + (event.stage is Stage.INTAKE and event.message in ("new", "revised")),
        report.translated + (event.stage is Stage.TRANSLATE),
        report.failed + event.failed,
    )

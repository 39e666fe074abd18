"""Jobs of one direction through the pipeline: what stays stays, the memory is asked first, the engine last."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline.errors import DwibahasaError, LeaseLostError, StorageError
from pipeline.model import Edition, Manuscript, Translation, Unit
from pipeline.model.jobs import Job, Result
from pipeline.ports import Shelf, Store
from pipeline.service.desk import Desk
from pipeline.service.events import Event, Stage
from pipeline.service.outcomes import Failed
from pipeline.service.patience import patiently
from pipeline.service.recalling import recall
from pipeline.service.redoing import Plan, plan, with_people
from pipeline.service.stream import stream
from pipeline.stages import Prepared, prepare, units_of
from pipeline.stages.check import check
from pipeline.stages.introduce import introduce
from pipeline.stages.reassemble import reassemble
from pipeline.stages.review import decide
from pipeline.stages.score import score
from pipeline.stages.segment import segment_article
from pipeline.stages.translate import translate


@dataclass(slots=True)
class Piece:
    """A job on its way: read, with its plan as soon as it is prepared."""

    job: Job
    plan: Plan | None = None
    recalled: dict[str, Unit] = field(default_factory=dict)
    error: DwibahasaError | None = None

    @property
    def origin(self) -> str:
        """What a failure is told of."""
        return self.job.key

    @property
    def manuscript(self) -> Manuscript | None:
        """The text as it was received."""
        return self.job.manuscript


@dataclass(frozen=True, slots=True)
class Workbench:
    """A desk at work on jobs of the store."""

    desk: Desk
    store: Store
    shelf: Shelf
    clock: Callable[[], datetime]

    def work(self, jobs: Iterable[Job]) -> Iterator[Event | Failed]:
        """Translate jobs, batches shared; yield what became of each, in order."""
        return stream(
            (Piece(job) for job in jobs),
            prepare=self._prepare,
            translate=lambda articles: translate(articles, self.desk.engine, self.desk.settings.style),
            finish=self._finish,
        )

    def _prepare(self, piece: Piece) -> Prepared:
        """Leave out what stays, and what the memory has: the engine gets the rest."""
        desk, job = self.desk, piece.job
        article = replace(desk.article(job.manuscript), key=job.key)
        segments = segment_article(article)
        piece.plan = plan(job, segments, desk.signature)
        todo = prepare(
            article, piece.plan.to_translate, engine=desk.engine, terms=desk.terms, settings=desk.settings
        )
        asked = [draft for draft in todo.drafts if draft.segment.key not in piece.plan.written]
        piece.recalled = recall(asked, segments, self.store.memory, desk.settings.memory)
        rest = tuple(draft for draft in todo.drafts if draft.segment.key not in piece.recalled)
        return replace(todo, drafts=rest)

    def _finish(
        self, piece: Piece, prepared: Prepared, translations: Sequence[Translation], seconds: float
    ) -> Event:
        started = time.monotonic()
        edition = self._edition(piece, prepared, translations)
        assert piece.plan is not None
        result = Result(edition, tuple(unit.risk for unit in edition.units), piece.plan.continues)
        try:
            patiently(lambda: self.store.jobs.finish(piece.job, result, at=self.clock()))
        except LeaseLostError as error:
            return Event(Stage.LOST, piece.job.key, seconds, str(error))
        except StorageError as error:
            # The article isn't at fault: nothing is counted against it, and the run stops.
            return Event(Stage.HALT, piece.job.key, seconds, str(error), failed=True)
        return Event(
            Stage.TRANSLATE,
            piece.job.key,
            seconds + time.monotonic() - started,
            segments=len(edition.units),
            words=edition.words,
            asked=len(prepared.drafts),
        )

    def _edition(self, piece: Piece, prepared: Prepared, translations: Sequence[Translation]) -> Edition:
        """Put together what stayed, what was remembered and what is new."""
        todo = piece.plan
        assert todo is not None
        fresh = {
            unit.draft.segment.key: unit for unit in units_of(prepared, translations, self.desk.settings)
        }
        found = {**todo.kept, **piece.recalled, **fresh}
        units = [
            with_people(found[key], todo.written[key]) if key in todo.written else found[key]
            for key in (segment.key for segment in todo.segments)
        ]
        if self.desk.settings.terms.first_mention == "full":
            approved = todo.fixed | piece.recalled.keys()
            units = [
                unit if unit.draft.segment.key in approved else introduced
                for unit, introduced in zip(units, introduce(units), strict=True)
            ]
        checked = check(score(units, self.desk.witnesses), self.desk.checks)
        decided = decide(checked, self.desk.settings.checks.review_budget)
        return reassemble(prepared.article, decided, self.desk.signature)

    def put_on_shelf(self, key: str) -> Event | None:
        """Write the files of an article's edition, as the store has it; None where there is none."""
        found = patiently(lambda: self.store.jobs.to_shelve(key))
        return shelve(self.store, self.shelf, *found) if found else None


def shelve(store: Store, shelf: Shelf, version: int, edition: Edition) -> Event:
    """Write an edition's files, and note that they are written."""
    started = time.monotonic()
    key = edition.article.key
    try:
        shelf.put(edition)
        patiently(lambda: store.jobs.shelved(key, version))
    except StorageError as error:
        return Event(Stage.SHELVE, key, time.monotonic() - started, str(error), failed=True)
    return Event(Stage.SHELVE, key, time.monotonic() - started)

"""The translation desk: articles and lines in, editions and lines out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import ModuleType
from typing import TypeVar

from pipeline.config import Settings
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Direction,
    Edition,
    Manuscript,
    Segment,
    Shelved,
    Signature,
    Translation,
)
from pipeline.ports import Engine, Shelf
from pipeline.service.keys import key_of
from pipeline.service.outcomes import Done, Failed, Reading
from pipeline.service.stream import overlapped, stream
from pipeline.stages import Prepared, finish, prepare, run, units_of
from pipeline.stages.reassemble import sign
from pipeline.stages.score import NOBODY, Witnesses
from pipeline.stages.segment import segment_article
from pipeline.stages.structure import structure
from pipeline.stages.translate import translate
from pipeline.text.matching import TermBase

LINES_AT_ONCE = 512
"""How many lines go to the engine together: enough to fill its batches, few enough to stream."""

Item = TypeVar("Item", bound=Reading)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Desk:
    """A translation desk with its engine, terms and checks in place."""

    settings: Settings
    direction: Direction
    engine: Engine
    terms: TermBase
    checks: tuple[ModuleType, ...]
    witnesses: Witnesses = NOBODY

    @property
    def signature(self) -> Signature:
        """How this desk makes its editions."""
        return sign(self.engine, self.terms, self.checks, self.settings, self.witnesses.evidence)

    def article(self, manuscript: Manuscript) -> Article:
        """Type the blocks of a manuscript, and name it by its text."""
        return structure(manuscript, key_of(manuscript, self.direction), self.direction)

    def edition(self, manuscript: Manuscript) -> Edition:
        """Translate one manuscript."""
        return run(
            self.article(manuscript),
            engine=self.engine,
            terms=self.terms,
            checks=self.checks,
            settings=self.settings,
            witnesses=self.witnesses,
        )

    def editions(
        self,
        readings: Iterable[Item],
        *,
        known: Callable[[Item, Manuscript], Result | None],
        finished: Callable[[Item, Edition, float], Result],
    ) -> Iterator[Result | Failed]:
        """Translate any number of articles, batches shared, results in order and as soon as they are there.

        `known` returns the result of an article that needs no translation, or None; `finished` makes
        the result of an edition, with the seconds it took. An article that can't be read, or for which
        any step fails, becomes a `Failed`, and the others go on.
        """
        signature = self.signature

        def prepared(reading: Item) -> Prepared | Result:
            if reading.manuscript is None:
                raise reading.error or ValueError("a reading has a manuscript or an error")
            found = known(reading, reading.manuscript)
            return self._prepare(self.article(reading.manuscript)) if found is None else found

        def finish_one(
            reading: Item, one: Prepared, translations: Sequence[Translation], seconds: float
        ) -> Result:
            started = time.monotonic()
            edition = finish(
                one,
                translations,
                checks=self.checks,
                settings=self.settings,
                signature=signature,
                witnesses=self.witnesses,
            )
            return finished(reading, edition, seconds + time.monotonic() - started)

        return stream(
            readings,
            prepare=prepared,
            translate=lambda articles: translate(articles, self.engine, self.settings.style),
            finish=finish_one,
        )

    def translate(self, readings: Iterable[Reading], shelf: Shelf) -> Iterator[Done | Failed]:
        """Put an edition of every reading on `shelf`; what lies there, made the same way, is left alone."""
        signature = self.signature

        def known(reading: Reading, manuscript: Manuscript) -> Done | None:
            found = shelf.find(key_of(manuscript, self.direction), signature)
            return Done(reading.origin, found, 0.0, fresh=False) if found else None

        def finished(reading: Reading, edition: Edition, seconds: float) -> Done:
            started = time.monotonic()
            shelved: Shelved = shelf.put(edition)
            return Done(reading.origin, shelved, seconds + time.monotonic() - started, fresh=True)

        return self.editions(readings, known=known, finished=finished)

    def translate_lines(self, lines: Iterable[str]) -> Iterator[str]:
        """Translate line by line: one segment in, one line out, in order, nothing segmented."""
        waiting = iter(lines)
        batches = iter(lambda: [self._line(line) for line in islice(waiting, LINES_AT_ONCE)], [])

        def work(batch: list[Prepared]) -> list[tuple[Prepared, list[Translation]]]:
            return list(
                zip(
                    batch,
                    translate([one.drafts for one in batch], self.engine, self.settings.style),
                    strict=True,
                )
            )

        for batch in overlapped(batches, work):
            for one, translations in batch:
                for unit in units_of(one, translations, self.settings):
                    yield " ".join(unit.target.split())

    def _line(self, line: str) -> Prepared:
        block = Block("b1", BlockKind.PARAGRAPH, line.strip())
        article = Article("line", self.direction, None, "line", (block,))
        return self._prepare(article, [Segment("b1s1", block, block.text)])

    def _prepare(self, article: Article, segments: Iterable[Segment] | None = None) -> Prepared:
        return prepare(
            article,
            segment_article(article) if segments is None else segments,
            engine=self.engine,
            terms=self.terms,
            settings=self.settings,
        )

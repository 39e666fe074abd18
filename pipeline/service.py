"""The use cases of the desk: translate articles, translate lines. Knows no file, no model, no screen."""

from __future__ import annotations

import hashlib
import logging
import re
import time
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from types import ModuleType
from typing import NamedTuple, Protocol

from pipeline.config import Settings
from pipeline.errors import DwibahasaError
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Direction,
    Edition,
    Hypothesis,
    Manuscript,
    Segment,
    Shelved,
    Unit,
)
from pipeline.ports import Engine, Shelf
from pipeline.stages import run, translate_segments
from pipeline.stages.check import check
from pipeline.stages.reassemble import sign
from pipeline.stages.structure import structure
from pipeline.stages.terms import annotate
from pipeline.text.matching import TermBase

LINES_AT_ONCE = 512
"""How many lines go to the engine together: enough to fill its batches, few enough to stream."""

_log = logging.getLogger(__name__)


class Reading(Protocol):
    """What intake hands over: a manuscript, or the reason why there is none."""

    @property
    def origin(self) -> str:
        """Where it was read from, as the user wrote it."""

    @property
    def manuscript(self) -> Manuscript | None:
        """The article's text."""

    @property
    def error(self) -> DwibahasaError | None:
        """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class Done:
    """An article whose edition is on the shelf; `fresh` is False if it lay there already."""

    origin: str
    shelved: Shelved
    seconds: float
    fresh: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be done, and why; the others went on."""

    origin: str
    reason: str


class Pair(NamedTuple):
    """A source and somebody's translation of it, in a block of some kind."""

    source: str
    target: str
    kind: str = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Checker:
    """What it takes to check translations that exist: no engine."""

    direction: Direction
    terms: TermBase
    checks: tuple[ModuleType, ...]

    def check_pair(self, pair: Pair) -> Unit:
        """Return the pair as a unit with its flags.

        Raises:
            ValueError: no such kind of block.
            TypeError: the source or the target is no text.
        """
        if not isinstance(pair.source, str) or not isinstance(pair.target, str):
            raise TypeError("source and target have to be texts")
        segment = Segment("b1s1", Block("b1", BlockKind(pair.kind), pair.source), pair.source)
        draft = annotate(segment, self.direction, self.terms, frozenset(), code_switch=False)
        (unit,) = check([Unit(draft, Hypothesis(pair.target), pair.target)], self.checks)
        return unit


@dataclass(frozen=True, slots=True)
class Desk:
    """A translation desk with its engine, terms and checks in place."""

    settings: Settings
    direction: Direction
    engine: Engine
    terms: TermBase
    checks: tuple[ModuleType, ...]

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
        )

    def translate(self, readings: Iterable[Reading], shelf: Shelf) -> Iterator[Done | Failed]:
        """Put an edition of every reading on `shelf`; what lies there, made the same way, is left alone.

        An article that fails is told, with its reason, and the next one goes on.
        """
        for reading in readings:
            if reading.manuscript is None:
                yield Failed(reading.origin, str(reading.error))
                continue
            try:
                yield self._translate(reading.origin, reading.manuscript, shelf)
            except DwibahasaError as error:
                yield Failed(reading.origin, str(error))
            except Exception as error:  # noqa: BLE001 - one poison article must not cost the night's others
                _log.debug("%s", reading.origin, exc_info=True)
                problem = f"{type(error).__name__}: {error}"
                yield Failed(reading.origin, f"a fault of Dwibahasa, please report it: {problem}")

    def _translate(self, origin: str, manuscript: Manuscript, shelf: Shelf) -> Done:
        started = time.monotonic()
        signature = sign(self.engine, self.terms, self.checks, self.settings)
        found = shelf.find(key_of(manuscript, self.direction), signature)
        shelved = found or shelf.put(self.edition(manuscript))
        return Done(origin, shelved, time.monotonic() - started, fresh=found is None)

    def translate_lines(self, lines: Iterable[str]) -> Iterator[str]:
        """Translate line by line: one segment in, one line out, in order, nothing segmented."""
        waiting = iter(lines)
        while batch := list(islice(waiting, LINES_AT_ONCE)):
            placed = [self._alone(line.strip()) for line in batch]
            units = translate_segments(placed, engine=self.engine, terms=self.terms, settings=self.settings)
            yield from (" ".join(unit.target.split()) for unit in units)

    def _alone(self, line: str) -> tuple[Segment, Article]:
        block = Block("b1", BlockKind.PARAGRAPH, line)
        return Segment("b1s1", block, line), Article("line", self.direction, None, "line", (block,))


def key_of(manuscript: Manuscript, direction: Direction) -> str:
    """Return the name of an article's files: readable, and different for every text and direction.

    Two sites may both send an `index.html`, and a corrected article arrives under its old name:
    neither may overwrite the other's edition. So eight digits of a digest follow the file's name.
    """
    digest = hashlib.sha256(str(direction).encode())
    for paragraph in manuscript.paragraphs:
        digest.update(b"\0" + paragraph.text.encode(errors="surrogatepass"))
    stem = re.split(r"[\\/]", manuscript.origin)[-1].rsplit(".", 1)[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{slug or 'article'}-{digest.hexdigest()[:8]}"

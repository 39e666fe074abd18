"""The labelled pairs of `data/quality`, and the corpus, in two halves: one to tune on, one to measure by."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ArticleError, ConfigError
from pipeline.model import BlockKind, Direction

HALVES = ("development", "test")

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
"""`{right|wrong}`: the left of the bar is the right translation, the right of it the error."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair with its label: `type` is the error, or what is free in a right translation's wording.

    `severity` is empty for a right pair.
    """

    direction: Direction
    kind: BlockKind
    source: str
    target: str
    type: str
    severity: str = ""

    @property
    def wrong(self) -> bool:
        """Whether the translation has an error."""
        return bool(self.severity)

    def turned(self) -> Sample:
        """Return the pair with its target as the source: what is right stays right."""
        direction = Direction(self.direction.target, self.direction.source)
        return replace(self, direction=direction, source=self.target, target=self.source)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One half of the labelled pairs: errors, their right twins, and right pairs in free wording."""

    wrong: tuple[Sample, ...]
    twins: tuple[Sample, ...]
    free: tuple[Sample, ...]

    @property
    def right(self) -> tuple[Sample, ...]:
        """All right pairs."""
        return self.twins + self.free


def half_of(source: str) -> str:
    """Return the half that a pair belongs to, by a hash of its source."""
    return HALVES[hashlib.sha256(source.encode()).digest()[0] % 2]


def labelled(folder: Path, half: str) -> Labelled:
    """Read one half of the labelled pairs.

    Raises:
        ConfigError: the folder is not here.
        ArticleError: a line that is not as the folder's README says.
    """
    if not folder.is_dir():
        raise ConfigError(f"{folder} is not here; measuring needs a checkout")
    wrong, twins = [], []
    for type_, severity, direction, kind, source, target in _rows(folder / "errors.tsv", half):
        if len(_CHOICE.findall(target)) != 1:
            raise ArticleError(f"{folder / 'errors.tsv'}: not exactly one {{right|wrong}} in {target!r}")
        right, bad = (_CHOICE.sub(rf"\{side}", target).strip() for side in (1, 2))
        twin = Sample(Direction(*direction.split("-")), BlockKind(kind), source, right, type_)
        twins.append(twin)
        wrong.append(replace(twin, target=bad, severity=severity))
    free = [
        Sample(Direction(*direction.split("-")), BlockKind(kind), source, target, wording)
        for wording, direction, kind, source, target in _rows(folder / "right.tsv", half)
    ]
    return Labelled(tuple(wrong), tuple(twins), tuple(free))


def _rows(path: Path, half: str) -> Iterator[list[str]]:
    header, *lines = path.read_text("utf-8").splitlines()
    names = header.split("\t")
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        if len(cells) != len(names):
            raise ArticleError(f"{path}:{number}: {len(cells)} columns, not {len(names)}")
        if half_of(cells[names.index("source")]) == half:
            yield cells


def corpus(folder: Path, half: str) -> list[Sample]:
    """Read one half of the corpus, all right pairs; the table of translations was learned from the other half.

    It is `test` that the table never saw.
    """
    direction = Direction("id", "en")
    rows = (
        line.split("\t")
        for path in sorted(folder.glob("*.tsv"))
        for line in path.read_text("utf-8").splitlines()
    )
    return [
        Sample(direction, BlockKind.PARAGRAPH, source, target, "corpus")
        for source, target, *_ in rows
        if half_of(source) == half
    ]

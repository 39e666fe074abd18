"""Check translations that exist, whoever made them: no engine is asked."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from pipeline.model import Block, BlockKind, Direction, Hypothesis, Segment, Unit
from pipeline.stages.check import check
from pipeline.stages.terms import annotate
from pipeline.text.matching import TermBase


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

"""Check translations that exist, whoever made them: no engine has to have made them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from pipeline.model import Block, BlockKind, Direction, Draft, Hypothesis, Segment, Unit
from pipeline.stages.check import check
from pipeline.stages.review import decide
from pipeline.stages.score import NOBODY, Witnesses, score
from pipeline.stages.terms import annotate
from pipeline.text.matching import TermBase
from pipeline.text.readings import words_around


class Pair(NamedTuple):
    """A source and somebody's translation of it, in a block of some kind."""

    source: str
    target: str
    kind: str = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Checker:
    """What it takes to check translations that exist.

    `budget` is the share of them, in percent, that a person reads, the riskiest; 0: all that are risky. What
    has a critical flag is always read.
    """

    direction: Direction
    terms: TermBase
    checks: tuple[ModuleType, ...]
    witnesses: Witnesses = NOBODY
    budget: int = 0

    def check_pair(self, pair: Pair) -> Unit:
        """Return one pair as a unit with its flags; for many, `check_pairs` asks the models once.

        Raises:
            ValueError: no such kind of block.
        """
        (unit,) = self.check_pairs([pair])
        return unit

    def check_pairs(self, pairs: Sequence[Pair], *, together: bool = False) -> tuple[Unit, ...]:
        """Return the pairs as units with their flags, in order.

        `together` says that they are one article: then a name has to be the same throughout.

        Raises:
            ValueError: no such kind of block.
        """
        around = words_around(pair.source for pair in pairs) if together else None
        drafts = [self._draft(pair, number, around) for number, pair in enumerate(pairs, 1)]
        units = [
            Unit(draft, Hypothesis(pair.target), pair.target)
            for draft, pair in zip(drafts, pairs, strict=True)
        ]
        scored = score(units, self.witnesses)
        return decide(check(scored, self.checks, together=together), self.budget)

    def _draft(self, pair: Pair, number: int, around: frozenset[str] | None) -> Draft:
        """Annotate a source; `around` are the words of the text it stands in, its own if it stands alone."""
        around = words_around([pair.source]) if around is None else around
        key = f"b{number}"
        segment = Segment(f"{key}s1", Block(key, BlockKind(pair.kind), pair.source), pair.source)
        return annotate(segment, self.direction, self.terms, around, code_switch=False)

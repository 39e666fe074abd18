"""What an engine gets and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.model.article import CARRIED, Direction, Segment
from pipeline.model.spans import Span
from pipeline.model.terms import TermMatch


@dataclass(frozen=True, slots=True)
class Draft:
    """A segment made ready for an engine.

    `text` is what the engine gets (terms already in the target language where the model obeys
    that); `matches` are spans in `segment.text`; `names` are those that no term base has, which have to
    reach the target letter for letter.
    """

    segment: Segment
    direction: Direction
    text: str
    matches: tuple[TermMatch, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def forms(self) -> frozenset[str]:
        """Every target form that the term base knows for the draft's terms."""
        return frozenset(
            form for match in self.matches for form in (match.target, match.term.target, *match.term.accepts)
        )

    @property
    def carried(self) -> bool:
        """Whether the segment is carried over by rule and no engine sees it."""
        return self.segment.block.kind in CARRIED


class Link(NamedTuple):
    """An alignment between a stretch of the text sent and a stretch of the hypothesis."""

    source: Span
    target: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that an engine proposes.

    `score` is the mean natural-log probability a token, or None where no model ran; of one whose opening was given, no
    less than that, for the opening counts as certain.
    `token_scores` are the same token by token, where the engine gives them. An engine may align its first alone.
    """

    text: str
    score: float | None = None
    token_scores: tuple[float, ...] = ()
    alignment: Sequence[Link] = ()

    def without_links(self) -> Hypothesis:
        """Return the same without its alignment: of ten thousand sentences the links would be most of the memory."""
        return self if self.alignment == () else replace(self, alignment=())


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine made of one text: hypotheses, best first, never empty.

    `fault` says why the engine could not translate it; the only hypothesis is then the text itself.
    `notes` say what was done to the text on the way (split, true-cased), for the record.
    """

    hypotheses: tuple[Hypothesis, ...]
    fault: str = ""
    notes: tuple[str, ...] = ()

    @property
    def best(self) -> Hypothesis:
        """The engine's first choice."""
        return self.hypotheses[0]

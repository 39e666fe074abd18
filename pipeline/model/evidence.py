"""What models say of a translation that exists, whoever made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model.spans import Span


class ScoredWord(NamedTuple):
    """A word of a target: the natural-log probability of its pieces together, and how many they are."""

    span: Span
    score: float
    pieces: int


class AttendedWord(NamedTuple):
    """A word of a source, and the most attention that any piece of the target gives to it, from 0 to 1."""

    span: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Scoring:
    """How likely a model finds a target, given its source.

    `end` is the log-probability that the target ends where it does: a text that was cut off has a low one.
    """

    words: tuple[ScoredWord, ...]
    end: float
    attended: tuple[AttendedWord, ...]

    @property
    def mean(self) -> float:
        """The mean log-probability a piece, the end counted."""
        pieces = sum(word.pieces for word in self.words) + 1
        return (sum(word.score for word in self.words) + self.end) / pieces


class Signal(NamedTuple):
    """One thing that models say of a unit, comparable across models.

    `value` is in standard deviations above what right translations show with that model: 0 is
    usual, 3 is odd.
    """

    name: str
    value: float
    source: Span | None = None
    target: Span | None = None

"""A pair of sentences on its way to the model, and what an augmentation may draw from."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model import Direction
from pipeline.training.prior.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Example:
    """A source, its translation, and which phrases translate each other, as long as both texts stand."""

    source: str
    target: str
    phrases: tuple[Phrase, ...] = ()

    def changed(self, source: str, target: str) -> Example:
        """Return other texts; the places of the phrases are no longer theirs."""
        return self if (source, target) == (self.source, self.target) else Example(source, target)


@dataclass(frozen=True, slots=True)
class Draw:
    """Chance, the same at every run of a recipe; `another` gives any other example."""

    direction: Direction
    chance: random.Random
    another: Callable[[], Example]

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does in this share of the cases."""
        return self.chance.random() < share

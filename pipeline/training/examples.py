"""Pairs as they are learnt: changed as the recipe says, cut into pieces, set into a batch.

A batch is a pure function of the recipe's seed, the epoch and its number: whoever makes it, and
whenever, makes the same. That is what lets a killed training go on as if nothing had been.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from torch.utils.data import Dataset

from pipeline import registry
from pipeline.model import Direction, Span
from pipeline.training.corpus.store import Pairs
from pipeline.training.example import Draw, Example
from pipeline.training.loss import Batch
from pipeline.training.preparation import Prepared
from pipeline.training.prior.phrases import Phrase, PhraseTable
from pipeline.training.recipe import AUGMENTATIONS, Recipe
from pipeline.training.vocabulary import Vocabulary

_STEP = 8
"""Lengths are filled up to multiples of this: a CPU's kernels are compiled for each shape anew."""

_GROWN = 1.5
"""How much longer an augmentation may make a pair; capitals alone have three times the pieces."""

Item = tuple[int, ...]
"""The numbers of the pairs that are read as one: mostly one, sometimes two."""


class Batches(Dataset[Batch]):
    """The batches of one epoch by their number."""

    def __init__(
        self, recipe: Recipe, prepared: Prepared, epoch: int, plan: Sequence[Sequence[Item]]
    ) -> None:
        self._pairs: Pairs = prepared.pairs
        self._phrases: PhraseTable | None = prepared.phrases
        self._vocabulary: Vocabulary = prepared.vocabulary
        self._direction: Direction = recipe.direction
        self._split, self._longest = recipe.batches.split, recipe.batches.max_pieces
        self._augment = [
            (registry.load(AUGMENTATIONS, name).augment, share) for name, share in recipe.augment.items()
        ]
        self._seed, self._epoch, self._plan = recipe.seed, epoch, plan

    def __len__(self) -> int:
        return len(self._plan)

    def __getitem__(self, number: int) -> Batch:
        chance = random.Random(f"{self._seed} {self._epoch} {number}")  # noqa: S311 - to repeat, not to guard
        encoded = [self._encoded(item, chance) for item in self._plan[number]]
        pad = self._vocabulary.pad
        return Batch(*(filled([one[side] for one in encoded], pad) for side in (0, 1)))

    def _encoded(self, item: Item, chance: random.Random) -> tuple[list[int], list[int]]:
        plain = self._example(item)
        changed = plain
        draw = Draw(self._direction, chance, lambda: self._example((chance.randrange(len(self._pairs)),)))
        for augment, share in self._augment:
            if chance.random() < share:
                changed = augment(changed, draw)
        source, target = self._pieces(changed, chance)
        if max(len(source), len(target)) > _GROWN * self._longest:
            source, target = self._pieces(plain, chance)
        end = self._vocabulary.end
        return [*source, end], [*target, end]

    def _pieces(self, example: Example, chance: random.Random) -> tuple[list[int], list[int]]:
        source = self._vocabulary.read(example.source)
        if chance.random() < self._split:
            source = self._vocabulary.cut(source, chance)
        return source, self._vocabulary.write(example.target)

    def _example(self, item: Item) -> Example:
        joined = Example("", "")
        for number in item:
            source, target = self._pairs[number]
            found = self._phrases[number] if self._phrases is not None else ()
            joined = _join(joined, Example(source, target, found))
        return joined


def _join(first: Example, second: Example) -> Example:
    """Set two pairs one behind the other, as where a sentence's end was not seen."""
    if not first.source:
        return second
    source, target = len(first.source) + 1, len(first.target) + 1
    moved = tuple(
        Phrase(
            Span(one.source.start + source, one.source.end + source),
            Span(one.target.start + target, one.target.end + target),
        )
        for one in second.phrases
    )
    return Example(
        f"{first.source} {second.source}", f"{first.target} {second.target}", first.phrases + moved
    )


def filled(rows: list[list[int]], pad: int) -> torch.Tensor:
    """Return rows of piece numbers as one tensor, the shorter ones filled up with `pad`."""
    length = -(-max(map(len, rows)) // _STEP) * _STEP
    return torch.tensor([row + [pad] * (length - len(row)) for row in rows])

"""How a network does on a test set while it learns: loss, and chrF of quick translations."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import torch

from pipeline.training.corpus.held_out import held_out_pairs
from pipeline.training.corpus.reading import read_pairs
from pipeline.training.examples import filled
from pipeline.training.loss import Batch, losses
from pipeline.training.machine import Machine
from pipeline.training.recipe import Recipe, expand
from pipeline.training.vocabulary import Vocabulary

_TOGETHER = 32
_LONGEST = 128


class Watched(NamedTuple):
    """Loss over the set, and chrF of some of it; None where nothing is to be watched or sacreBLEU is missing."""

    loss: float | None
    chrf: float | None


def _pairs(recipe: Recipe) -> list[tuple[str, str]]:
    """Read the pairs that a recipe watches, Indonesian first."""
    if not recipe.development.path:
        parts = (expand(corpus.path) for corpus in recipe.corpora if corpus.held_out)
        held_out = list(held_out_pairs(path for files in parts for path in files))
        # The files go by theme: the first pairs alone would be of one.
        random.Random(recipe.seed).shuffle(held_out)  # noqa: S311 - to repeat, not to guard
        return held_out
    lines = (line for path in expand(recipe.development.path) for line in read_pairs(path))
    return [(line.indonesian, line.english) for line in lines if line.indonesian and line.english]


class DevelopmentSet:
    """The test set that a recipe watches."""

    def __init__(self, recipe: Recipe, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._translated = recipe.development.translated
        wanted = max(recipe.development.pairs, recipe.development.translated)
        pairs = _pairs(recipe)[:wanted] if wanted else []
        self._pairs = pairs if recipe.source == "id" else [(english, other) for other, english in pairs]
        self._measured = self._pairs[: recipe.development.pairs]

    def watch(self, model: Any, machine: Machine) -> Watched:
        """Measure the network as it is; it is left in the mode it was in, and draws nothing by chance."""
        was_training = model.training
        model.eval()
        try:
            with torch.no_grad(), torch.autocast(machine.device.type, torch.bfloat16, enabled=machine.half):
                loss = self._loss(model, machine) if self._measured else None
                chrf = self._chrf(model, machine) if self._translated and self._pairs else None
        finally:
            model.train(was_training)
        return Watched(loss, chrf)

    def _loss(self, model: Any, machine: Machine) -> float:
        total, count = 0.0, 0
        for start in range(0, len(self._measured), _TOGETHER):
            batch = self._batch(self._measured[start : start + _TOGETHER], machine)
            pieces = int((batch.target != self._vocabulary.pad).sum())
            total += float(losses(model, batch, self._vocabulary.pad, 0.0, None).cross_entropy) * pieces
            count += pieces
        return total / count

    def _batch(self, pairs: Sequence[tuple[str, str]], machine: Machine) -> Batch:
        end, pad = self._vocabulary.end, self._vocabulary.pad
        source = filled([[*self._vocabulary.read(one)[:_LONGEST], end] for one, _ in pairs], pad)
        target = filled([[*self._vocabulary.write(one)[:_LONGEST], end] for _, one in pairs], pad)
        return Batch(source.to(machine.device), target.to(machine.device))

    def _chrf(self, model: Any, machine: Machine) -> float | None:
        try:
            from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - an extra, for measuring only
        except ImportError:
            return None
        pairs = self._pairs[: self._translated]
        said: list[str] = []
        for start in range(0, len(pairs), _TOGETHER):
            source = self._batch(pairs[start : start + _TOGETHER], machine).source
            made = model.generate(
                input_ids=source,
                attention_mask=(source != self._vocabulary.pad).long(),
                num_beams=1,
                do_sample=False,
                max_new_tokens=_LONGEST,
                bad_words_ids=[[self._vocabulary.pad]],
            )
            said += [self._vocabulary.decode(row) for row in made.tolist()]
        return float(CHRF().corpus_score(said, [[target for _, target in pairs]]).score)

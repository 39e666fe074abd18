"""What the risk model learns from: labelled pairs, right pairs, and errors planted in right pairs."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from pipeline.evaluation.calibration import Example
from pipeline.evaluation.planting import SEVERITIES, Pair, planted
from pipeline.evaluation.quality import Labelled, Sample
from pipeline.evaluation.risks import CheckSamples
from pipeline.model import BlockKind, Direction

_RIGHT = 3000
"""Right pairs of the corpus: enough for a check that is wrong once in a thousand."""

_EACH, _EACH_LABELLED = 60, 12
"""Errors of a type that are planted in the corpus, and in the labelled right pairs, which are few."""

_LABELLED = 3.0
"""A labelled pair counts as much as so many others: a person wrote it for this."""

ID_EN = Direction("id", "en")


def from_corpus(pairs: Sequence[Sample], check: CheckSamples) -> list[Example]:
    """Return right pairs of the corpus in both directions, and errors planted in it."""
    right = Random(1).sample(pairs, min(_RIGHT, len(pairs)))  # noqa: S311 - the same pairs every time
    return _examples([*right, *(one.turned() for one in right[::3]), *_planted(pairs, _EACH)], check)


def from_labelled(found: Labelled, check: CheckSamples) -> list[Example]:
    """Return the labelled pairs, and errors planted in the right ones."""
    weighed = _examples([*found.wrong, *found.right], check, _LABELLED)
    pool = [one for one in found.right if one.direction == ID_EN]
    return weighed + _examples(_planted(pool, _EACH_LABELLED), check)


def _planted(pairs: Sequence[Sample], each: int) -> list[Sample]:
    """Plant errors in the English side; every third wrong pair is turned round."""
    pool = [Pair(one.source, one.target) for one in pairs]
    wrong = [
        Sample(ID_EN, BlockKind.PARAGRAPH, pair.source, pair.target, name, SEVERITIES[name])
        for name, pair in planted(pool, each)
    ]
    return [one.turned() if place % 3 == 0 and one.target else one for place, one in enumerate(wrong)]


def _examples(samples: Sequence[Sample], check: CheckSamples, weight: float = 1.0) -> list[Example]:
    return [Example(unit, sample.wrong, weight) for sample, unit in zip(samples, check(samples), strict=True)]

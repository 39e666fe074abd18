"""How the checks rank the output of other machines, with sentence chrF against a reference as a weak label.

A low chrF is no error by itself, but where checks are worth their time the sentences that they call
risky are on average further from the reference.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from pipeline.evaluation.quality import Sample
from pipeline.model import BlockKind, Direction, Unit

_WORST = 0.1
"""The share of a machine's sentences, by chrF, that is taken to be wrong."""

_BUDGET = 0.2


@dataclass(frozen=True, slots=True)
class Peer:
    """One machine: how many of its sentences are for review, their chrF and the others', and what ranking finds."""

    name: str
    sentences: int
    review: float
    flagged_chrf: float
    other_chrf: float
    worst_in_budget: float


def peers(folder: Path, check: Callable[[Sequence[Sample]], Sequence[Unit]]) -> list[Peer]:
    """Measure every machine's output in `folder`, an evaluation folder with `flores_dev.tsv`."""
    import sacrebleu  # noqa: PLC0415 - an extra: only `evaluate` needs it

    pairs = [line.split("\t")[:2] for line in (folder / "flores_dev.tsv").read_text("utf-8").splitlines()]
    found = []
    for path in sorted((folder / "peers_flores_dev").glob("*.en.xz")):
        targets = lzma.decompress(path.read_bytes()).decode().splitlines()
        samples = [
            Sample(Direction("id", "en"), BlockKind.PARAGRAPH, source, target, path.name)
            for (source, _), target in zip(pairs, targets, strict=True)
        ]
        chrf = [
            sacrebleu.sentence_chrf(sample.target, [reference]).score
            for sample, (_, reference) in zip(samples, pairs, strict=True)
        ]
        found.append(_peer(path.name.split(".")[0], check(samples), chrf))
    return found


def _peer(name: str, units: Sequence[Unit], chrf: Sequence[float]) -> Peer:
    flagged = [score for unit, score in zip(units, chrf, strict=True) if unit.review]
    others = [score for unit, score in zip(units, chrf, strict=True) if not unit.review]
    places = range(len(units))
    worst = set(sorted(places, key=chrf.__getitem__)[: round(_WORST * len(units))])
    riskiest = sorted(places, key=lambda place: -units[place].risk)[: round(_BUDGET * len(units))]
    return Peer(
        name,
        len(units),
        len(flagged) / len(units),
        fmean(flagged) if flagged else 0.0,
        fmean(others) if others else 0.0,
        len(worst.intersection(riskiest)) / len(worst),
    )

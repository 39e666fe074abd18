"""Everything that is said of a model's quality, in one go: scores, what it copies, how it stands beside others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.text.matching import TermBase
from pipeline.training.compare import Compared, compare
from pipeline.training.copying import Copied, measure_copying
from pipeline.training.evaluate import Pair, Score, evaluate
from pipeline.training.obedience import measure_obedience
from pipeline.training.test_sets import TestSet

_PROBED = 300
"""Sentences into which things are written to see whether they are copied: enough for half a percent."""


_LOOKED_AT = 1000
"""Sentences in which terms are looked for; one in two or three has one."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured of a model; `beside` has for a test set the model and the others, best last."""

    direction: Direction
    model: str
    digest: str
    engine: str
    decoding: Mapping[str, object]
    scores: tuple[Score, ...]
    abilities: tuple[Copied, ...]
    beside: Mapping[str, Sequence[Compared]]

    def as_data(self) -> dict[str, Any]:
        """Return it as what JSON can hold."""
        found = asdict(self) | {"direction": str(self.direction), "decoding": dict(self.decoding)}
        found["abilities"] = [asdict(one) | {"share": one.share} for one in self.abilities]
        found["beside"] = {name: [row._asdict() for row in rows] for name, rows in self.beside.items()}
        return found


def measure(
    sets: Sequence[TestSet],
    engine: Engine,
    terms: TermBase,
    others: Mapping[str, Engine],
    say: Callable[[str], None],
) -> Measurement:
    """Translate the sets, of one direction, with `engine` and the `others` it is compared with, and score.

    Raises:
        ConfigError: sacreBLEU is not installed.
    """
    direction = sets[0].direction
    scores: list[Score] = []
    beside: dict[str, list[Compared]] = {}
    for one in sets:
        say(f"{one.name}: translating {len(one.pairs):,} sentences")
        score = evaluate(one.name, one.pairs, engine, direction)
        scores.append(score)
        rivals = dict(one.peers) | {name: _said(one.pairs, other) for name, other in others.items()}
        if rivals:
            say(f"{one.name}: comparing with {', '.join(rivals)}")
            references = [pair.reference for pair in one.pairs]
            beside[one.name] = compare("this model", score.said, rivals, references)
    say("terms, unknown names, addresses and figures")
    pairs = [pair for one in sets for pair in one.pairs]
    probed = pairs[:: max(1, len(pairs) // _PROBED)]
    looked_at = pairs[:: max(1, len(pairs) // _LOOKED_AT)]
    abilities = [measure_obedience(looked_at, engine, direction, terms)]
    abilities += measure_copying(probed, engine, direction)
    return Measurement(
        direction,
        engine.model,
        engine.digest,
        engine.name,
        engine.decoding,
        tuple(scores),
        tuple(abilities),
        beside,
    )


def _said(pairs: Sequence[Pair], engine: Engine) -> list[str]:
    return [translation.best.text for translation in engine.translate([one.source for one in pairs])]

"""How many planted errors the checks find, and how many right pairs they send to a reviewer.

    python tests/checks/measure.py development|test

The halves are told apart by a hash of the source, so that no rule is tuned on what it is measured by:
the table of translations, too, was learned without the test half.
"""

# ruff: noqa: T201 - it prints a report

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from types import ModuleType
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import ID_EN, segment
from checks.planting import ALL, CRITICAL, MINOR, Pair

from pipeline import bootstrap, registry
from pipeline.config import load_settings
from pipeline.model import Hypothesis, Unit
from pipeline.stages.check import check
from pipeline.stages.review import needs_review, risk
from pipeline.stages.terms import annotate
from pipeline.text.matching import TermBase
from pipeline.text.readings import words_around

T = TypeVar("T")
CORPUS = Path(__file__).parents[2] / "data" / "corpus"
BUDGET = 0.2
"""The share of a realistic mix, one sentence in ten wrong, that a short-handed desk reads."""


@dataclass(frozen=True)
class Result:
    right: int
    alarms: int
    planted: dict[str, int]
    found: dict[str, int]
    in_budget: float

    @property
    def false_alarms(self) -> float:
        return self.alarms / self.right

    def recall(self, types: Sequence[str]) -> float:
        """The mean over the types of error, so that a frequent one does not hide a rare one."""
        rates = [self.found[name] / self.planted[name] for name in types if self.planted[name]]
        return sum(rates) / len(rates)


def pairs(half: str) -> list[Pair]:
    odd = half == "test"
    found = []
    for path in sorted(CORPUS.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            pair = Pair(*line.split("\t")[:2])
            if hashlib.sha256(pair.source.encode()).digest()[0] % 2 == odd:
                found.append(pair)
    return found


def planted(pool: Sequence[Pair], each: int) -> Iterator[tuple[str, Pair]]:
    for name, plant in ALL.items():
        random = Random(name)  # noqa: S311 - the same errors every time
        made = 0
        for pair in random.sample(pool, len(pool)):
            target = plant(pair, random, pool)
            if target is not None and target != pair.target:
                yield name, Pair(pair.source, target)
                made += 1
            if made == each:
                break


@cache
def terms() -> TermBase:
    return bootstrap.build_terms(load_settings(), ID_EN)


def checked(found: Sequence[Pair]) -> tuple[Unit, ...]:
    modules = [registry.load("pipeline.checks", name) for name in registry.names("pipeline.checks")]
    return check([_unit(pair) for pair in found], [module for module in modules if _sees_one(module)])


def _sees_one(module: ModuleType) -> bool:
    """The pairs are no article: what sees a whole one has nothing to say."""
    return hasattr(module, "check")


def _unit(pair: Pair) -> Unit:
    around = words_around([pair.source])
    draft = annotate(segment(pair.source), ID_EN, terms(), around, code_switch=False)
    return Unit(draft, Hypothesis(pair.target), pair.target)


def measure(half: str, each: int = 40, most: int | None = None) -> Result:
    pool = pairs(half)
    right = checked(_some(pool, most or len(pool)))
    wrong = list(planted(pool, each))
    units = checked([pair for _, pair in wrong])
    number, hits = dict.fromkeys(ALL, 0), dict.fromkeys(ALL, 0)
    for (name, _), unit in zip(wrong, units, strict=True):
        number[name] += 1
        hits[name] += bool(unit.flags) if name in MINOR else needs_review(unit)
    return Result(len(right), sum(map(needs_review, right)), number, hits, _in_budget(right, units))


def _in_budget(right: Sequence[Unit], wrong: Sequence[Unit]) -> float:
    some = _some(wrong, len(right) // 9)
    mix = [(risk(unit), False) for unit in right] + [(risk(unit), True) for unit in some]
    mix.sort(key=lambda one: -one[0])
    return sum(bad for _, bad in mix[: int(BUDGET * len(mix))]) / len(some)


def _some(found: Sequence[T], most: int) -> list[T]:
    return Random(most).sample(list(found), min(most, len(found)))  # noqa: S311


def main() -> None:
    half = sys.argv[1] if len(sys.argv) > 1 else "development"
    result = measure(half)
    for name in sorted(ALL, key=lambda one: result.found[one] / max(result.planted[one], 1)):
        if result.planted[name]:
            grade = "critical" if name in CRITICAL else ""
            print(
                f"{result.found[name] / result.planted[name]:6.0%} of {result.planted[name]:3}  {name}  {grade}"
            )
    print(f"{half}: {len(ALL)} types of error, {result.right} right pairs")
    print(f"critical errors sent to review   {result.recall(list(CRITICAL)):.1%}")
    print(f"all errors sent to review        {result.recall(list(ALL)):.1%}")
    print(f"right pairs sent to review       {result.false_alarms:.1%}")
    print(f"errors in the riskiest {BUDGET:.0%}       {result.in_budget:.1%}")


if __name__ == "__main__":
    main()

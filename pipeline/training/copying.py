"""How well a model copies what it can't know: names, addresses and figures that no corpus has.

Real sentences get invented ones, by the same augmentations that teach it but from another throw of
the dice; all of them have to come out letter by letter, figures in the notation of the language.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import registry
from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.training.evaluate import Pair
from pipeline.training.example import Draw, Example
from pipeline.training.recipe import AUGMENTATIONS

SHOWN = 10
"""How many of what was lost are kept to be looked at."""

_KINDS = ("names", "addresses", "figures")
_MARKS = "“”‘’\"'.,;:!?()[]$€£%"


@dataclass(frozen=True, slots=True)
class Copied:
    """How many things of a kind were written into sources, and how many came out in the translation.

    `lost` are the first few that did not: source as sent, thing, translation.
    """

    kind: str
    given: int
    kept: int
    lost: tuple[tuple[str, str, str], ...]

    @property
    def share(self) -> float | None:
        """The share that came out, or None where there was nothing to copy."""
        return self.kept / self.given if self.given else None


def measure_copying(pairs: Sequence[Pair], engine: Engine, direction: Direction) -> list[Copied]:
    """Put invented names, addresses and figures into the sources of `pairs`, translate, and look for them."""
    return [_measure(kind, pairs, engine, direction) for kind in _KINDS]


def _measure(kind: str, pairs: Sequence[Pair], engine: Engine, direction: Direction) -> Copied:
    augment = registry.load(AUGMENTATIONS, kind).augment
    wanted: list[tuple[str, list[str]]] = []
    for number, one in enumerate(pairs):
        chance = random.Random(f"{kind} {number}")  # noqa: S311 - to repeat, not to guard
        # Nothing is borrowed from another sentence: that could be known.
        draw = Draw(direction, chance, lambda: Example("", ""))
        changed = augment(Example(one.source, one.reference), draw)
        if new := _new_words(one.reference, changed.target):
            wanted.append((changed.source, new))
    said = [translation.best.text for translation in engine.translate([source for source, _ in wanted])]
    lost = [
        (source, word, text)
        for (source, new), text in zip(wanted, said, strict=True)
        for word in new
        if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    ]
    given = sum(len(new) for _, new in wanted)
    return Copied(f"unknown {kind}", given, given - len(lost), tuple(lost[:SHOWN]))


def _new_words(before: str, after: str) -> list[str]:
    old = set(_words(before))
    return [word for word in _words(after) if any(map(str.isalnum, word)) and word not in old]


def _words(text: str) -> list[str]:
    return [re.sub(r"['’]s$", "", word.strip(_MARKS)) for word in text.split()]

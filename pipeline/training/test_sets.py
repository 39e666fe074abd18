"""What a model is measured on: the test sets of a folder, with other systems' translations, and the desk's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model import Direction
from pipeline.training.compare import read_outputs
from pipeline.training.corpus.held_out import held_out_pairs
from pipeline.training.evaluate import Pair, read_pairs

_PEERS = "peers_"


@dataclass(frozen=True, slots=True)
class TestSet:
    """Pairs to be measured on; `peers` are other systems' translations of the sources, by the system's name."""

    name: str
    direction: Direction
    pairs: Sequence[Pair]
    peers: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def first(self, count: int | None) -> TestSet:
        """Return the set's first so many pairs."""
        if count is None:
            return self
        peers = {name: lines[:count] for name, lines in self.peers.items()}
        return TestSet(self.name, self.direction, self.pairs[:count], peers)


def read_test_set(path: Path, direction: Direction) -> TestSet:
    """Read a file of pairs, and what lies in the folder `peers_NAME` beside it.

    Raises:
        ConfigError: the file can't be read, or a translation has another number of lines.
    """
    pairs = read_pairs(path, direction)
    peers = path.parent / f"{_PEERS}{path.stem}"
    has_any = any(peers.glob(f"*.{direction.target}*"))
    outputs = read_outputs(peers, direction.target, len(pairs)) if has_any else {}
    return TestSet(path.stem, direction, pairs, outputs)


def held_out_set(corpus: Iterable[Path], direction: Direction) -> TestSet:
    """Return the pairs of the desk's own files that no model learns."""
    pairs = list(held_out_pairs(corpus))
    own = pairs if direction.source == "id" else [(english, indonesian) for indonesian, english in pairs]
    return TestSet("held-out", direction, [Pair(*pair) for pair in own])

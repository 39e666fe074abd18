"""Precision and recall of block kinds and of sentence ends, against pages that a person has read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.evaluation.golden import GoldenPage, TypedBlock
from pipeline.model import CARRIED, BlockKind


@dataclass(slots=True)
class Rate:
    """How many were right, how many were found, how many there are."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[int] | set[_Placed], wanted: set[int] | set[_Placed]) -> None:
        """Count what one page has."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Of what there is, how much was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


class _Placed(NamedTuple):
    """A block by its kind and by the letters of the page that it covers."""

    kind: str
    start: int
    end: int


@dataclass(slots=True)
class Segmentation:
    """What was measured: sentence ends of prose, all segments, blocks, and the pages that came out otherwise.

    `lost` and `leaked` are what goes wrong without a flag. `inside` counts only the ends that a rule has to
    find: the last one of a paragraph is given.
    """

    pages: int = 0
    inside: Rate = field(default_factory=Rate)
    segments: Rate = field(default_factory=Rate)
    blocks: Rate = field(default_factory=Rate)
    kinds: dict[str, Rate] = field(default_factory=dict)
    folders: dict[str, Rate] = field(default_factory=dict)
    """Blocks by the folder of their page."""
    lost: int = 0
    """Blocks of the report that are carried over as if they were the page's, and headlines that are missed."""
    leaked: int = 0
    """Blocks of the page that are translated as if they were the report's."""
    astray: Counter[str] = field(default_factory=Counter)


def measure(pages: Iterable[GoldenPage]) -> Segmentation:
    """Read every page as the pipeline does and compare."""
    result = Segmentation()
    for page in pages:
        result.pages += 1
        found, wanted = page.reading(), page.blocks
        result.inside.add(_ends(found, inside=True), _ends(wanted, inside=True))
        result.segments.add(_ends(found, inside=False), _ends(wanted, inside=False))
        placed, right = _placed(found), _placed(wanted)
        result.blocks.add(placed, right)
        result.folders.setdefault(page.folder, Rate()).add(placed, right)
        for kind in {block.kind for block in placed | right}:
            rate = result.kinds.setdefault(kind, Rate())
            rate.add({one for one in placed if one.kind == kind}, {one for one in right if one.kind == kind})
        lost, leaked = _astray(placed, right)
        result.lost += lost
        result.leaked += leaked
        if found != wanted:
            result.astray[page.name] += len(placed ^ right) + len(
                _ends(found, inside=False) ^ _ends(wanted, inside=False)
            )
    return result


def _ends(blocks: Sequence[TypedBlock], *, inside: bool) -> set[int]:
    """Return where segments end, counted in letters of the page that are no white space."""
    ends: set[int] = set()
    place = 0
    for block in blocks:
        for sentence in block.sentences:
            place += _length(sentence)
            ends.add(place)
        if inside:
            ends.discard(place)
    return ends


def _placed(blocks: Sequence[TypedBlock]) -> set[_Placed]:
    placed: set[_Placed] = set()
    place = 0
    for block in blocks:
        start, place = place, place + sum(map(_length, block.sentences))
        placed.add(_Placed(str(block.kind), start, place))
    return placed


def _astray(found: set[_Placed], wanted: set[_Placed]) -> tuple[int, int]:
    """Return how many blocks of the report were taken for the page's, and the other way round."""
    wrong = {(one.start, one.end): one.kind for one in found - wanted}
    pairs = [(one.kind, wrong[one.start, one.end]) for one in wanted - found if (one.start, one.end) in wrong]
    lost = sum(
        right == BlockKind.HEADLINE or (right not in CARRIED and kind in CARRIED) for right, kind in pairs
    )
    return lost, sum(right in CARRIED and kind not in CARRIED for right, kind in pairs)


def _length(text: str) -> int:
    return len("".join(text.split()))


def rates(found: Segmentation) -> dict[str, object]:
    """Return what was measured as plain data."""
    return {
        "pages": found.pages,
        "sentence_ends": _rate(found.inside),
        "segments": _rate(found.segments),
        "blocks": _rate(found.blocks),
        "kinds": {kind: _rate(found.kinds[kind]) for kind in sorted(found.kinds)},
        "folders": {folder: _rate(found.folders[folder]) for folder in sorted(found.folders)},
        "lost": found.lost,
        "leaked": found.leaked,
        "astray": dict(found.astray),
    }


def _rate(rate: Rate) -> dict[str, float]:
    return {
        "wanted": rate.wanted,
        "found": rate.found,
        "precision": round(rate.precision, 4),
        "recall": round(rate.recall, 4),
        "f1": round(rate.f1, 4),
    }

"""From a translator's file to pairs to learn from: what people approved, Indonesian first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model import BitextUnit, SegmentState
from pipeline.text.typography import clean

_APPROVED = frozenset({SegmentState.REVIEWED, SegmentState.FINAL})
_LANGUAGES = frozenset({"id", "en"})


def approved_pairs(units: Iterable[BitextUnit]) -> Iterator[tuple[str, str]]:
    """Yield Indonesian and English of every unit that a person stands for.

    In an edition of ours that is what was reviewed; another tool's memory holds nothing else.
    """
    for unit in units:
        direction = unit.direction
        if direction is None or {direction.source, direction.target} != _LANGUAGES:
            continue
        if unit.edition and unit.state not in _APPROVED:
            continue
        source, target = clean(unit.source)[0], clean(unit.target)[0]
        if source and target:
            yield (source, target) if direction.source == "id" else (target, source)

"""The same sentence is translated in two ways, or two different ones alike.

A caption that stands twice in an article and reads differently the second time makes a reader look
for the difference; two sentences with one translation mean that one of them is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MINOR

_LEAST = 3
"""Shorter lines (`Ya`, `Benar`) are rightly said in one way here and in another there."""


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Compare each sentence with the first one that has its source, or its target."""
    if len(units) < 2:
        return
    by_source: dict[str, int] = {}
    by_target: defaultdict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        if unit.draft.carried or len(unit.source.split()) < _LEAST or not unit.target.strip():
            continue
        source, target = _plain(unit.source), _plain(unit.target)
        first = by_source.setdefault(source, place)
        if first != place and _plain(units[first].target) != target:
            yield (
                place,
                Finding(
                    f"The same sentence is “{units[first].target}” further up: choose one.",
                    Span(0, len(unit.source)),
                    Span(0, len(unit.target)),
                ),
            )
        elif first == place and by_target[target]:
            other = units[by_target[target][0]].source
            yield (
                place,
                Finding(
                    f"Another sentence (“{other}”) has the same translation: one of them may be lost.",
                    Span(0, len(unit.source)),
                    Span(0, len(unit.target)),
                    Severity.MAJOR,
                ),
            )
        by_target[target].append(place)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!")

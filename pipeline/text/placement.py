"""Where each of a sentence's terms stands in its translation, one place for one mention."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Span, TermMatch
from pipeline.text.matching import stands


def places(matches: Sequence[TermMatch], source: str, target: str) -> tuple[Span | None, ...]:
    """Return a place in `target` for every match, None where the term doesn't stand there (again).

    A term named twice has two places: `Rusia … Rusia` is the first `Russia` and the second one, and
    where English says `it` the second time there is no place to show.
    """
    left: dict[str, str] = {}
    found: list[Span | None] = []
    for match in matches:
        free = left.get(match.term.source, target)
        place = stands(match, source, free)
        if place:
            blank = "\0" * (place.end - place.start)
            left[match.term.source] = free[: place.start] + blank + free[place.end :]
        found.append(place)
    return tuple(found)

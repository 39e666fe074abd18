"""What of a unit is settled by its terms: stretches of either side that need no further answer."""

from __future__ import annotations

from functools import lru_cache

from pipeline.model import Policy, Span, Unit
from pipeline.text.matching import is_kept, wanted_forms
from pipeline.text.padding import padding
from pipeline.text.words import find


@lru_cache(maxsize=64)
def settled(unit: Unit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the stretches of the source and of the target that terms which were kept account for.

    Padding is settled too: nobody misses it.
    """
    source = list(padding(unit.source, unit.direction.source))
    target = list(padding(unit.target, unit.direction.target))
    for match in unit.draft.matches:
        if match.term.policy is not Policy.FORBID and is_kept(match, unit.source, unit.target):
            source.append(match.span)
            places = (find(form, unit.target) for form in wanted_forms(match, unit.source))
            target += [place for place in places if place]
    return tuple(sorted(set(source))), tuple(sorted(set(target)))


def characters(text: str, places: tuple[Span, ...]) -> int:
    """Return how many characters of `text` stand outside the places."""
    inside = {place for span in places for place in range(span.start, span.end)}
    return sum(place not in inside for place in range(len(text)))

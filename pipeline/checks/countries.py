"""Another country, or another people, than the source's.

`Korea Selatan` and `North Korea` differ by one word; so do a summit and a war.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, QuantityKind, Severity, Span, Unit
from pipeline.text.countries import Country, countries
from pipeline.text.quantities import parse

SEVERITY = Severity.CRITICAL


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a country that only one side names; one lost and one added are one change."""
    source = _first_mentions(unit.source, unit.direction.source)
    target = _first_mentions(unit.target, unit.direction.target)
    lost = [country for country in source if country not in target]
    added = [country for country in target if country not in source]
    for country, instead in zip(lost, added, strict=False):
        theirs, ours = source[country], target[instead]
        yield Finding(
            f"“{theirs.of(unit.source)}” became “{ours.of(unit.target)}”: another country.", theirs, ours
        )
    for country in added[len(lost) :]:
        span = target[country]
        if "Indonesia" not in country.english and span.of(unit.target) not in unit.source:
            yield Finding(
                f"The source does not name this country, “{span.of(unit.target)}”: see what it stands for.",
                None,
                span,
                Severity.MINOR,
            )


def _first_mentions(text: str, language: str) -> dict[Country, Span]:
    """Return where each country is first named; that of `2.031,50 dolar AS` is part of a sum."""
    named = countries(text, language)
    sums = [one.span for one in parse(text, language) if one.kind is QuantityKind.MONEY] if named else []
    found: dict[Country, Span] = {}
    for span, country in named:
        if not any(span.overlaps(other) for other in sums):
            found.setdefault(country, span)
    return found

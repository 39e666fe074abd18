"""A headline stands twice in the page.

Many sites print the headline again under the picture; copied into an article, it would be printed
twice. The second one is collapsed, and a person should know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import BlockKind, Finding, Severity, Span, Unit

SEVERITY = Severity.MINOR


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Flag what the structure took for a second headline, and any other line that repeats the first."""
    headlines = {_plain(unit.source) for unit in units if unit.kind is BlockKind.HEADLINE}
    for place, unit in enumerate(units):
        again = unit.kind is not BlockKind.HEADLINE and _plain(unit.source) in headlines
        if unit.kind is BlockKind.DUPLICATE_HEADLINE or again:
            yield (
                place,
                Finding(
                    "The page prints its headline twice; this second one is collapsed: "
                    "make sure that it was no headline of its own.",
                    Span(0, len(unit.source)),
                ),
            )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

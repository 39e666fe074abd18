"""The headline names someone, or a figure, that the article does not.

The headline is what most readers read: `Five Killed` above a story of four dead is the correction
that everybody sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import BlockKind, Finding, QuantityKind, Severity, Unit
from pipeline.text.quantities import parse, same_value

SEVERITY = Severity.MAJOR

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
_LOOSE = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
"""Kinds that a headline rightly sums up (`2024` over `Maret 2024`)."""


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Compare the figures of each translated headline with those of the translated text."""
    if not any(unit.kind is BlockKind.HEADLINE for unit in units):
        return
    body = [unit for unit in units if unit.kind not in _HEADS and not unit.draft.carried]
    if not body:
        return
    there = [one for unit in body for one in parse(unit.target, unit.direction.target)]
    in_source = [one for unit in body for one in parse(unit.source, unit.direction.source)]
    for place, unit in enumerate(units):
        if unit.kind is not BlockKind.HEADLINE:
            continue
        for figure in parse(unit.target, unit.direction.target):
            if figure.kind in _LOOSE or figure.spelled or figure.approximate:
                continue
            if any(same_value(figure, other) for other in there):
                continue
            # A headline may sum up what the source's own text does not say either (`10 Tips`).
            if any(same_value(figure, other) for other in in_source):
                said = figure.span.of(unit.target)
                yield (
                    place,
                    Finding(
                        f"The headline says “{said}”, which the translated article does not: compare them.",
                        None,
                        figure.span,
                    ),
                )

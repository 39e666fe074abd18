"""Quantities that a model garbled beyond reading, found by what stands around them.

Small models lose their way in digits: `Rabu (22/3) pukul 06.00 WITA` comes back as `Wednesday (223)
at 06.m. WITA`. The weekday and its brackets came through, and so did the m of the clock: what belongs
there is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.config import StyleSettings
from pipeline.model import Direction, Quantity, QuantityKind, Span
from pipeline.text.formats import write
from pipeline.text.quantities.agreement import Alignment
from pipeline.text.quantities.months import WEEKDAYS
from pipeline.text.rewriting import VALUE, Change

_BRACKET = {
    language: re.compile(rf"\b({'|'.join(days)}),?\s\((?P<inside>[0-9][0-9/.,\s-]{{0,12}})\)")
    for language, days in WEEKDAYS.items()
}
_LOOSE_CLOCK = re.compile(
    r"(?<![\w.:/])[0-9][0-9.:,]{0,6}(?:(?<=[.:,])m\.|\s?[ap][apm.]{1,7}(?<=m\.|.m))(?![\w])"
)
_CLOCK = re.compile(r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9]){0,2}\s?[ap]\.?m\.?")


def anchored(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Find garbled dates in brackets behind their weekday, and garbled times of the twelve-hour clock."""
    if not alignment.lost:
        return []
    right = [other.span for _, other in alignment.met]
    changes = list(_dates(source, target, alignment, direction, style))
    if direction.target == "en":
        changes.extend(_times(target, alignment, style))
    return [change for change in changes if not any(change.span.overlaps(span) for span in right)]


def _dates(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> Iterator[Change]:
    lost = {quantity.span: quantity for quantity in alignment.lost if quantity.kind is QuantityKind.DATE}
    spots = list(_BRACKET[direction.target].finditer(target))
    for match in _BRACKET[direction.source].finditer(source):
        quantity = lost.get(Span(*match.span("inside")))
        day = WEEKDAYS[direction.target][WEEKDAYS[direction.source].index(match[1])]
        spot = next((spot for spot in spots if spot[1] == day), None)
        if quantity is not None and spot is not None:
            spots.remove(spot)
            yield Change(Span(*spot.span("inside")), write(quantity, direction.target, style), VALUE)


def _times(target: str, alignment: Alignment, style: StyleSettings) -> Iterator[Change]:
    """Put lost times in the places of garbled ones, if there are as many."""
    lost = [one for one in alignment.lost if one.kind is QuantityKind.TIME and not one.spelled]
    spots = [spot for spot in _LOOSE_CLOCK.finditer(target) if not _CLOCK.fullmatch(spot.group())]
    if len(lost) != len(spots):
        return
    for quantity, spot in zip(lost, spots, strict=True):
        yield Change(Span(*spot.span()), _written(quantity, target[spot.end() :], style), VALUE)


def _written(quantity: Quantity, rest: str, style: StyleSettings) -> str:
    """Write a time without the zone where the target names it behind the place."""
    named = bool(quantity.unit) and rest.lstrip(" ,(").startswith(quantity.unit)
    return write(replace(quantity, unit="") if named else quantity, "en", style)

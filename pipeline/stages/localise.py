"""Make every quantity of the target right by value and in house form, whatever the model did.

Two things are mended without asking. A quantity that the model copied in the source's notation
(`3,7 juta`, `pukul 10.30`, `(20/3)`) is written as the target language writes it. One that is right
by value and not in house form (`2%`, `20 March 2023`) is written so. What has another value is left
for the checks to flag: only a person knows whether the model changed the figure or the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from pipeline.config import StyleSettings
from pipeline.model import Edit, PartialDate, Quantity, QuantityKind, Span, Unit
from pipeline.text.formats import write
from pipeline.text.quantities import parse, same_value
from pipeline.text.quantities.units import WEEKDAYS

_HOUSE = frozenset({QuantityKind.PERCENT, QuantityKind.DATE, QuantityKind.TIME, QuantityKind.MONEY})
"""Kinds with one form in the house; a plain number may be words or digits, as the sentence asks."""

_DIGIT = re.compile(r"\d")
_NOTATION = re.compile(r"\d+(?:[.,]\d+)+")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join((*WEEKDAYS['en'], *WEEKDAYS['id']))})$")

_Change: TypeAlias = tuple[tuple[Span, str], str]
"""Where something else is to stand, what, and the rule that says so."""


def localise(unit: Unit, style: StyleSettings, published: datetime | None) -> Unit:
    """Return the unit with its quantities in house form, an `Edit` for each that changed."""
    if unit.draft.carried or unit.fault or not _DIGIT.search(unit.source):
        return unit
    day = published.date() if published else None
    quantities = tuple(
        _without_this_year(quantity, day) for quantity in parse(unit.source, unit.direction.source, day)
    )
    for step in (_copied, _in_house_form):
        unit = _changed(unit, sorted(step(unit, quantities, style), reverse=True))
    return unit


def _changed(unit: Unit, changes: Sequence[_Change]) -> Unit:
    """Apply changes, the last one in the text first, so that the others' places stay true."""
    target, edits = unit.target, list(unit.edits)
    for (span, written), rule in changes:
        edits.append(Edit(rule, span.of(target), written))
        target = target[: span.start] + written + target[span.end :]
    return replace(unit, target=target, edits=tuple(edits))


def _copied(unit: Unit, quantities: tuple[Quantity, ...], style: StyleSettings) -> Iterator[_Change]:
    """Find quantities that stand in the target just as in the source, and mean something else there."""
    language = unit.direction.target
    taken: list[Span] = []
    for quantity in quantities:
        surface = quantity.span.of(unit.source).strip("()")
        if quantity.spelled or not _DIGIT.search(surface) or _is_bare_day(quantity, surface):
            continue
        forms = [(surface, write(quantity, language, style))]
        if isinstance(quantity.value, Decimal) and (digits := _NOTATION.search(surface)):
            # `3,7 million`: the word was translated and the digits were not.
            (number,) = parse(digits.group(), unit.direction.source)[:1] or (quantity,)
            forms.append((digits.group(), write(replace(number, unit=""), language, style)))
        for before, written in forms:
            place = None if written == before else _stands(before, quantity, unit, taken)
            if place is not None:
                taken.append(place)
                yield _punctuated(place, written, unit.target), str(quantity.kind)
                break


def _stands(before: str, quantity: Quantity, unit: Unit, taken: Sequence[Span]) -> Span | None:
    """Find where the source's form stands in the target, unless it is right there as it is."""
    found = parse(before, unit.direction.target)
    # `20/3/2023` can be read in English too, but no paper there prints it.
    if (
        "/" not in before
        and len(found) == 1
        and same_value(quantity, found[0])
        and found[0].span == (0, len(before))
    ):
        return None
    for match in re.finditer(rf"(?<![\w.,/]){re.escape(before)}(?![\w/]|[.,]\d)", unit.target):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            return span
    return None


def _punctuated(span: Span, written: str, target: str) -> tuple[Span, str]:
    """Set a date in brackets behind its weekday as English does: `Monday (20/3)`, `Monday, March 20`."""
    opened = target[: span.start].endswith(" (")
    if opened and target[span.end :].startswith(")") and _WEEKDAY.search(target[: span.start - 2]):
        return Span(span.start - 2, span.end + 1), f", {written}"
    return span, written


def _is_bare_day(quantity: Quantity, surface: str) -> bool:
    """Tell the first day of `14-19 Maret 2023`, whose month stands elsewhere."""
    return quantity.kind is QuantityKind.DATE and surface.isdigit()


def _in_house_form(unit: Unit, quantities: tuple[Quantity, ...], style: StyleSettings) -> Iterator[_Change]:
    """Find quantities of the target that have the right value in another form than the house's."""
    target = unit.target
    waiting = list(quantities)
    for found in parse(target, unit.direction.target):
        partner = next((quantity for quantity in waiting if same_value(quantity, found)), None)
        if partner is None:
            continue
        waiting.remove(partner)
        surface = found.span.of(target)
        if (
            found.kind not in _HOUSE
            or found.kind is not partner.kind
            or found.spelled
            or surface.startswith("(")
        ):
            continue
        written = write(replace(found, unit=found.unit or partner.unit), unit.direction.target, style)
        if written != surface and _is_whole(target, found) and not _same_but_for_scale(surface, written):
            yield (found.span, written), str(found.kind)


def _is_whole(target: str, quantity: Quantity) -> bool:
    """Tell a quantity that stands alone from an end of a range, whose unit stands elsewhere."""
    start, end = quantity.span
    surface = quantity.span.of(target)
    if (target[start - 1 : start] in ("-", "–") and start) or re.match(
        r"[-–]\d| (?:to|and) \d", target[end:]
    ):
        return False
    # `Rp 1.5 trillion` and `1.5 trillion rupiah` are both in use: the model's choice stands.
    return quantity.kind is not QuantityKind.MONEY and bool(re.search(r"[^\W\d_]|%|/", surface))


def _same_but_for_scale(surface: str, written: str) -> bool:
    return surface.replace(" ", "").casefold() == written.replace(" ", "").casefold()


def _without_this_year(quantity: Quantity, day: date | None) -> Quantity:
    """Leave out the year of publication, as papers do: `Monday, March 20`."""
    value = quantity.value
    if day is None or not isinstance(value, PartialDate) or value.year != day.year or value.day is None:
        return quantity
    return replace(quantity, value=value._replace(year=None))

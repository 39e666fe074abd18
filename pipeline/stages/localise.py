"""Make every quantity of the target right by value and in house form, whatever the model did.

Three things are mended without asking, each with an `Edit`:

1. A quantity that stands in the target as the source has it (`3,7 million`, `(20/3)`, `Rp20.000`),
   which says something else in the other language or nothing.
2. A quantity that can only be that one: the sole figure of its kind and unit, with another value
   (`Rp 5 miliar` as `Rp 5 million`, `dua belas` as `two`) or without its currency, a date garbled in the
   brackets behind its weekday, digits that make no number any more (`Rp 7,00`, `at the42 summit`).
3. A quantity that is right by value and not in house form: `2%`, `20 March 2023`, `22:00 WIB`, `Rp 9.8 T`, and a unit
   that the other language has another name for: `70mph`.

Any other value that differs is left for the checks to flag: only a person knows whether the model
changed the figure or the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.config import StyleSettings
from pipeline.model import Edit, PartialDate, Quantity, Unit
from pipeline.text import anchors, house, notation, strays
from pipeline.text.quantities import align, parse
from pipeline.text.quantities.agreement import MANY
from pipeline.text.quantities.signs import may_hold_quantity
from pipeline.text.rewriting import Change

_STEPS = (
    notation.copied,
    anchors.anchored,
    notation.unpriced,
    notation.mangled,
    strays.strays,
    notation.misnamed,
    house.restyled,
)
_LONGEST = 20_000
"""No sentence is longer: a table in one line, or hostile. It stays as it is, and the checks compare its values."""


def localise(unit: Unit, style: StyleSettings, published: datetime | None) -> Unit:
    """Return the unit with its quantities in house form, an `Edit` for each that changed.

    A unit that was carried over or could not be translated passes through untouched, and so does a line
    that is no sentence by its length.
    """
    if unit.draft.carried or unit.fault or not may_hold_quantity(unit.target, unit.direction.target):
        return unit
    if max(len(unit.source), len(unit.target)) > _LONGEST:
        return unit
    source, target = unit.direction
    quantities = [_dated(quantity, published) for quantity in parse(unit.source, source)]
    text, edits = unit.target, list(unit.edits)

    alignment = align(quantities, parse(text, target))
    for step in _STEPS:
        if len(alignment.lost) + len(alignment.added) > MANY:
            break
        changes = step(unit.source, text, alignment, unit.direction, style)
        if changes:
            text, made = _apply(text, changes)
            edits.extend(made)
            alignment = align(quantities, parse(text, target))
    return replace(unit, target=text, edits=tuple(edits))


def _dated(quantity: Quantity, published: datetime | None) -> Quantity:
    """Give a date its year where that is not the year of publication: `Rabu (28/12)`, read in January."""
    value = quantity.value
    if published is None or not isinstance(value, PartialDate) or value.year or not value.day:
        return quantity
    year = house.year_of(value, published.date())
    return replace(quantity, value=value._replace(year=year)) if year != published.year else quantity


def _apply(text: str, changes: Sequence[Change]) -> tuple[str, list[Edit]]:
    """Write the changes into the text, in the order of the text; the second of two that overlap is left out."""
    pieces: list[str] = []
    edits: list[Edit] = []
    end = 0
    for change in sorted(changes):
        before = change.span.of(text)
        if change.span.start < end or before == change.written:
            continue
        pieces += (text[end : change.span.start], change.written)
        edits.append(Edit(change.rule, before, change.written))
        end = change.span.end
    return "".join((*pieces, text[end:])), edits

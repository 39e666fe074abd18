"""Put captions' positions into English, or Indonesian, where the model left them as they were."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Edit, Unit
from pipeline.text.positions import left_over


def caption(unit: Unit) -> Unit:
    """Return the unit with `(kiri)` as `(left)`, an `Edit` for each that was left over.

    A unit that was carried over or could not be translated passes through untouched.
    """
    if unit.draft.carried or unit.fault or "(" not in unit.target:
        return unit
    target, edits = unit.target, list(unit.edits)
    for span, wanted in reversed(list(left_over(unit.target, unit.direction))):
        edits.append(Edit("position", span.of(unit.target), wanted))
        target = target[: span.start] + wanted + target[span.end :]
    return replace(unit, target=target, edits=tuple(edits)) if target != unit.target else unit

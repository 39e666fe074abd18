"""Put in what a word means that the engine left as it was: `the badai hit`, where a badai is a storm.

A small model copies what it hardly ever saw, an ordinary word as well as a name. A reader is better off with the usual
word for it than with one of a language that she can't read; whether it is meant here a person has to say, so the unit
stays flagged (`checks/untranslated.py`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Edit, Unit
from pipeline.text.copies import GLOSS, Text, copied, meaning


def gloss(unit: Unit) -> Unit:
    """Replace single copied words by what they are usually translated by; a run of them would need another order."""
    if unit.draft.carried or unit.fault or unit.source.strip() == unit.target.strip():
        return unit
    target, edits = unit.target, list(unit.edits)
    runs = list(copied(Text(unit.source, target, unit.direction, unit.draft.matches)))
    for run in reversed(runs):
        if form := meaning(run, unit.direction.source):
            span = run[0].span
            said = span.of(target)
            form = form[:1].upper() + form[1:] if said[0].isupper() else form
            edits.append(Edit(GLOSS, said, form))
            target = target[: span.start] + form + target[span.end :]
    return replace(unit, target=target, edits=tuple(edits)) if target != unit.target else unit

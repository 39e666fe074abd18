"""Put in what a word means that the engine left as it was: `the badai hit`, where a badai is a storm.

A small model copies what it hardly ever saw, an ordinary word as well as a name. A reader is better off with the usual
word for it than with one of a language that she can't read; whether it is meant here a person has to say, so the unit
stays flagged (`checks/untranslated.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Edit, Span, Unit
from pipeline.text.copies import GLOSS, Text, copied, meaning
from pipeline.text.english import article_before

_CAPITAL_BEHIND = re.compile(r"[\s-]+[A-Z]")


def gloss(unit: Unit) -> Unit:
    """Replace single copied words by what they are usually translated by; a run of them would need another order.

    What has a capital may be a name (`Universitas Gajah Mada`), unless it opens the sentence alone.
    """
    if unit.draft.carried or unit.fault or unit.source.strip() == unit.target.strip():
        return unit
    target, edits = unit.target, list(unit.edits)
    runs = list(copied(Text(unit.source, target, unit.direction, unit.draft.matches)))
    for run in reversed(runs):
        span = run[0].span
        if _may_be_name(span, target) or not (form := meaning(run, unit.direction.source)):
            continue
        said = span.of(target)
        form = form[:1].upper() + form[1:] if said[0].isupper() else form
        edits.append(Edit(GLOSS, said, form))
        before = target[: span.start]
        if unit.direction.target == "en":
            before = article_before(before, form)
        target = before + form + target[span.end :]
    return replace(unit, target=target, edits=tuple(edits)) if target != unit.target else unit


def _may_be_name(span: Span, target: str) -> bool:
    said = span.of(target)
    if said.islower():
        return False
    opens = not target[: span.start].strip(" “\"‘'(") and said[1:].islower()
    return not opens or _CAPITAL_BEHIND.match(target, span.end) is not None

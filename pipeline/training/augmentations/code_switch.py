"""Terms in the target language stand in the source, and the translation keeps them.

The pipeline writes `Financial Services Authority` into `Kepala OJK …` before the model sees it; a
model that never saw such a sentence translates it a second time or drops it.
"""

from __future__ import annotations

import random

from pipeline.model import Span
from pipeline.training.example import Draw, Example
from pipeline.training.prior.phrases import Phrase

_MOST = 3
_FOREIGN = 0.3
"""Share in which the term is another sentence's: then nothing but the source says how it is translated."""


def augment(example: Example, draw: Draw) -> Example:
    """Write the target form of one to three phrases into the source, names before others."""
    chosen = _choose(example, draw.chance)
    if not chosen:
        return example
    if len(chosen) == 1 and draw.happens(_FOREIGN) and (form := _foreign(draw)):
        (phrase,) = chosen
        source = _replaced(example.source, phrase.source, form)
        return example.changed(source, _replaced(example.target, phrase.target, form))
    source = example.source
    for phrase in sorted(chosen, reverse=True):
        form = phrase.target.of(example.target)
        if not phrase.source.start and draw.happens(0.5):
            form = form[:1].upper() + form[1:]
        source = _replaced(source, phrase.source, form)
    return example.changed(source, example.target)


def _choose(example: Example, chance: random.Random) -> list[Phrase]:
    """Choose phrases that don't overlap; a glossary holds mostly names, and long ones."""
    wanted = chance.choice((1, 1, 1, 2, 2, _MOST))
    rest = list(example.phrases)
    chosen: list[Phrase] = []
    while rest and len(chosen) < wanted:
        weights = [_weight(phrase, example.target) for phrase in rest]
        (phrase,) = chance.choices(rest, weights)
        chosen.append(phrase)
        rest = [
            one
            for one in rest
            if not one.source.overlaps(phrase.source) and not one.target.overlaps(phrase.target)
        ]
    return chosen


def _weight(phrase: Phrase, target: str) -> float:
    said = phrase.target.of(target)
    return (4.0 if said[:1].isupper() and phrase.target.start else 1.0) * len(said.split())


def _foreign(draw: Draw) -> str | None:
    other = draw.another()
    forms = [phrase.target.of(other.target) for phrase in other.phrases if phrase.target.start]
    names = [form for form in forms if form[:1].isupper()]
    return draw.chance.choice(names) if names else None


def _replaced(text: str, span: Span, form: str) -> str:
    return text[: span.start] + form + text[span.end :]

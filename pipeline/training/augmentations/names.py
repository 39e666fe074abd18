"""Names that the model has never met are copied letter by letter.

`Stoltenberg` is in no corpus of 2005, and tomorrow's suspect, company and village are in none at all.
"""

from __future__ import annotations

import re

from pipeline.training.example import Draw, Example
from pipeline.training.invention import invent_acronym, invent_name

_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?\b")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_KEPT = re.compile(
    r"(?i)^(?:januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember|indonesian?|"
    r"presiden|menteri|the|in|on|at)$"
)
_BORROWED = 0.4


def augment(example: Example, draw: Draw) -> Example:
    """Give new names to what bears the same name on both sides."""
    source, target = example.source, example.target
    for pattern, make in ((_NAME, invent_name), (_ACRONYM, invent_acronym)):
        shared = sorted(set(pattern.findall(source)) & set(pattern.findall(target)))
        for name in shared:
            if _KEPT.match(name) or draw.happens(0.3):
                continue
            new = _borrowed(draw, pattern) if draw.happens(_BORROWED) else None
            new = new or make(draw.chance)
            source, target = (re.sub(rf"\b{re.escape(name)}\b", new, text) for text in (source, target))
    return example.changed(source, target)


def _borrowed(draw: Draw, pattern: re.Pattern[str]) -> str | None:
    """Take a name from another sentence: it is real, and new where it comes to stand."""
    other = draw.another()
    shared = sorted(set(pattern.findall(other.source)) & set(pattern.findall(other.target)))
    return draw.chance.choice(shared) if shared else None

"""Who stands where in a photo: `Kishida (kiri)` is `Kishida (left)`.

Captions say it of names that no corpus has, and corpora hold hardly any captions.
"""

from __future__ import annotations

import re

from pipeline.text.positions import POSITIONS
from pipeline.training.example import Draw, Example

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b(?=[ ,.])")


def augment(example: Example, draw: Draw) -> Example:
    """Set a position behind a name that stands once on both sides."""
    here = _NAME.findall(example.source)
    names = [name for name in here if here.count(name) == 1 == _NAME.findall(example.target).count(name)]
    if not names:
        return example
    name, pair = draw.chance.choice(names), draw.chance.choice(POSITIONS)
    position = dict(zip(("id", "en"), pair, strict=True))
    return example.changed(
        _set(name, position[draw.direction.source], example.source),
        _set(name, position[draw.direction.target], example.target),
    )


def _set(name: str, position: str, text: str) -> str:
    return re.sub(rf"\b{name}\b(?=[ ,.])", f"{name} ({position})", text, count=1)

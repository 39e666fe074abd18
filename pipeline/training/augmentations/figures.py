"""Figures that were never seen, each side in its own notation: `2.200.112` is `2,200,112`.

A model that learnt figures by heart writes the one that it saw most often; this one has to copy
digit by digit, and to turn points and commas round.
"""

from __future__ import annotations

import random
import re

from pipeline.text.quantities.months import MONTHS
from pipeline.training.example import Draw, Example

_FIGURE = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*(?![\w:/-]|[.,]\d)")
_TURNED = str.maketrans(".,", ",.")
_YEARS = range(1900, 2050)
_MONTH = "|".join(sorted({name for names in MONTHS.values() for name in names}, key=len, reverse=True))
_MONTH_BEFORE, _MONTH_BEHIND = re.compile(rf"(?i)\b(?:{_MONTH})\s*$"), re.compile(rf"(?i)\s*(?:{_MONTH})\b")
_SCALE = re.compile(r"\s*(?:ribu|juta|miliar|triliun|thousand|million|billion|trillion)\b")


def augment(example: Example, draw: Draw) -> Example:
    """Put other figures where both sides have the same one, once each."""
    source, target = example.source, example.target
    for figure in dict.fromkeys(_FIGURE.findall(source)):
        turned = figure.translate(_TURNED)
        if not (_once(figure, source) and _once(turned, target)) or draw.happens(0.2):
            continue
        new = _another(figure, source, draw)
        source = _put(figure, new if draw.direction.source == "id" else new.translate(_TURNED), source)
        target = _put(turned, new if draw.direction.target == "id" else new.translate(_TURNED), target)
    return example.changed(source, target)


def _once(figure: str, text: str) -> bool:
    return _FIGURE.findall(text).count(figure) == 1


def _put(figure: str, new: str, text: str) -> str:
    return _FIGURE.sub(lambda match: new if match.group() == figure else match.group(), text)


def _another(figure: str, text: str, draw: Draw) -> str:
    """Return a figure in Indonesian notation that may stand where `figure` stands in `text`."""
    chance = draw.chance
    match = next(match for match in _FIGURE.finditer(text) if match.group() == figure)
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    if figure.isdigit() and len(figure) == 4 and int(figure) in _YEARS:
        return str(chance.randrange(1945, 2035))
    if _MONTH_BEFORE.search(before) or _MONTH_BEHIND.match(after):
        return str(chance.randrange(1, 29))
    if figure.isdigit() and len(figure) > 3:
        return _digits(len(figure), chance)
    if chance.random() < 0.5:
        alike = figure if draw.direction.source == "id" else figure.translate(_TURNED)
        return re.sub(r"\d+", lambda part: _digits(len(part.group()), chance), alike)
    if _SCALE.match(after) or chance.random() < 0.5:
        return f"{chance.randrange(0, 100)},{_digits(chance.choice((1, 1, 2)), chance)}"
    groups = (f"{chance.randrange(1000):03}" for _ in range(chance.choice((1, 1, 2))))
    return ".".join([str(chance.randrange(1, 1000)), *groups])


def _digits(count: int, chance: random.Random) -> str:
    return "".join([chance.choice("123456789"), *(chance.choice("0123456789") for _ in range(count - 1))])

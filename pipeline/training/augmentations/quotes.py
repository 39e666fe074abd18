"""Curly and straight quotation marks, as the source sets its own."""

from __future__ import annotations

import re

from pipeline.training.example import Draw, Example

_PAIR = re.compile(r"\"([^\"]*)\"")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def augment(example: Example, draw: Draw) -> Example:
    """Turn curly marks straight on both sides, or straight ones curly where they come in pairs."""
    del draw
    source, target = example.source, example.target
    if re.search("[“”‘’]", source):
        return example.changed(source.translate(_STRAIGHT), target.translate(_STRAIGHT))
    if '"' not in source or source.count('"') % 2 or target.count('"') % 2:
        return example
    return example.changed(_curled(source), _curled(target))


def _curled(text: str) -> str:
    return re.sub(r"(?<=\w)'(?=\w)", "’", _PAIR.sub("“\\1”", text))

"""Short lines in capitals. The pipeline sets them in sentence case; a model alone meets them as they are."""

from __future__ import annotations

from pipeline.training.example import Draw, Example

_LONGEST = 10
"""Words: a line in capitals is a headline, and has three times as many pieces."""


def augment(example: Example, draw: Draw) -> Example:
    """Set both sides in capitals."""
    del draw
    if len(example.source.split()) > _LONGEST:
        return example
    return example.changed(example.source.upper(), example.target.upper())

"""Sentences without their final stop: captions, list items, and what a page cut off."""

from __future__ import annotations

from pipeline.training.example import Draw, Example


def augment(example: Example, draw: Draw) -> Example:
    """Leave the final stop out on both sides."""
    del draw
    if example.source.endswith(".") and example.target.endswith("."):
        return example.changed(example.source[:-1], example.target[:-1])
    return example

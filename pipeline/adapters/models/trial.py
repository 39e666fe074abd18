"""Try a model on a sentence before an article is trusted to it."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import EngineError
from pipeline.model import Direction
from pipeline.ports import Engine

_SENTENCES = {"id": "Presiden tiba di Jakarta.", "en": "The president arrived in Jakarta."}
"""What any model of the language translates; one that says nothing of it is damaged."""


def try_out(engine: Engine, direction: Direction, folder: Path) -> None:
    """Translate a sentence.

    Raises:
        EngineError: nothing comes out.
    """
    (tried,) = engine.translate([_SENTENCES[direction.source]])
    if tried.fault or not tried.best.text:
        raise EngineError(f"{folder} says nothing: {tried.fault or 'its translation is empty'}")

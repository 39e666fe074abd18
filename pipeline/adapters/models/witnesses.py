"""Find the models that are asked about translations that exist: that of the direction, and that of the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pipeline.adapters.models.folder import find_model, open_model
from pipeline.config import Settings
from pipeline.errors import EngineError
from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.stages.score import Opener, Witnesses

_log = logging.getLogger(__name__)

Load = Callable[[Settings, Direction], Engine]


def find_witnesses(
    settings: Settings, direction: Direction, load: Load, engine: Engine | None = None
) -> Witnesses:
    """Find both models; none is loaded before it is asked. `engine` is the direction's own, loaded already.

    The other direction's own model is asked for the reverse, whatever `[engine] model` names for this one.
    """
    own = replace(settings, engine=replace(settings.engine, model=""))
    opened: dict[str, tuple[Opener | None, str]] = {
        "forward": (lambda: engine, engine.digest) if engine else _witness(settings, direction, load),
        "reverse": _witness(own, Direction(direction.target, direction.source), load),
    }
    evidence = {role: said for role, (_, said) in opened.items()}
    return Witnesses(opened["forward"][0], opened["reverse"][0], evidence)


def _witness(settings: Settings, direction: Direction, load: Load) -> tuple[Opener | None, str]:
    """Return how to load a direction's model, and its digest; of a missing one, why it is."""
    if settings.engine.name == "echo":
        return None, "none: the echo has no model"
    try:
        digest = open_model(find_model(settings, direction), direction).digest
    except EngineError as error:
        _log.warning("no model to ask about translations %s: %s", direction, error)
        return None, f"none: {error}"
    return cache(lambda: load(settings, direction)), digest

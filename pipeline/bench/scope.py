"""What a measure is given: the settings, how much to do, and a folder to work in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pipeline.config import Settings
from pipeline.model import Direction

Row: TypeAlias = Mapping[str, object]
"""A line of a measure's table: column → number or text."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How large a measurement is.

    `sentences` go through each engine `rounds` times; articles grow by tens up to `articles`.
    """

    settings: Settings
    direction: Direction
    rounds: int
    sentences: int
    articles: int
    folder: Path

"""What a measure is given: the settings, how much to do, and a folder to work in."""

from __future__ import annotations

import sys
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

    def command(self, *arguments: str, engine: str = "") -> tuple[str, ...]:
        """Return a command of ours as a process of its own, with the direction, engine and model of the settings."""
        asked = self.settings
        flags = ["--from", asked.translate.source, "--to", asked.translate.target]
        flags += ["--engine", engine or asked.engine.name]
        flags += ["--model", asked.engine.model] if asked.engine.model else []
        return (sys.executable, "-c", "from pipeline.cli import main; main()", *arguments, *flags)

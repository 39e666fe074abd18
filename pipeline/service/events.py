"""What a run tells while it goes: one event for each thing done, for the log and the sums."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where in a run something happened."""

    INTAKE = "intake"
    TRANSLATE = "translate"
    SHELVE = "shelve"
    RETRY = "retry"
    SET_ASIDE = "set-aside"
    LOST = "lost"
    HALT = "halt"
    SWEEP = "sweep"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a run did. `asked` counts the segments that the engine was asked for."""

    stage: Stage
    article: str
    seconds: float = 0.0
    message: str = ""
    failed: bool = False
    segments: int = 0
    words: int = 0
    asked: int = 0

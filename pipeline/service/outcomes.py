"""What goes into a use case and what comes out, article by article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pipeline.errors import DwibahasaError
from pipeline.model import Manuscript, Shelved


class Reading(Protocol):
    """What intake hands over: a manuscript, or the reason why there is none."""

    @property
    def origin(self) -> str:
        """Where it was read from, as the user wrote it."""

    @property
    def manuscript(self) -> Manuscript | None:
        """The article's text."""

    @property
    def error(self) -> DwibahasaError | None:
        """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class Done:
    """An article whose edition is on the shelf; `fresh` is False if it lay there already.

    `seconds` are its own, and its share by words of the engine's call that it was translated in.
    """

    origin: str
    shelved: Shelved
    seconds: float
    fresh: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be done, and why; the others went on."""

    origin: str
    reason: str

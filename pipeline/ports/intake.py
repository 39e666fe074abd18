"""How news gets into the store: an item at a time, and what its source said of itself."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from pipeline.model import NewsItem, SourceState
from pipeline.model.jobs import Lease, Receipt


class Inflow(Protocol):
    """The store as intake sees it."""

    def stamp_of(self, source: str, place: str) -> str | None:
        """Return the stamp of what lies at a place of a source as it was last received, None if it never was."""

    def receive(self, item: NewsItem, key: str, *, at: datetime) -> Receipt:
        """Take an item in, in one transaction; `key` names the article if it is new.

        The same text under another name is the same article, another text under the same name a
        revision of it; what a source withdraws or puts under an embargo is so from now on.
        """

    def source_state(self, source: str) -> SourceState:
        """Return what is remembered of a source; the empty state if it was never visited."""

    def keep_source_state(self, source: str, state: SourceState, *, at: datetime) -> None:
        """Remember the state of a source after a visit."""

    def unreadable(self, source: str) -> tuple[str, ...]:
        """Return the guids of a source's items that can't be read, for a person to look at."""

    def dismiss(self, source: str, guid: str) -> None:
        """Forget that an item can't be read; it is tried again when it changes."""

    def lend(self, name: str, lease: Lease) -> int | None:
        """Lend what only one run may do at a time; return the loan's number, None if somebody has it."""

    def give_back(self, name: str, number: int) -> None:
        """Give back what was lent."""

"""The term base that the review desk writes: what an editor accepted, as one more CSV of the house."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from pipeline.adapters.files import write_atomically
from pipeline.adapters.glossaries.csv import COLUMNS
from pipeline.errors import GlossaryError, RefusedError
from pipeline.model import Direction, Policy
from pipeline.model.discussion import Proposal
from pipeline.text.matching import TermBase

_writing = threading.Lock()
_NAME = "desk.csv"


class HouseTerms:
    """The glossary of both directions as the desk sees it: looked up, searched, added to."""

    def __init__(self, folder: Path, build: Callable[[Direction], TermBase]) -> None:
        self._path = folder / _NAME
        self._build = build
        self._bases: dict[Direction, TermBase] = {}

    def base(self, direction: Direction) -> TermBase:
        """Return the compiled terms of a direction."""
        if direction not in self._bases:
            self._bases[direction] = self._build(direction)
        return self._bases[direction]

    def add(self, proposal: Proposal) -> None:
        """Write an accepted term; the next article obeys it.

        Raises:
            RefusedError: the file holds it already, or can't be written.
        """
        turned = proposal.direction == "en-id"
        indonesian, english = (
            (proposal.target, proposal.source) if turned else (proposal.source, proposal.target)
        )
        row = (indonesian, english, proposal.kind, Policy.REQUIRE, "", "", "", proposal.note, "desk")
        with _writing:
            rows = self._rows()
            if any(found[:2] == [indonesian, english] for found in rows):
                raise RefusedError("The glossary has this term already.")
            text = StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([*rows, row])
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, text.getvalue())
            self._bases.clear()

    def _rows(self) -> list[list[str]]:
        if not self._path.is_file():
            return []
        with self._path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        if tuple(header) != COLUMNS:
            raise GlossaryError(self._path, 1, f"the header has to be {','.join(COLUMNS)}")
        return rows

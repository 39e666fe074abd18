"""The term base that the review desk writes: what an editor accepted, as one more CSV of the house."""

from __future__ import annotations

import csv
import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
        self._seen: object = None

    def base(self, direction: Direction) -> TermBase:
        """Return the compiled terms of a direction."""
        if self._stamp() != self._seen:  # another process of the desk has accepted a term
            self._bases.clear()
            self._seen = self._stamp()
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
        with _writing, self._alone():
            rows = self._rows()
            if any(found[:2] == [indonesian, english] for found in rows):
                raise RefusedError("The glossary has this term already.")
            text = StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([*rows, row])
            write_atomically(self._path, text.getvalue())

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the folder, so that two processes don't overwrite each other's term."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)

    def _rows(self) -> list[list[str]]:
        if not self._path.is_file():
            return []
        with self._path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        if tuple(header) != COLUMNS:
            raise GlossaryError(self._path, 1, f"the header has to be {','.join(COLUMNS)}")
        return rows

"""The table that a run ends with, however many articles it had: its rows wait in a file, not in memory."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import IO, Self

import click

from pipeline.model import Severity
from pipeline.service import Done, Failed

_SEVERITIES = tuple(str(severity) for severity in Severity)
_COUNTED = ("words", "segments", "flagged", *_SEVERITIES)
_NAMES = ("article", *_COUNTED, "seconds")
_ALL, _UNCHANGED = "all", "unchanged"


class Listing:
    """What became of each article of a run: added one by one, printed at the end."""

    def __init__(self) -> None:
        self.done = self.failed = self._fresh = 0
        self._sums: Counter[str] = Counter()
        self._seconds = 0.0
        self._widest = max(len(_NAMES[0]), len(_ALL))
        self._rows = _spool()
        self._failures = _spool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._rows.close()
        self._failures.close()

    def add(self, outcome: Done | Failed) -> None:
        """Note an outcome."""
        if isinstance(outcome, Failed):
            self.failed += 1
            _put(self._failures, [outcome.origin, outcome.reason])
            return
        shelved = outcome.shelved
        counts = [shelved.words, shelved.segments, shelved.flagged]
        counts += [shelved.severities.get(severity, 0) for severity in Severity]
        self.done += 1
        self._fresh += outcome.fresh
        self._sums.update(dict(zip(_COUNTED, counts, strict=True)))
        self._seconds += outcome.seconds
        self._widest = max(self._widest, len(shelved.key))
        seconds = f"{outcome.seconds:.1f}" if outcome.fresh else _UNCHANGED
        paths = shelved.paths if outcome.fresh else ()
        _put(self._rows, [[shelved.key, *map(str, counts), seconds], paths])

    def print(self) -> None:
        """Print a row an article, the sums, and the paths that were written; failures to standard error."""
        if self.done or not self.failed:
            self._table()
        for origin, reason in _all(self._failures):
            click.echo(f"failed: {origin}: {reason}", err=True)

    def _table(self) -> None:
        if not self.done:
            click.echo("No articles to translate.")
            return
        sums = [_ALL, *(str(self._sums[name]) for name in _COUNTED), f"{self._seconds:.1f}"]
        widths = [max(map(len, pair)) for pair in zip(_NAMES, sums, strict=True)]
        widths = [self._widest, *widths[1:-1], max(widths[-1], len(_UNCHANGED))]
        click.secho(_row(_NAMES, widths), bold=True)
        for cells, _ in _all(self._rows):
            click.echo(_row(cells, widths))
        if self.done > 1:
            click.secho(_row(sums, widths), bold=True)
        for _, paths in _all(self._rows):
            for path in paths:
                click.echo(path)
        if not self._fresh:
            click.echo("Nothing new: every article has its edition already.")


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    numbers = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return "  ".join((cells[0].ljust(widths[0]), *numbers))


def _spool() -> IO[str]:
    return tempfile.SpooledTemporaryFile(
        max_size=1_000_000, mode="w+", encoding="utf-8", errors="surrogateescape"
    )


def _put(file: IO[str], record: object) -> None:
    file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _all(file: IO[str]) -> Iterator[list[list[str]]]:
    file.seek(0)
    for line in file:
        yield json.loads(line)

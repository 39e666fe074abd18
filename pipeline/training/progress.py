"""How far a training is, how fast and how good: for a person, and as a table for later."""

from __future__ import annotations

import csv
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pipeline.errors import StorageError


@dataclass(frozen=True, slots=True)
class Progress:
    """A row of the log. Losses are cross-entropy a target piece; None where nothing was measured."""

    step: int
    epoch: int
    tokens: int
    loss: float
    guide: float | None
    rate: float
    tokens_a_second: float
    seconds_left: float
    development_loss: float | None = None
    development_chrf: float | None = None

    def __str__(self) -> str:
        parts = [
            f"step {self.step}",
            f"epoch {self.epoch}",
            f"{self.tokens / 1e6:.2f} M tokens",
            f"loss {self.loss:.3f}",
        ]
        if self.development_loss is not None:
            parts.append(f"dev loss {self.development_loss:.3f}")
        if self.development_chrf is not None:
            parts.append(f"dev chrF {self.development_chrf:.1f}")
        parts += [f"{self.tokens_a_second:,.0f} tokens/s", f"{_duration(self.seconds_left)} left"]
        return " · ".join(parts)


def _duration(seconds: float) -> str:
    """Write seconds as a person says them.

    >>> _duration(50), _duration(600), _duration(7500)
    ('50 s', '10 min', '2 h 05 min')
    """
    minutes = round(seconds / 60)
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"


class Log:
    """The progress of a training as CSV, a row at a time."""

    def __init__(self, path: Path, step: int) -> None:
        """Go on with the log at `path`; rows after `step` were of a run that is done again."""
        names = [field.name for field in fields(Progress)]
        kept = [row for row in read_log(path) if int(row["step"]) <= step] if path.is_file() else []
        self._path = path
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._file, names)
        self._writer.writeheader()
        self._writer.writerows(kept)
        # A kill before the next row would take the curve so far with it.
        self._file.flush()

    def add(self, progress: Progress) -> None:
        """Write a row, at once.

        Raises:
            StorageError: it can't be written.
        """
        row: dict[str, Any] = {field.name: getattr(progress, field.name) for field in fields(Progress)}
        try:
            self._writer.writerow({name: _short(value) for name, value in row.items()})
            self._file.flush()
        except OSError as error:
            raise StorageError(f"can't write the log {self._path}: {error.strerror}") from error

    def close(self) -> None:
        """Close the file; what a full disk did not take is lost with it, and the checkpoint has it."""
        with suppress(OSError):
            self._file.close()


def _short(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else value


def read_log(path: Path) -> list[dict[str, str]]:
    """Return the rows of a log; a row that a kill cut off is none."""
    names = [field.name for field in fields(Progress)]
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if set(row) == set(names) and None not in row.values()]

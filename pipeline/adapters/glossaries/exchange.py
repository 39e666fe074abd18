"""Entries in and out of the house: from a spreadsheet or a translation tool into its own term bases, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.adapters.files import write_atomically
from pipeline.adapters.formats.tbx import document
from pipeline.adapters.glossaries import csv, tbx
from pipeline.adapters.glossaries.csv import Row
from pipeline.errors import ConfigError, GlossaryError

_KNOWN = (".csv", ".tbx")


class Brought(NamedTuple):
    """How many entries were taken, how many stand in the term bases already, and what is wrong with the others."""

    taken: int
    known: int
    problems: tuple[GlossaryError, ...]


def bring_in(source: Path, target: Path, files: Iterable[Path] = ()) -> Brought:
    """Write the entries of a CSV or TBX file into `target`, a term base of the house, sorted.

    An entry that stands just so in one of `files`, the term bases beside it, is not taken again: an
    export that was mended in a spreadsheet comes back as its changes alone.

    Raises:
        ConfigError: the file is neither.
        GlossaryError: a line of the term bases beside it is wrong.
    """
    held = {csv.cells(row) for path in files if path != target for row in csv.rows_of(path)}
    known = 0
    rows: dict[tuple[object, ...], Row] = {}
    problems: list[GlossaryError] = []
    for row in _read(source):
        if isinstance(row, GlossaryError):
            problems.append(row)
        elif csv.cells(row) in held:
            known += 1
        else:
            rows.setdefault((row.indonesian, row.english, row.context), row)
    if rows:
        target.parent.mkdir(parents=True, exist_ok=True)
        ordered = sorted(rows.values(), key=lambda row: row.indonesian.casefold())
        write_atomically(target, csv.write(ordered))
    return Brought(len(rows), known, tuple(problems))


def write_out(files: Iterable[Path], target: Path) -> int:
    """Write the entries of term bases into one CSV or TBX file; return how many.

    Raises:
        ConfigError: the file's name ends otherwise.
        GlossaryError: a line of a term base is wrong.
    """
    suffix = _suffix(target)
    rows = sorted(
        (row for path in files for row in csv.rows_of(path)), key=lambda row: row.indonesian.casefold()
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, document(rows) if suffix == ".tbx" else csv.write(rows))
    return len(rows)


def _read(source: Path) -> Iterator[Row | GlossaryError]:
    return tbx.read(source.read_bytes(), source) if _suffix(source) == ".tbx" else csv.scan(source)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in _KNOWN:
        raise ConfigError(f"{path.name}: a term base is {' or '.join(_KNOWN)}")
    return suffix

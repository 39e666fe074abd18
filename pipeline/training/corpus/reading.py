"""Read files of sentence pairs line by line, whatever is in them, in memory that does not grow."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from pipeline.errors import ConfigError

LONGEST = 1 << 16
"""Bytes of the longest line that is looked at: a sentence has a few hundred, a file without line ends
may have as many as the disk holds."""


class Line(NamedTuple):
    """A line that was read; `broken` says why it holds no pair, or is empty."""

    number: int
    indonesian: str
    english: str
    broken: str = ""


def read_pairs(path: Path) -> Iterator[Line]:
    """Yield every line of a file of Indonesian, tab, English; further columns are passed over.

    Raises:
        ConfigError: the file can't be read, or its compression is damaged.
    """
    for number, line in _lines(path):
        if line is None:
            yield Line(number, "", "", "too long a line")
            continue
        try:
            indonesian, tab, rest = line.decode("utf-8").rstrip("\r\n").partition("\t")
        except UnicodeDecodeError:
            yield Line(number, "", "", "not UTF-8")
            continue
        if tab:
            yield Line(number, indonesian, rest.partition("\t")[0])
        else:
            yield Line(number, "", "", "no tab" if indonesian.strip() else "empty line")


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text in one language that can be read.

    Raises:
        ConfigError: the file can't be read, or its compression is damaged.
    """
    for _, line in _lines(path):
        if line is not None and (text := line.decode("utf-8", "replace").strip()):
            yield text


def _lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    try:
        with open_file(path) as file:
            while line := file.readline(LONGEST):
                number += 1
                if line.endswith(b"\n") or len(line) < LONGEST:
                    yield number, line
                    continue
                while (more := file.readline(LONGEST)) and not more.endswith(b"\n"):
                    pass
                yield number, None
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise ConfigError(f"{path} can't be read after line {number}: {error}") from error


def open_file(path: Path) -> IO[bytes]:
    """Open a file for reading, unpacked if its name ends in .xz or .gz."""
    if path.suffix == ".xz":
        return lzma.open(path, "rb")
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")

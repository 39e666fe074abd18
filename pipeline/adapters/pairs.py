"""Anybody's translations to check: JSON lines, or a translator's XLIFF or TMX file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO

from pipeline.adapters import bitext
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Direction

_XML = (b"<", b"\xff\xfe", b"\xfe\xff")
"""How XML begins, in UTF-8 or with the mark of UTF-16; JSON lines begin with a brace."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair as it was found: `key` is the file's own name of it, or the number of its line."""

    key: object
    source: str
    target: str
    kind: BlockKind


@dataclass(slots=True)
class Pairs:
    """The pairs of one file: iterate over it, then see what was `broken`, one message each.

    `together` says that they are one text rather than loose pairs; `direction` is what the file says of itself.
    """

    entries: Iterator[Entry]
    together: bool = False
    direction: Direction | None = None
    broken: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Entry]:
        return self.entries


def read(file: BinaryIO) -> Pairs:
    """Tell what a file is, and return its pairs.

    Raises:
        ArticleError: XML that is neither XLIFF nor TMX.
    """
    lines = iter(file)
    first = next(lines, b"")
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_XML):
        return _translators(b"".join(chain([first], lines)))
    found = Pairs(iter(()))
    found.entries = _json_lines(chain([first], lines), found.broken)
    return found


def _translators(data: bytes) -> Pairs:
    """Read a translator's file as a whole; what stands before a break in it is kept."""
    found = Pairs(iter(()), together=bitext.format_of(data) != "tmx")
    entries = []
    try:
        for unit in bitext.units(data):
            found.direction = found.direction or unit.direction
            if unit.direction not in (None, found.direction):
                found.broken.append(f"{unit.key}: it is {unit.direction}, the file is {found.direction}")
            else:
                entries.append(Entry(unit.key, unit.source, unit.target, unit.kind))
    except ArticleError as error:
        found.broken.append(f"after {len(entries)} pairs the file is broken: {error}")
    found.entries = iter(entries)
    return found


def _json_lines(lines: Iterator[bytes], broken: list[str]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _entry(json.loads(line), number)
            except (ValueError, RecursionError) as error:
                broken.append(f"line {number} can't be checked: {error or type(error).__name__}")


def _entry(record: object, number: int) -> Entry:
    """Return the pair that a line holds.

    Raises:
        ValueError: what is missing or of the wrong kind.
    """
    if not isinstance(record, dict):
        raise ValueError("it has to be an object with source and target")  # noqa: TRY004 - the line is bad, not the call
    texts = []
    for name in ("source", "target"):
        text = record.get(name)
        if not isinstance(text, str):
            raise ValueError(f"{name!r} is no text" if name in record else f"{name!r} is missing")  # noqa: TRY004
        # JSON can write half a surrogate pair, which is no character: neither a model nor a terminal takes it.
        texts.append(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    kind = record.get("block", BlockKind.PARAGRAPH)
    if kind not in tuple(BlockKind):
        raise ValueError(f"no block {kind!r}; there are {', '.join(BlockKind)}")
    return Entry(record.get("id", number), texts[0], texts[1], BlockKind(kind))

"""The translation memory over the tables: the same sentence again, or one that is like it.

A search for what is alike has two steps: the full-text index gives the few hundred entries that
share the rarest words, and only those are compared letter by letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, column, func, literal, select, table, text

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.payload import digest_of, storable
from pipeline.adapters.storage.reading import direction_of
from pipeline.adapters.storage.remembering import memory_rows
from pipeline.adapters.storage.schema import memory
from pipeline.adapters.storage.search import words_of
from pipeline.adapters.storage.statements import insert_new, rows
from pipeline.config import StyleSettings
from pipeline.model import Direction
from pipeline.model.work import MemoryEntry, MemoryMatch
from pipeline.text.recall import fit, mask

_RARE = 6
"""So many of a sentence's rarest words are looked for; an entry has to hold two of them."""

_CANDIDATES = 300
_AT_ONCE = 500
_OTHER_VALUES = 0.99
"""The score of an entry that says the same of other numbers or names: nearly, not quite."""


class SqlMemory:
    """The port `Memory` over the tables; numbers are put in as `style` says."""

    def __init__(self, database: Database, style: StyleSettings) -> None:
        self._database = database
        self._style = style

    def add(self, entries: Iterable[MemoryEntry]) -> int:
        """Remember pairs; return how many were new."""
        waiting, added = iter(entries), 0
        while batch := list(islice(waiting, _AT_ONCE)):
            new = memory_rows(batch)
            with self._database.writing() as connection:
                added += insert_new(connection, memory, new)
        return added

    def exact(self, sources: Sequence[str], direction: Direction) -> dict[str, tuple[MemoryEntry, ...]]:
        """Return the entries whose source is the same, for each source that has any, newest first."""
        digests = {digest_of(storable(source)): source for source in sources}
        found: dict[str, list[MemoryEntry]] = defaultdict(list)
        listed = list(digests)
        with self._database.reading() as connection:
            for start in range(0, len(listed), _AT_ONCE):
                some = memory.c.source_digest.in_(listed[start : start + _AT_ONCE])
                statement = select(memory).where(_between(direction), some).order_by(memory.c.number.desc())
                for row in rows(connection, statement):
                    found[digests[row["source_digest"]]].append(_entry(row))
        return {source: tuple(entries) for source, entries in found.items()}

    def similar(
        self, source: str, direction: Direction, *, limit: int = 5, least: float = 0.6
    ) -> tuple[MemoryMatch, ...]:
        """Return the entries that are like `source`, most alike first."""
        masked = mask(storable(source), direction.source)
        with self._database.reading() as connection:
            same = select(memory).where(_between(direction), memory.c.masked_digest == digest_of(masked))
            found = rows(connection, same.order_by(memory.c.number.desc()).limit(_CANDIDATES))
            held = _holding(connection, words_of(source))
            if held is not None:
                found += rows(connection, select(memory).where(_between(direction), held).limit(_CANDIDATES))
        alike = process.extract(
            masked, [row["masked"] for row in found], scorer=fuzz.ratio, limit=None, score_cutoff=least * 100
        )
        # The very same sentence first: one of boilerplate is among hundreds that differ in a date.
        alike.sort(key=lambda one: found[one[2]]["source"] != storable(source))
        matches: dict[tuple[str, str], MemoryMatch] = {}
        fitted = 0
        for _, score, place in alike:
            match = self._match(source, masked, direction, score / 100, found[place])
            if matches.setdefault((match.entry.source, match.entry.target), match) is match:
                fitted += match.fitted
            if fitted >= limit:
                break  # nothing that follows can be more alike than these
        ranked = sorted(matches.values(), key=lambda match: (-match.score, not match.fitted))
        return tuple(ranked[:limit])

    def _match(
        self, source: str, masked: str, direction: Direction, score: float, row: dict[str, Any]
    ) -> MemoryMatch:
        entry = _entry(row)
        if entry.source == storable(source):
            return MemoryMatch(1.0, entry.target, entry)
        same = row["masked"] == masked  # else nothing can be put in, and finding that out takes a millisecond
        fitted = fit(entry.source, entry.target, source, direction, self._style) if same else None
        return MemoryMatch(
            min(score, _OTHER_VALUES), fitted or entry.target, entry, fitted=fitted is not None
        )

    def entries(self, direction: Direction | None = None) -> Iterator[MemoryEntry]:
        """Return everything that is remembered, oldest first."""
        last = 0
        wanted = select(memory).order_by(memory.c.number).limit(_AT_ONCE)
        wanted = wanted.where(_between(direction)) if direction else wanted
        while True:
            with self._database.reading() as connection:
                found = rows(connection, wanted.where(memory.c.number > last))
            if not found:
                return
            last = found[-1]["number"]
            yield from map(_entry, found)


def _between(direction: Direction) -> ColumnElement[bool]:
    return (memory.c.source_language == direction.source) & (memory.c.target_language == direction.target)


def _entry(row: dict[str, Any]) -> MemoryEntry:
    same = ("source", "target", "at", "origin", "segment_key", "actor", "properties")
    return MemoryEntry(
        direction=direction_of(row), context=row["context_digest"], **{name: row[name] for name in same}
    )


def _holding(connection: Connection, words: list[str]) -> ColumnElement[bool] | None:
    """Return the condition that an entry holds two of the rarest words; None where there are none to look for."""
    wanted = list(dict.fromkeys(word for word in words if not word.isdigit()))
    if connection.dialect.name == "sqlite":
        rare = _rarest(connection, wanted)
        if not rare:
            return None
        asked = " OR ".join(_pairs([f'"{word}"' for word in rare], "AND"))
        index = table("memory_text", column("rowid"))
        hits = select(index.c.rowid).where(text("memory_text MATCH :words").bindparams(words=asked))
        return memory.c.number.in_(hits.limit(_CANDIDATES))
    rare = sorted(wanted, key=len, reverse=True)[:_RARE]
    if not rare:
        return None
    asked = " | ".join(_pairs(rare, "&"))
    vector = func.to_tsvector(text("'simple'"), memory.c.source)
    return vector.op("@@")(func.to_tsquery(text("'simple'"), literal(asked)))


def _pairs(words: list[str], both: str) -> list[str]:
    pairs = [f"({one} {both} {other})" for at, one in enumerate(words) for other in words[at + 1 :]]
    return pairs or words


def _rarest(connection: Connection, words: list[str]) -> list[str]:
    """Return the words that the fewest entries hold, of those that any holds at all."""
    counted = table("memory_words", column("term"), column("doc"))
    statement = select(counted.c.term).where(counted.c.term.in_(words[:100])).order_by(counted.c.doc)
    return list(connection.execute(statement.limit(_RARE)).scalars())

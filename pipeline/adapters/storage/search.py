"""Full-text search over sentences, in the words of each database."""

from __future__ import annotations

import re

from sqlalchemy import Connection, column, func, literal, select, table, text

from pipeline.adapters.storage.schema import segments

_WORD = re.compile(r"\w+")
_NEWEST = 5_000
"""So many sentences are looked at, newest first: nobody reads further down a queue."""


def words_of(query: str) -> list[str]:
    """Return the words of a query, as both databases part them."""
    return [word.casefold() for word in _WORD.findall(query)]


def matching_articles(connection: Connection, query: str) -> tuple[int, ...] | None:
    """Return the articles of the newest present sentences, source or target, that hold all words of a query.

    The last letters may be missing: `gemp` finds `gempa`. None where the query has no word.
    """
    words = words_of(query)
    if not words:
        return None
    hits = _sqlite_hits if connection.dialect.name == "sqlite" else _postgresql_hits
    # Beginnings of words are merged from many lists: asked for only where the whole words aren't plenty.
    found = hits(connection, words, ends="")
    if len(found) < _NEWEST:
        found = hits(connection, words, ends="*")
    return tuple(dict.fromkeys(found))


def _sqlite_hits(connection: Connection, words: list[str], ends: str) -> list[int]:
    index = table("segments_text", column("rowid"))
    asked = " ".join(f'"{word}"{ends}' for word in words)
    newest = (
        select(index.c.rowid)
        .where(text("segments_text MATCH :words").bindparams(words=asked))
        .order_by(index.c.rowid.desc())
        .limit(_NEWEST)
    )
    found = select(segments.c.article).where(segments.c.removed_in.is_(None), segments.c.number.in_(newest))
    return list(connection.execute(found).scalars())


def _postgresql_hits(connection: Connection, words: list[str], ends: str) -> list[int]:
    # Constants have to stand in the statement as they stand in the index, or it isn't used.
    vector = func.to_tsvector(text("'simple'"), segments.c.source + text("' '") + segments.c.target)
    asked = func.to_tsquery(
        text("'simple'"), literal(" & ".join(f"{word}{':*' if ends else ''}" for word in words))
    )
    found = select(segments.c.article).where(segments.c.removed_in.is_(None), vector.op("@@")(asked))
    return list(connection.execute(found.order_by(segments.c.number.desc()).limit(_NEWEST)).scalars())

"""Full-text search over sentences, in the words of each database."""

from __future__ import annotations

import re

from sqlalchemy import Connection, Select, column, func, literal, select, table, text

from pipeline.adapters.storage.schema import segments

_WORD = re.compile(r"\w+")
_NEWEST = 5_000
"""So many sentences are looked at, newest first: nobody reads further down a queue."""


def words_of(query: str) -> list[str]:
    """Return the words of a query, as both databases part them."""
    return [word.casefold() for word in _WORD.findall(query)]


def matching_articles(connection: Connection, query: str) -> Select[tuple[int]] | None:
    """Return the articles of the newest present sentences, source or target, that hold all words of a query.

    The last letters may be missing: `gemp` finds `gempa`. None where the query has no word.
    """
    words = words_of(query)
    if not words:
        return None
    found = select(segments.c.article).where(segments.c.removed_in.is_(None))
    if connection.dialect.name == "sqlite":
        index = table("segments_text", column("rowid"))
        hits = (
            select(index.c.rowid)
            .where(
                text("segments_text MATCH :words").bindparams(words=" ".join(f'"{word}"*' for word in words))
            )
            .order_by(index.c.rowid.desc())
            .limit(_NEWEST)
        )
        return found.where(segments.c.number.in_(hits))
    # Constants have to stand in the statement as they stand in the index, or it isn't used.
    vector = func.to_tsvector(text("'simple'"), segments.c.source + text("' '") + segments.c.target)
    asked = func.to_tsquery(text("'simple'"), literal(" & ".join(f"{word}:*" for word in words)))
    return found.where(vector.op("@@")(asked)).order_by(segments.c.number.desc()).limit(_NEWEST)

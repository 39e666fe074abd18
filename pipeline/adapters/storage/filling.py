"""Fill an empty store with years of work, so that its speed can be measured where it matters.

Sentences are those of the desk's own corpus, each with a number of its own, so that words are as frequent as
they are in news and no two sentences are the same. The database makes the sentences itself: sending three
million of them through Python would take ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, text

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.editions import signature_number
from pipeline.adapters.storage.payload import digest_of
from pipeline.adapters.storage.remembering import memory_rows
from pipeline.adapters.storage.schema import articles, memory, revisions
from pipeline.adapters.storage.schema.base import NEVER, Json
from pipeline.model import Direction, Signature
from pipeline.model.work import ArticleState, MemoryEntry

SENTENCES = 30
"""Segments of an article."""

ID_EN = Direction("id", "en")

_AT_ONCE = 2_000
_PENDING_EACH = 1_000
_REMEMBERED = 3
_START = datetime(2020, 1, 1, tzinfo=UTC)
_STEP = 7919
"""A prime: neighbours in an article are sentences from far apart in the corpus."""
_FIRST = 10_000_000
"""What is added to a sentence's number: it is a plain number for certain, and no year, age or score."""

Pairs = Sequence[tuple[str, str]]


def read_pairs(folder: Path) -> list[tuple[str, str]]:
    """Return the sentence pairs of a corpus."""
    lines = (line for path in sorted(folder.glob("*.tsv")) for line in path.read_text("utf-8").splitlines())
    parts = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(one[0], one[1]) for one in parts if len(one) >= 2]


def size(database: Database) -> int:
    """Return how many articles a store holds."""
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(articles)).scalar_one()


def fill(database: Database, pairs: Pairs, count: int, progress: Callable[[int], None]) -> None:
    """Fill an empty store with `count` articles of 30 sentences, and a memory of three sentences from each."""
    remembered = memory_rows(MemoryEntry(ID_EN, *numbered(pair, 0), _START) for pair in pairs)
    for start in range(1, count + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, count + 1))
        with database.writing() as connection:
            signature = signature_number(connection, Signature("0", "echo", "echo", "", ""))
            made = [_article(number, pairs, signature) for number in numbers]
            connection.execute(insert(articles), made)
            connection.execute(insert(revisions), [_revision(row, pairs) for row in made])
            connection.execute(insert(memory), list(_memory(numbers, pairs, remembered)))
            _sentences(connection, numbers, pairs, signature)
        progress(numbers[-1])
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))
        if not database.is_sqlite:  # a sequence doesn't see what was given a number
            for table in ("articles", "blocks", "segments"):
                place = f"pg_get_serial_sequence('{table}', 'number')"
                connection.execute(text(f"SELECT setval({place}, (SELECT max(number) FROM {table}))"))  # noqa: S608 - names of ours


def numbered(pair: tuple[str, str], number: int) -> tuple[str, str]:
    """Return a sentence and its translation, each with a number at the end."""
    return f"{pair[0]} ({_FIRST + number})", f"{pair[1]} ({_FIRST + number})"


def _sentence_numbers(article: int) -> range:
    return range((article - 1) * SENTENCES + 1, article * SENTENCES + 1)


def _article(article: int, pairs: Pairs, signature: int) -> dict[str, Any]:
    at = _START + timedelta(minutes=30 * article)
    waits = article % _PENDING_EACH == 0
    first = _sentence_numbers(article)[0]
    title, title_target = numbered(pairs[first * _STEP % len(pairs)], first)
    return {
        "number": article,
        "key": f"article-{article}",
        "source": f"feed {article % 20}",
        "source_language": "id",
        "target_language": "en",
        "title": title,
        "title_target": title_target,
        "origin": "bench",
        "digest": f"{article:064}",
        "received_at": at,
        "updated_at": at,
        "pending": waits,
        "signature": None if waits else signature,
        "deadline": at + timedelta(hours=2) if article % 10 == 0 else NEVER,
        "translated_revision": 0 if waits else 1,
        "state": _state(article, waits=waits),
        "segments": 0 if waits else SENTENCES,
        "words": 500,
        "risk": article * _STEP % 9973 / 9973,
        "critical": 0 if waits else SENTENCES // 10,
        "shelved": True,
    }


def _state(article: int, *, waits: bool) -> ArticleState:
    if waits:
        return ArticleState.PENDING
    return ArticleState.PUBLISHED if article % 4 else ArticleState.OPEN


def _revision(article: dict[str, Any], pairs: Pairs) -> dict[str, Any]:
    numbers = _sentence_numbers(article["number"])
    paragraphs = [[numbered(pairs[one * _STEP % len(pairs)], one)[0], None] for one in numbers]
    empty = {"published": None, "language": None, "meta": None}
    return {
        "article": article["number"],
        "revision": 1,
        "digest": article["digest"],
        "manuscript": {"origin": "bench", "paragraphs": paragraphs} | empty,
        "received_at": article["received_at"],
    }


def _memory(numbers: range, pairs: Pairs, remembered: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield entries; what is masked in a sentence is the same whatever its number."""
    for article in numbers:
        for number in islice(_sentence_numbers(article), _REMEMBERED):
            place = number * _STEP % len(pairs)
            source, target = numbered(pairs[place], number)
            digests = {"source_digest": digest_of(source), "target_digest": digest_of(target)}
            said = {"source": source, "target": target, "origin": f"article-{article}"}
            yield remembered[place] | said | digests


def _sentences(connection: Connection, numbers: range, pairs: Pairs, signature: int) -> None:
    """Make the sentences of articles from numbers: which pair, where it stands, whether it has a flag."""
    connection.execute(
        text("CREATE TEMPORARY TABLE drawn (place INTEGER PRIMARY KEY, source TEXT, target TEXT)")
    )
    rows = [{"place": place, "source": one[0], "target": one[1]} for place, one in enumerate(pairs)]
    connection.execute(text("INSERT INTO drawn VALUES (:place, :source, :target)"), rows)
    known = {
        "first": _sentence_numbers(numbers[0])[0],
        "last": _sentence_numbers(numbers[-1])[-1],
        "pairs": len(pairs),
        "signature": signature,
        "yes": True,
        "payload": {},
    }
    for statement in _STATEMENTS:
        names = [name for name in known if f":{name}" in statement]
        typed = [bindparam("payload", type_=Json)] if "payload" in names else []
        connection.execute(text(statement).bindparams(*typed), {name: known[name] for name in names})
    connection.execute(text("DROP TABLE drawn"))


_NUMBERS = """
WITH RECURSIVE numbers(n) AS (SELECT CAST(:first AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)
"""
_TRANSLATED = f"""
FROM numbers JOIN articles ON articles.number = (n - 1) / {SENTENCES} + 1 AND NOT articles.pending
"""
_WORDED = f"{_TRANSLATED} JOIN drawn ON drawn.place = CAST(n AS BIGINT) * {_STEP} % :pairs"
_STATEMENTS = (
    f"""
INSERT INTO blocks (number, article, revision, position, key, kind)
{_NUMBERS}
SELECT n, (n - 1) / {SENTENCES} + 1, 1, (n - 1) % {SENTENCES}, 'b' || ((n - 1) % {SENTENCES} + 1), 'paragraph'
{_TRANSLATED}
""",
    f"""
INSERT INTO segments (number, article, block, revision, position, key, version, source, target, state, risk,
    updated_at)
{_NUMBERS}
SELECT n, articles.number, n, 1, (n - 1) % {SENTENCES}, 'b' || ((n - 1) % {SENTENCES} + 1) || 's1', 1,
    drawn.source || ' (' || ({_FIRST} + n) || ')', drawn.target || ' (' || ({_FIRST} + n) || ')',
    'initial', 0.1, articles.updated_at
{_WORDED}
""",
    f"""
INSERT INTO outputs (segment, version, signature, machine, target, score, payload, at)
{_NUMBERS}
SELECT n, 1, :signature, drawn.target || ' (' || ({_FIRST} + n) || ')',
    drawn.target || ' (' || ({_FIRST} + n) || ')', -0.5, :payload, articles.updated_at
{_WORDED}
""",
    f"""
INSERT INTO flags (segment, key, version, "check", severity, message, current)
{_NUMBERS}
SELECT n, 'key', 1, CASE WHEN n % 30 = 0 THEN 'names' ELSE 'figures' END, 'critical', 'a figure is missing', :yes
{_TRANSLATED} WHERE n % 10 = 0
""",
)

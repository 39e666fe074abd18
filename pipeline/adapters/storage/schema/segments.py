"""Sentences and everything that was ever made of them: by a machine, by a rule, by a person.

A segment is one row from its first day on, whatever a correction does to its place. What stands in
it is the present; how it came about stands in `outputs` (machines) and `reviews` (people). Reviews
and verdicts are only ever appended: triggers in the database refuse anything else.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text, UniqueConstraint, text

from pipeline.adapters.storage.schema.base import Instant, Json, belongs_to, key_column, metadata

blocks = Table(
    "blocks",
    metadata,
    key_column(),
    belongs_to("articles", "article"),
    Column("revision", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("key", String(20), nullable=False),
    Column("kind", String(20), nullable=False),
    UniqueConstraint("article", "revision", "position"),
)
"""The blocks of each translated revision; their text is what their segments hold, text and tail."""

segments = Table(
    "segments",
    metadata,
    key_column(),
    belongs_to("articles", "article"),
    belongs_to("blocks", "block"),
    Column("key", String(30), nullable=False),
    Column("position", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("tail", Text, nullable=False, server_default=""),
    Column("target", Text, nullable=False, server_default=""),
    Column("state", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("author", String(100)),  # who wrote or approved what stands here; none: a machine
    Column("stale", Boolean, nullable=False, server_default=text("false")),
    Column("previous_source", Text),
    Column("revision", Integer, nullable=False),  # in which the source got its present wording
    Column("removed_in", Integer),
    Column("risk", Float, nullable=False, server_default="0"),
    Column("updated_at", Instant, nullable=False),
    Index("ix_segments_article", "article", "position"),
)

outputs = Table(
    "outputs",
    metadata,
    key_column(),
    belongs_to("segments", "segment", index=True),
    Column("version", Integer, nullable=False),
    belongs_to("signatures", "signature"),
    Column("machine", Text, nullable=False),
    Column("score", Float),
    Column("target", Text, nullable=False),
    Column("previous_source", Text),  # where the source changed with it: what it was before
    Column("payload", Json),  # alternatives, edits, terms, alignment; retention drops it
    Column("at", Instant, nullable=False, index=True),
)
"""What an engine or the memory proposed, and what the rules made of it."""

reviews = Table(
    "reviews",
    metadata,
    key_column(),
    belongs_to("articles", "article", index=True),
    belongs_to("segments", "segment"),
    Column("version", Integer, nullable=False),
    Column("action", String(20), nullable=False),
    Column("source", Text, nullable=False),  # the source that the person had before them
    Column("before", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("state", String(12), nullable=False),
    Column("actor", String(100), nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("note", Text, nullable=False, server_default=""),
    Column("distance", Integer),
    belongs_to("signatures", "signature", nullable=True),
    UniqueConstraint("segment", "version"),
)
"""Append-only: what a person wrote, approved, restored, reopened."""

flags = Table(
    "flags",
    metadata,
    key_column(),
    belongs_to("segments", "segment"),
    Column("key", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("check", String(60), nullable=False),
    Column("severity", String(12), nullable=False),
    Column("message", Text, nullable=False),
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("target_start", Integer),
    Column("target_end", Integer),
    Column("current", Boolean, nullable=False),
    Column("verdict", String(12), nullable=False, server_default="open"),
    UniqueConstraint("segment", "key"),
    Index("ix_flags_check", "check", sqlite_where=text("current = 1"), postgresql_where=text("current")),
    Index(
        "ix_flags_waiting",
        "check",
        "current",  # with the next: SQLite reads the row too for what a condition names and the index lacks
        "verdict",
        sqlite_where=text("current = 1 AND verdict = 'open'"),
        postgresql_where=text("current AND verdict = 'open'"),
    ),
)
"""Reasons to look. One that comes back after a save is the same row, with the verdicts passed on it."""

verdicts = Table(
    "verdicts",
    metadata,
    key_column(),
    belongs_to("flags", "flag", index=True),
    Column("verdict", String(12), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("actor", String(100), nullable=False),
    Column("at", Instant, nullable=False, index=True),
)
"""Append-only: a flag dismissed, upheld or opened again, and why."""

"""The translation memory: what people approved, to be used again."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table, Text, UniqueConstraint

from pipeline.adapters.storage.schema.base import Instant, Json, key_column, metadata

memory = Table(
    "memory",
    metadata,
    key_column(),
    Column("source_language", String(12), nullable=False),
    Column("target_language", String(12), nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("masked", Text, nullable=False),  # numbers and names taken out
    Column("source_digest", String(32), nullable=False),
    Column("masked_digest", String(32), nullable=False),
    Column("target_digest", String(32), nullable=False),
    Column("context_digest", String(32), nullable=False, server_default=""),  # the sentences around it
    Column("origin", Text, nullable=False, server_default=""),  # the article, or the file it came in
    Column("segment_key", String(30), nullable=False, server_default=""),
    Column("actor", String(100), nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    Column("properties", Json, nullable=False),  # what a TMX says beside the texts, kept for the way out
    UniqueConstraint(
        "source_language",
        "target_language",
        "source_digest",
        "target_digest",
        "context_digest",
        name="uq_memory_pair",
    ),
    Index("ix_memory_masked", "source_language", "target_language", "masked_digest"),
    Index("ix_memory_origin", "origin"),
)

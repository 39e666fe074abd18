"""What people say about the work while it is under way: drafts, comments, saved views, proposed terms."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from pipeline.adapters.storage.schema.base import Instant, Number, key_column, metadata

drafts = Table(
    "drafts",
    metadata,
    Column("article_key", String(120), ForeignKey("articles.key"), primary_key=True),
    Column("segment_key", String(30), primary_key=True),
    Column("user", String(100), primary_key=True),
    Column("text", Text, nullable=False),
    Column("based_on", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)
"""What stands in somebody's editor and isn't saved: a closed tab loses nothing."""

comments = Table(
    "comments",
    metadata,
    key_column(),
    Column("article_key", String(120), ForeignKey("articles.key"), nullable=False),
    Column("segment_key", String(30)),
    Column("author", String(100), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("resolved_at", Instant),
    Column("resolved_by", String(100)),
    Index("ix_comments_article", "article_key", "number"),
)
"""A comment's words never change; only whether it is settled does."""

mentions = Table(
    "mentions",
    metadata,
    Column("comment", Number, ForeignKey("comments.number"), primary_key=True),
    Column("user", String(100), primary_key=True),
    Column("seen_at", Instant),
    Index("ix_mentions_user", "user", "seen_at"),
)

views = Table(
    "views",
    metadata,
    Column("user", String(100), primary_key=True),
    Column("name", String(200), primary_key=True),
    Column("query", Text, nullable=False),
    Column("shared", Boolean, nullable=False, server_default=text("false")),
)

proposals = Table(
    "proposals",
    metadata,
    key_column(),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("policy", String(12), nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("source_language", String(12), nullable=False),
    Column("target_language", String(12), nullable=False),
    Column("article_key", String(120)),
    Column("segment_key", String(30)),
    Column("author", String(100), nullable=False),
    Column("at", Instant, nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("decided_by", String(100)),
    Column("decided_at", Instant),
    Column("reason", Text, nullable=False, server_default=""),
)
"""Terms that somebody would like to have in the glossary."""

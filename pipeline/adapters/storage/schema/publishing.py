"""What went out: each publication with its withdrawal, and who is told about it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text, text

from pipeline.adapters.storage.schema.base import Instant, Json, belongs_to, key_column, metadata

publications = Table(
    "publications",
    metadata,
    key_column(),
    belongs_to("articles", "article", index=True),
    Column("revision", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_target", Text, nullable=False),
    Column("paths", Json, nullable=False),
    Column("actor", String(100), nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("note", Text, nullable=False, server_default=""),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", String(100)),
    Column("withdrawn_note", Text, nullable=False, server_default=""),
)

webhooks = Table(
    "webhooks",
    metadata,
    key_column(),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("created_by", String(100), nullable=False),
    Column("created_at", Instant, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    key_column(),
    belongs_to("webhooks", "webhook", index=True),
    Column("event", String(60), nullable=False),
    Column("payload", Json, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_at", Instant),
    Column("delivered_at", Instant),
    Column("last_error", Text, nullable=False, server_default=""),
    Index(
        "ix_deliveries_due",
        "next_at",
        sqlite_where=text("delivered_at IS NULL"),
        postgresql_where=text("delivered_at IS NULL"),
    ),
)

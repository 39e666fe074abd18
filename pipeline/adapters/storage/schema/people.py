"""Who works here, how they sign in, and what they did: accounts, sessions, tokens, the audit log."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text, text

from pipeline.adapters.storage.schema.base import Instant, Json, key_column, metadata

users = Table(
    "users",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("display", String(200), nullable=False),
    Column("role", String(12), nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("language", String(12), nullable=False),
    Column("theme", String(12), nullable=False, server_default="auto"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("created_at", Instant, nullable=False),
    Column("settings", Json, nullable=False, server_default="{}"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user", String(100), ForeignKey("users.name"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    Column("address", String(64), nullable=False, server_default=""),
    Column("agent", Text, nullable=False, server_default=""),
)

tokens = Table(
    "tokens",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("user", String(100), ForeignKey("users.name"), nullable=False),
    Column("role", String(12), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("revoked_at", Instant),
)

login_attempts = Table(
    "login_attempts",
    metadata,
    key_column(),
    Column("username", String(100), nullable=False),
    Column("address", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("ok", Boolean, nullable=False),
    Index("ix_login_attempts_address", "address", "at"),
    Index("ix_login_attempts_username", "username", "at"),
)
"""Kept in the store, so that a limit survives a restart and holds over several processes."""

audit = Table(
    "audit",
    metadata,
    key_column(),
    Column("at", Instant, nullable=False, index=True),
    Column("actor", String(100), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    Column("detail", Json, nullable=False),
    Column("address", String(64), nullable=False, server_default=""),
    Index("ix_audit_subject", "subject"),
)
"""Append-only."""

"""Accounts, sessions, tokens, the audit log, and what people discuss."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from pipeline.adapters.storage.schema.base import Instant, Number

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "users",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("display", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("theme", sa.String(length=12), server_default="auto", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("settings", sa.JSON(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_users")),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user", sa.String(length=100), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("seen_at", Instant, nullable=False),
        sa.Column("expires_at", Instant, nullable=False),
        sa.Column("address", sa.String(length=64), server_default="", nullable=False),
        sa.Column("agent", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.name"], name=op.f("fk_sessions_user")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_expires_at"), "sessions", ["expires_at"], unique=False)
    op.create_index(op.f("ix_sessions_user"), "sessions", ["user"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("used_at", Instant, nullable=True),
        sa.Column("revoked_at", Instant, nullable=True),
        sa.ForeignKeyConstraint(["user"], ["users.name"], name=op.f("fk_tokens_user")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_tokens_token_hash")),
    )
    op.create_table(
        "login_attempts",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("username", sa.String(length=100), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("ok", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_login_attempts")),
    )
    op.create_index("ix_login_attempts_address", "login_attempts", ["address", "at"], unique=False)
    op.create_index("ix_login_attempts_username", "login_attempts", ["username", "at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("address", sa.String(length=64), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["subject"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("article_key", sa.String(length=120), nullable=False),
        sa.Column("segment_key", sa.String(length=30), nullable=False),
        sa.Column("user", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["article_key"], ["articles.key"], name=op.f("fk_drafts_article_key")),
        sa.PrimaryKeyConstraint("article_key", "segment_key", "user", name=op.f("pk_drafts")),
    )
    op.create_table(
        "comments",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article_key", sa.String(length=120), nullable=False),
        sa.Column("segment_key", sa.String(length=30), nullable=True),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("resolved_at", Instant, nullable=True),
        sa.Column("resolved_by", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["article_key"], ["articles.key"], name=op.f("fk_comments_article_key")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_comments")),
    )
    op.create_index("ix_comments_article", "comments", ["article_key", "number"], unique=False)
    op.create_index(op.f("ix_comments_at"), "comments", ["at"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("comment", Number, nullable=False),
        sa.Column("user", sa.String(length=100), nullable=False),
        sa.Column("seen_at", Instant, nullable=True),
        sa.ForeignKeyConstraint(["comment"], ["comments.number"], name=op.f("fk_mentions_comment")),
        sa.PrimaryKeyConstraint("comment", "user", name=op.f("pk_mentions")),
    )
    op.create_index("ix_mentions_user", "mentions", ["user", "seen_at"], unique=False)
    op.create_table(
        "views",
        sa.Column("user", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("shared", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.PrimaryKeyConstraint("user", "name", name=op.f("pk_views")),
    )
    op.create_table(
        "proposals",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("policy", sa.String(length=12), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_language", sa.String(length=12), nullable=False),
        sa.Column("target_language", sa.String(length=12), nullable=False),
        sa.Column("article_key", sa.String(length=120), nullable=True),
        sa.Column("segment_key", sa.String(length=30), nullable=True),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("decided_by", sa.String(length=100), nullable=True),
        sa.Column("decided_at", Instant, nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_proposals")),
    )
    op.create_index(op.f("ix_proposals_state"), "proposals", ["state"], unique=False)

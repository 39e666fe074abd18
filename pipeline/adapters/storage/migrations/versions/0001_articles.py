"""The articles, their revisions, and what sources call them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from pipeline.adapters.storage.schema.base import Instant, Number

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "signatures",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_signatures")),
        sa.UniqueConstraint("digest", name=op.f("uq_signatures_digest")),
    )
    op.create_table(
        "articles",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("source_language", sa.String(length=12), nullable=False),
        sa.Column("target_language", sa.String(length=12), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_target", sa.Text(), server_default="", nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("pub_status", sa.String(length=12), server_default="usable", nullable=False),
        sa.Column("embargoed_until", Instant, nullable=True),
        sa.Column("deadline", Instant, nullable=False),
        sa.Column("priority", sa.Integer(), server_default="0", nullable=False),
        sa.Column("assignee", sa.String(length=100), nullable=True),
        sa.Column("received_at", Instant, nullable=False),
        sa.Column("updated_at", Instant, nullable=False),
        sa.Column("published_at", Instant, nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("pending", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_attempt", Instant, nullable=True),
        sa.Column("interrupted", sa.Integer(), server_default="0", nullable=False),
        sa.Column("interrupted_at", Instant, nullable=True),
        sa.Column("signature", Number, nullable=True),
        sa.Column("translated_revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("shelved", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("lease_holder", sa.String(length=200), nullable=True),
        sa.Column("lease_until", Instant, nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.Column("words", sa.Integer(), server_default="0", nullable=False),
        sa.Column("segments", sa.Integer(), server_default="0", nullable=False),
        sa.Column("translated", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reviewed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("final", sa.Integer(), server_default="0", nullable=False),
        sa.Column("stale", sa.Integer(), server_default="0", nullable=False),
        sa.Column("critical", sa.Integer(), server_default="0", nullable=False),
        sa.Column("major", sa.Integer(), server_default="0", nullable=False),
        sa.Column("minor", sa.Integer(), server_default="0", nullable=False),
        sa.Column("risk", sa.Float(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["signature"], ["signatures.number"], name=op.f("fk_articles_signature")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("key", name=op.f("uq_articles_key")),
    )
    op.create_index("ix_articles_deadline", "articles", ["deadline", "number"], unique=False)
    op.create_index(op.f("ix_articles_digest"), "articles", ["digest"], unique=False)
    op.create_index(
        "ix_articles_leased",
        "articles",
        ["lease_holder"],
        unique=False,
        sqlite_where=sa.text("lease_holder IS NOT NULL"),
        postgresql_where=sa.text("lease_holder IS NOT NULL"),
    )
    op.create_index(
        "ix_articles_pending",
        "articles",
        ["next_attempt", "number"],
        unique=False,
        sqlite_where=sa.text("pending = 1"),
        postgresql_where=sa.text("pending"),
    )
    op.create_index("ix_articles_received", "articles", ["received_at", "number"], unique=False)
    op.create_index("ix_articles_risk", "articles", ["risk", "number"], unique=False)
    op.create_index(
        "ix_articles_shelf",
        "articles",
        ["number"],
        unique=False,
        sqlite_where=sa.text("shelved = 0"),
        postgresql_where=sa.text("NOT shelved"),
    )
    op.create_index(op.f("ix_articles_signature"), "articles", ["signature"], unique=False)
    op.create_index("ix_articles_source", "articles", ["source", "number"], unique=False)
    op.create_index("ix_articles_state_deadline", "articles", ["state", "deadline", "number"], unique=False)
    op.create_index(
        "ix_articles_state_received", "articles", ["state", "received_at", "number"], unique=False
    )
    op.create_index("ix_articles_state_risk", "articles", ["state", "risk", "number"], unique=False)
    op.create_index("ix_articles_state_updated", "articles", ["state", "updated_at", "number"], unique=False)
    op.create_index("ix_articles_updated", "articles", ["updated_at", "number"], unique=False)
    op.create_table(
        "identities",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("guid_digest", sa.String(length=64), nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("article", Number, nullable=True),
        sa.Column("digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("problem", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawn", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("item_version", sa.String(length=200), server_default="", nullable=False),
        sa.Column("item_updated", Instant, nullable=True),
        sa.Column("received_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_identities_article")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_identities")),
        sa.UniqueConstraint("source", "guid_digest", name=op.f("uq_identities_source_guid_digest")),
    )
    op.create_index(op.f("ix_identities_article"), "identities", ["article"], unique=False)
    op.create_index(
        "ix_identities_problem",
        "identities",
        ["number"],
        unique=False,
        sqlite_where=sa.text("problem <> ''"),
        postgresql_where=sa.text("problem <> ''"),
    )
    op.create_table(
        "revisions",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("manuscript", sa.JSON(), nullable=False),
        sa.Column("item_version", sa.String(length=200), server_default="", nullable=False),
        sa.Column("item_updated", Instant, nullable=True),
        sa.Column("received_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_revisions_article")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revisions")),
        sa.UniqueConstraint("article", "revision", name=op.f("uq_revisions_article_revision")),
    )
    op.create_index(op.f("ix_revisions_digest"), "revisions", ["digest"], unique=False)
    op.create_table(
        "downloads",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("suffix", sa.String(length=20), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_downloads_article")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_downloads")),
    )
    op.create_index(op.f("ix_downloads_article"), "downloads", ["article"], unique=False)
    op.create_index(op.f("ix_downloads_received_at"), "downloads", ["received_at"], unique=False)

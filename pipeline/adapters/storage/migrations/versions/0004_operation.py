"""Sources, runs, leases, publications, the translation memory."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from pipeline.adapters.storage.schema.base import Instant, Number

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sources",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("checked_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sources")),
    )
    op.create_table(
        "stamps",
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("place_digest", sa.String(length=64), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source", "place_digest", name=op.f("pk_stamps")),
    )
    op.create_table(
        "runs",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=False),
        sa.Column("started_at", Instant, nullable=False),
        sa.Column("finished_at", Instant, nullable=True),
        sa.Column("received", sa.Integer(), server_default="0", nullable=False),
        sa.Column("translated", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("seconds", sa.Float(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_runs")),
    )
    op.create_index(op.f("ix_runs_started_at"), "runs", ["started_at"], unique=False)
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=True),
        sa.Column("until", Instant, nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "publications",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_target", sa.Text(), nullable=False),
        sa.Column("paths", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawn_at", Instant, nullable=True),
        sa.Column("withdrawn_by", sa.String(length=100), nullable=True),
        sa.Column("withdrawn_note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_publications_article")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_publications")),
    )
    op.create_index(op.f("ix_publications_article"), "publications", ["article"], unique=False)
    op.create_index(op.f("ix_publications_at"), "publications", ["at"], unique=False)
    op.create_table(
        "webhooks",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("created_by", sa.String(length=100), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_webhooks")),
    )
    op.create_table(
        "deliveries",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("webhook", Number, nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_at", Instant, nullable=True),
        sa.Column("delivered_at", Instant, nullable=True),
        sa.Column("last_error", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["webhook"], ["webhooks.number"], name=op.f("fk_deliveries_webhook")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deliveries")),
    )
    op.create_index(
        "ix_deliveries_due",
        "deliveries",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("delivered_at IS NULL"),
        postgresql_where=sa.text("delivered_at IS NULL"),
    )
    op.create_index(op.f("ix_deliveries_webhook"), "deliveries", ["webhook"], unique=False)
    op.create_table(
        "memory",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("source_language", sa.String(length=12), nullable=False),
        sa.Column("target_language", sa.String(length=12), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("masked", sa.Text(), nullable=False),
        sa.Column("source_digest", sa.String(length=32), nullable=False),
        sa.Column("masked_digest", sa.String(length=32), nullable=False),
        sa.Column("target_digest", sa.String(length=32), nullable=False),
        sa.Column("context_digest", sa.String(length=32), server_default="", nullable=False),
        sa.Column("origin", sa.Text(), server_default="", nullable=False),
        sa.Column("segment_key", sa.String(length=30), server_default="", nullable=False),
        sa.Column("actor", sa.String(length=100), server_default="", nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("properties", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_memory")),
        sa.UniqueConstraint(
            "source_language",
            "target_language",
            "source_digest",
            "target_digest",
            "context_digest",
            name="uq_memory_pair",
        ),
    )
    op.create_index(
        "ix_memory_masked", "memory", ["source_language", "target_language", "masked_digest"], unique=False
    )
    op.create_index("ix_memory_origin", "memory", ["origin"], unique=False)

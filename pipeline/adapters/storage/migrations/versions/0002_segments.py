"""The sentences, what was made of them, and what people said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from pipeline.adapters.storage.schema.base import Instant, Number

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "blocks",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_blocks_article")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_blocks")),
        sa.UniqueConstraint(
            "article", "revision", "position", name=op.f("uq_blocks_article_revision_position")
        ),
    )
    op.create_table(
        "segments",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("block", Number, nullable=False),
        sa.Column("key", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("tail", sa.Text(), server_default="", nullable=False),
        sa.Column("target", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=True),
        sa.Column("stale", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("previous_source", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed_in", sa.Integer(), nullable=True),
        sa.Column("risk", sa.Float(), server_default="0", nullable=False),
        sa.Column("updated_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_segments_article")),
        sa.ForeignKeyConstraint(["block"], ["blocks.number"], name=op.f("fk_segments_block")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_segments")),
    )
    op.create_index("ix_segments_article", "segments", ["article", "position"], unique=False)
    op.create_table(
        "outputs",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("segment", Number, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("signature", Number, nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("previous_source", sa.Text(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=True),
        sa.Column("at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["segment"], ["segments.number"], name=op.f("fk_outputs_segment")),
        sa.ForeignKeyConstraint(["signature"], ["signatures.number"], name=op.f("fk_outputs_signature")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_outputs")),
    )
    op.create_index(op.f("ix_outputs_at"), "outputs", ["at"], unique=False)
    op.create_index(op.f("ix_outputs_segment"), "outputs", ["segment"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("segment", Number, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("distance", sa.Integer(), nullable=True),
        sa.Column("signature", Number, nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_reviews_article")),
        sa.ForeignKeyConstraint(["segment"], ["segments.number"], name=op.f("fk_reviews_segment")),
        sa.ForeignKeyConstraint(["signature"], ["signatures.number"], name=op.f("fk_reviews_signature")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reviews")),
        sa.UniqueConstraint("segment", "version", name=op.f("uq_reviews_segment_version")),
    )
    op.create_index(op.f("ix_reviews_article"), "reviews", ["article"], unique=False)
    op.create_index(op.f("ix_reviews_at"), "reviews", ["at"], unique=False)
    op.create_table(
        "flags",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("segment", Number, nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("check", sa.String(length=60), nullable=False),
        sa.Column("severity", sa.String(length=12), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=True),
        sa.Column("source_end", sa.Integer(), nullable=True),
        sa.Column("target_start", sa.Integer(), nullable=True),
        sa.Column("target_end", sa.Integer(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=12), server_default="open", nullable=False),
        sa.ForeignKeyConstraint(["segment"], ["segments.number"], name=op.f("fk_flags_segment")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_flags")),
        sa.UniqueConstraint("segment", "key", name=op.f("uq_flags_segment_key")),
    )
    op.create_index(
        "ix_flags_check",
        "flags",
        ["check"],
        unique=False,
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "verdicts",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("flag", Number, nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["flag"], ["flags.number"], name=op.f("fk_verdicts_flag")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_verdicts")),
    )
    op.create_index(op.f("ix_verdicts_at"), "verdicts", ["at"], unique=False)
    op.create_index(op.f("ix_verdicts_flag"), "verdicts", ["flag"], unique=False)

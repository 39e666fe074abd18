"""Articles as their sources sent them: who they are, every revision of the text, and what is to be done.

An article is one row for ever. A correction is a new row in `revisions`; the numbers that a queue
sorts and filters by are kept on the article, since nobody counts three million segments on a page view.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from pipeline.adapters.storage.schema.base import NEVER, Instant, Json, belongs_to, key_column, metadata

signatures = Table(
    "signatures",
    metadata,
    key_column(),
    Column("digest", String(64), nullable=False, unique=True),
    Column("body", Json, nullable=False),
)
"""How editions were made. A few rows: articles and outputs point to them."""

articles = Table(
    "articles",
    metadata,
    key_column(),
    Column("key", String(120), nullable=False, unique=True),
    Column("source", String(200), nullable=False),
    Column("source_language", String(12), nullable=False),
    Column("target_language", String(12), nullable=False),
    Column("title", Text, nullable=False),
    Column("title_target", Text, nullable=False, server_default=""),
    Column("origin", Text, nullable=False),
    Column("link", Text, nullable=False, server_default=""),
    Column("published", String(40)),  # as the source wrote it: its offset is part of the text
    Column("digest", String(64), nullable=False, index=True),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("pub_status", String(12), nullable=False, server_default="usable"),
    Column("embargoed_until", Instant),
    Column("deadline", Instant, nullable=False, default=NEVER),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("assignee", String(100)),
    Column("received_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("published_at", Instant),
    # what the desk has to do
    Column("state", String(12), nullable=False),
    Column("pending", Boolean, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_attempt", Instant),
    Column("interrupted", Integer, nullable=False, server_default="0"),
    Column("interrupted_at", Instant),
    belongs_to("signatures", "signature", nullable=True, index=True),
    Column("translated_revision", Integer, nullable=False, server_default="0"),
    Column("shelved", Boolean, nullable=False, server_default=text("true")),
    # the lease: who works on it, until when, and the number that outdates every earlier holder
    Column("lease_holder", String(200)),
    Column("lease_until", Instant),
    Column("fence", Integer, nullable=False, server_default="0"),
    # counted when something changes, read by the queue
    Column("version", Integer, nullable=False, server_default="0"),
    Column("words", Integer, nullable=False, server_default="0"),
    Column("segments", Integer, nullable=False, server_default="0"),
    Column("translated", Integer, nullable=False, server_default="0"),
    Column("reviewed", Integer, nullable=False, server_default="0"),
    Column("final", Integer, nullable=False, server_default="0"),
    Column("stale", Integer, nullable=False, server_default="0"),
    Column("critical", Integer, nullable=False, server_default="0"),
    Column("major", Integer, nullable=False, server_default="0"),
    Column("minor", Integer, nullable=False, server_default="0"),
    Column("risk", Float, nullable=False, server_default="0"),
    Index(
        "ix_articles_pending",
        "next_attempt",
        "number",
        sqlite_where=text("pending = 1"),
        postgresql_where=text("pending"),
    ),
    Index(
        "ix_articles_shelf", "number", sqlite_where=text("shelved = 0"), postgresql_where=text("NOT shelved")
    ),
    Index(
        "ix_articles_leased",
        "lease_holder",
        sqlite_where=text("lease_holder IS NOT NULL"),
        postgresql_where=text("lease_holder IS NOT NULL"),
    ),
    Index("ix_articles_risk", "risk", "number"),
    Index("ix_articles_deadline", "deadline", "number"),
    Index("ix_articles_received", "received_at", "number"),
    Index("ix_articles_updated", "updated_at", "number"),
    Index("ix_articles_source", "source", "number"),
    Index("ix_articles_state_risk", "state", "risk", "number"),
    Index("ix_articles_state_deadline", "state", "deadline", "number"),
    Index("ix_articles_state_received", "state", "received_at", "number"),
    Index("ix_articles_state_updated", "state", "updated_at", "number"),
)

identities = Table(
    "identities",
    metadata,
    key_column(),
    Column("source", String(200), nullable=False),
    Column("guid_digest", String(64), nullable=False),
    Column("guid", Text, nullable=False),
    belongs_to("articles", "article", nullable=True, index=True),
    Column("digest", String(64), nullable=False, server_default=""),  # of the text it last brought
    Column("problem", Text, nullable=False, server_default=""),
    Column("withdrawn", Boolean, nullable=False, server_default=text("false")),  # before it ever came
    Column("item_version", String(200), nullable=False, server_default=""),
    Column("item_updated", Instant),
    Column("received_at", Instant, nullable=False),
    UniqueConstraint("source", "guid_digest"),
    Index(
        "ix_identities_problem",
        "number",
        sqlite_where=text("problem <> ''"),
        postgresql_where=text("problem <> ''"),
    ),
)
"""What sources call their items. Two names may be one article; a name that never became one says why."""

revisions = Table(
    "revisions",
    metadata,
    key_column(),
    belongs_to("articles", "article"),
    Column("revision", Integer, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("manuscript", Json, nullable=False),
    Column("item_version", String(200), nullable=False, server_default=""),
    Column("item_updated", Instant),
    Column("received_at", Instant, nullable=False),
    UniqueConstraint("article", "revision"),
)
"""Every text that a source ever sent, whole."""

downloads = Table(
    "downloads",
    metadata,
    key_column(),
    belongs_to("articles", "article", index=True),
    Column("revision", Integer, nullable=False),
    Column("suffix", String(20), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False, index=True),
)
"""The bytes as they were fetched; retention drops them."""

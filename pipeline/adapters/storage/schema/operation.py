"""How the desk runs: what each source said last, which runs there were, who holds which lease."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, String, Table, Text

from pipeline.adapters.storage.schema.base import Instant, Json, key_column, metadata

sources = Table(
    "sources",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("state", Json, nullable=False),
    Column("checked_at", Instant, nullable=False),
)
"""ETag, Last-Modified, back-off and trouble of each source, as intake keeps them."""

stamps = Table(
    "stamps",
    metadata,
    Column("source", String(200), primary_key=True),
    Column("place_digest", String(64), primary_key=True),
    Column("stamp", Text, nullable=False),
)
"""What each item looked like when it was last fetched: what looks the same is not fetched again."""

runs = Table(
    "runs",
    metadata,
    key_column(),
    Column("holder", String(200), nullable=False),
    Column("started_at", Instant, nullable=False, index=True),
    Column("finished_at", Instant),
    Column("received", Integer, nullable=False, server_default="0"),
    Column("translated", Integer, nullable=False, server_default="0"),
    Column("failed", Integer, nullable=False, server_default="0"),
    Column("seconds", Float, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("holder", String(200)),
    Column("until", Instant),
    Column("fence", Integer, nullable=False, server_default="0"),
)
"""Leases on what is no article: polling a source, sweeping old drafts."""

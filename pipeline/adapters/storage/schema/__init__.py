"""The tables, a file a family: importing this gives all of them, and `metadata` knows each."""

from __future__ import annotations

from pipeline.adapters.storage.schema.articles import articles, downloads, identities, revisions, signatures
from pipeline.adapters.storage.schema.base import metadata
from pipeline.adapters.storage.schema.discussion import comments, drafts, mentions, proposals, views
from pipeline.adapters.storage.schema.memory import memory
from pipeline.adapters.storage.schema.operation import leases, runs, sources, stamps
from pipeline.adapters.storage.schema.people import audit, login_attempts, sessions, tokens, users
from pipeline.adapters.storage.schema.publishing import deliveries, publications, webhooks
from pipeline.adapters.storage.schema.segments import blocks, flags, outputs, reviews, segments, verdicts

__all__ = [
    "articles",
    "audit",
    "blocks",
    "comments",
    "deliveries",
    "downloads",
    "drafts",
    "flags",
    "identities",
    "leases",
    "login_attempts",
    "memory",
    "mentions",
    "metadata",
    "outputs",
    "proposals",
    "publications",
    "reviews",
    "revisions",
    "runs",
    "segments",
    "sessions",
    "signatures",
    "sources",
    "stamps",
    "tokens",
    "users",
    "verdicts",
    "views",
    "webhooks",
]

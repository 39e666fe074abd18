"""The door of the desk with its adapters: what the command line needs for accounts, without the web stack."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.adapters import passwords
from pipeline.adapters.storage.accounts import SqlAccounts
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.upkeep import ready
from pipeline.config import Settings
from pipeline.review.gate import Gate


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def open_gate(settings: Settings, database: Database | None = None) -> Gate:
    """Return the door of the desk, on a database that is open already or on that of the settings."""
    database = database or ready(Database(settings.store_url))
    return Gate(SqlAccounts(database), passwords, now, settings.review.session_hours)

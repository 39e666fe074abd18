"""What every table shares: the metadata, how constraints are named, how a moment is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, DateTime, ForeignKey, Integer, MetaData
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")
"""Row numbers: SQLite gives them by itself only to a plain INTEGER."""

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""The deadline of an article that has none: last in every queue, and in the index of it."""

Json = JSON()


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC: SQLite has no time zones, and two hosts may not agree on theirs."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into what the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its time zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn what the database keeps into an aware time in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def key_column() -> Column[Any]:
    """Return the row number that every big table has."""
    return Column("number", Number, primary_key=True, autoincrement=True)


def belongs_to(table: str, name: str, *, nullable: bool = False, index: bool = False) -> Column[Any]:
    """Return a foreign key to the number of `table`."""
    return Column(name, Number, ForeignKey(f"{table}.number"), nullable=nullable, index=index)

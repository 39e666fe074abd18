"""The few statements that SQLite and PostgreSQL word each in their own way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Write `values` into the row of `key`, making it where there is none."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(table).values(**key, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=dict(values)))


def insert_new(connection: Connection, table: Table, values: list[dict[str, Any]]) -> int:
    """Insert the rows that aren't there yet; return how many that were."""
    if not values:
        return 0
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    before = next(iter(table.primary_key))
    made = make(table).on_conflict_do_nothing().returning(before)
    return len(connection.execute(made, values).all())


def first(connection: Connection, statement: Select[Any]) -> dict[str, Any] | None:
    """Return the first row by its columns' names, None where there is none."""
    return next(iter(rows(connection, statement.limit(1))), None)


def rows(connection: Connection, statement: Select[Any]) -> list[dict[str, Any]]:
    """Return all rows by their columns' names."""
    found = connection.execute(statement)
    names = [str(name) for name in found.keys()]  # noqa: SIM118 - a result is no mapping
    return [dict(zip(names, row, strict=True)) for row in found]

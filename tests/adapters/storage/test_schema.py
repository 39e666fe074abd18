from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, insert, text

from pipeline.adapters.storage import upkeep
from pipeline.adapters.storage.database import Database, head
from pipeline.adapters.storage.schema import audit, metadata
from pipeline.errors import ConfigError, StorageError

REVISIONS = [f"{number:04}" for number in range(1, int(head()))]


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Full-text indexes are the databases' own kind of thing, which the metadata can't say."""
    return not (kind in ("table", "index") and name and ("_text" in name or name == "memory_words"))


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"include_object": _ours, "compare_type": True})
    return list(compare_metadata(context, metadata))


def test_the_migrations_make_exactly_the_tables_of_the_schema(database: Database) -> None:
    upkeep.ready(database)
    with database.reading() as connection:
        assert _differences(connection) == []
    assert database.revision() == head()


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_store_of_every_earlier_revision_is_brought_up_to_date(database: Database, revision: str) -> None:
    upkeep.upgrade(database, revision)
    with pytest.raises(StorageError, match="dwibahasa db upgrade"):
        upkeep.ready(database)
    assert upkeep.upgrade(database) == (revision, head())
    with database.reading() as connection:
        assert _differences(connection) == []


def test_the_tables_of_a_newer_version_are_refused(database: Database) -> None:
    upkeep.ready(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for attempt in (upkeep.ready, upkeep.upgrade):
        with pytest.raises(StorageError, match="a newer Dwibahasa made them"):
            attempt(database)


def test_what_is_append_only_can_be_neither_changed_nor_deleted(database: Database) -> None:
    upkeep.ready(database)
    with database.writing() as connection:
        connection.execute(
            insert(audit).values(
                at=datetime(2026, 3, 2, tzinfo=UTC),
                actor="sari",
                action="login",
                subject="",
                detail={"from": "here"},
            )
        )
    for statement in (audit.update().values(actor="budi"), audit.delete()):
        with pytest.raises(StorageError, match="audit is append-only"), database.writing() as connection:
            connection.execute(statement)


@pytest.mark.parametrize(
    "url", ["store.db", "mysql://localhost/desk", "sqlite://", "postgresql://localhost/desk"]
)
def test_a_url_that_is_no_store_is_a_setting_to_put_right(url: str) -> None:
    with pytest.raises(ConfigError, match=r"sqlite:////absolute/path.db or postgresql\+psycopg"):
        Database(url)

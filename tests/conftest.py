"""Puts `tests/` on the path, so that every test can `from builders import …`; stores for those that need one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import metadata
from pipeline.adapters.storage.store import Store
from pipeline.adapters.storage.upkeep import ready
from pipeline.config import load_settings

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Run a PostgreSQL server for the session; it costs nothing where no test asks for it."""
    from databases import server  # noqa: PLC0415 - not on the path before the line above

    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of an empty database, of one kind and then of the other."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    from databases import fresh_database  # noqa: PLC0415 - not on the path before the line above

    return fresh_database(request.getfixturevalue("postgres"))


@pytest.fixture
def database(store_url: str) -> Iterator[Database]:
    """Give a database without tables, closed when the test is over."""
    found = Database(store_url)
    yield found
    found.close()


@pytest.fixture(scope="session")
def stores() -> Iterator[dict[str, Database]]:
    """Keep databases whose tables are made once; tests take them in turns."""
    made: dict[str, Database] = {}
    yield made
    for one in made.values():
        one.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest, stores: dict[str, Database], tmp_path_factory: pytest.TempPathFactory
) -> Store:
    """Give an empty store, in SQLite and then in PostgreSQL."""
    from databases import fresh_database  # noqa: PLC0415 - not on the path before the line above

    kind = request.param
    if kind not in stores:
        server = kind == "postgresql" and request.getfixturevalue("postgres")
        file = tmp_path_factory.mktemp("store") / "store.db"
        stores[kind] = ready(Database(fresh_database(server) if server else f"sqlite:///{file}"))
    empty(stores[kind])
    return Store(stores[kind], load_settings(environment={}).style)


def empty(database: Database) -> None:
    """Take everything out of a store, what is append-only too: ten times as fast as making the tables."""
    with database.writing() as connection:
        if database.is_sqlite:
            found = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE name LIKE '%keep_delete'")
            ).all()
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            for name, _ in found:
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
        if database.is_sqlite:
            for _, made in found:
                connection.execute(text(made))

"""Puts `tests/` on the path, so that every test can `from builders import …`; stores for those that need one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from pipeline.adapters.storage.database import Database

sys.path.insert(0, str(Path(__file__).parent))

_numbers = count(1)


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
    return fresh_database(request.getfixturevalue("postgres"))


@pytest.fixture
def database(store_url: str) -> Iterator[Database]:
    """Give a database without tables, closed when the test is over."""
    found = Database(store_url)
    yield found
    found.close()


def fresh_database(server: str) -> str:
    """Make an empty database on `server`; return its URL."""
    import psycopg  # noqa: PLC0415 - loaded only where a test asks for PostgreSQL

    name = f"test_{next(_numbers)}"
    plain = server.replace("+psycopg", "")
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"

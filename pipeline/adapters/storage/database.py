"""A database by its URL: connections as the desk wants them, transactions, and errors that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from pipeline.adapters.storage.place import Place
from pipeline.errors import ConfigError, StorageError, StoreAwayError

BUSY_SECONDS = 60
"""How long a writer waits for another one; eight runs at once take their turns."""

_VERSIONS = Path(__file__).parent / "migrations" / "versions"
_WRITING = "dwibahasa_writing"


class Database:
    """The tables at `url`, in SQLite or in PostgreSQL; safe to share between threads."""

    def __init__(self, url: str) -> None:
        self.url = parse_url(url)
        self.engine = _engine(self.url)
        self._place = Place(Path(self.url.database or "")) if self.is_sqlite else None
        if self._place:
            self._place.watch(self.engine)

    @property
    def is_sqlite(self) -> bool:
        """Whether the tables lie in a file of ours."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the store and changes nothing."""
        with explained(self.url), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in one transaction: everything in it happens, or nothing."""
        engine = self.engine.execution_options(**{_WRITING: True})
        with explained(self.url), engine.begin() as connection:
            yield connection

    def ping(self) -> None:
        """Read from the store.

        Raises:
            StorageError: it can't be read.
        """
        with self.reading() as connection:
            connection.execute(text("SELECT count(*) FROM alembic_version"))

    def revision(self) -> str | None:
        """Return the revision of the tables, None where there are none yet."""
        with self.reading() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return found

    def close(self) -> None:
        """Let the connections go."""
        self.engine.dispose()
        if self._place:
            self._place.forget()


def head() -> str:
    """Return the newest revision that this version of Dwibahasa knows, without importing alembic."""
    return max(file.stem for file in _VERSIONS.glob("[0-9]*.py"))[:4]


def parse_url(url: str) -> URL:
    """Read a database URL.

    Raises:
        ConfigError: it is none, or names a database that the desk can't use.
    """
    try:
        found = make_url(url)
    except ArgumentError as error:
        raise ConfigError(_urls(url)) from error
    if found.drivername not in ("sqlite", "postgresql+psycopg"):
        raise ConfigError(_urls(url))
    if found.drivername == "sqlite" and not found.database:
        raise ConfigError(_urls(url))
    return found


def _urls(url: str) -> str:
    return (
        f"[store] url: {url!r} is not sqlite:////absolute/path.db or postgresql+psycopg://user@host/database"
    )


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "postgresql":
            return create_engine(url, pool_size=20, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    except (NoSuchModuleError, ImportError) as error:
        raise ConfigError(f"PostgreSQL needs psycopg: pip install 'dwibahasa[postgres]' ({error})") from error
    except OSError as error:
        raise StorageError(f"can't make the folder of {url.database}: {error.strerror}") from error
    engine = create_engine(url, pool_size=20, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves; the driver's own guess breaks isolation
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITING)
    # A reader that turns into a writer half-way can't wait for its turn: it fails with "database is locked".
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what a database driver says into what a person can do about it."""
    try:
        yield
    except DBAPIError as error:
        shown = url.render_as_string(hide_password=True)
        said = " ".join(str(error.orig).split())
        away = error.connection_invalidated or (isinstance(error, OperationalError) and _AWAY.search(said))
        kind = StoreAwayError if away else StorageError
        raise kind(f"the store {shown}: {said}{_advice(said)}") from error


_AWAY = re.compile(r"connection|shutting down|starting up|recovery mode|administrator command", re.IGNORECASE)
"""What a server says that is away for a moment, as psycopg words it."""

_ADVICE = {
    "is full": "the disk is full: make room, then run again; nothing that was stored is lost",
    "No space left": "the disk is full: make room, then run again; nothing that was stored is lost",
    "disk I/O error": "the disk is full, or it is failing: df and dmesg tell; what was stored is not lost",
    "readonly": "the file or its folder can't be written: give this user the right to",
    "read-only": "the database is read-only: write to its primary",
    "unable to open": "does the folder exist, and may this user write in it?",
    "not a database": "the file is damaged or something else: dwibahasa db restore BACKUP",
    "malformed": "the file is damaged: dwibahasa db restore BACKUP",
    "locked": f"another program has held the store for over {BUSY_SECONDS} seconds",
    "no such table": "the tables are missing: dwibahasa db upgrade",
    "does not exist": "make the database and its user, then dwibahasa db upgrade",
    "onnection": "is the database server running, and does its address hold?",
}


def _advice(said: str) -> str:
    return next((f" ({advice})" for sign, advice in _ADVICE.items() if sign in said), "")

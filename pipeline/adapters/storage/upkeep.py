"""Look after the store: bring its tables up to date, copy it while it is in use, put a copy back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from pipeline.adapters.storage.database import Database, head
from pipeline.errors import StorageError

_MIGRATIONS = Path(__file__).parent / "migrations"
_TARGET = "<target>"


def upgrade(database: Database, revision: str = "head") -> tuple[str | None, str | None]:
    """Bring the tables to `revision`; return the revision before and after.

    All in one transaction: an upgrade that fails or is killed leaves the tables as they were.
    """
    before = database.revision()
    if before is not None and before > head():
        raise StorageError(_too_new(before))
    with database.writing() as connection:
        command.upgrade(_config(connection), revision)
    return before, database.revision()


def ready(database: Database) -> Database:
    """Return the database with tables that fit: made where there are none, refused where they are others.

    Raises:
        StorageError: the tables are older or newer than this version of Dwibahasa.
    """
    found = database.revision()
    if found is None:
        upgrade(database)
    elif found < head():
        raise StorageError(
            f"the store's tables are of revision {found}, {head()} is needed: dwibahasa db upgrade"
        )
    elif found > head():
        raise StorageError(_too_new(found))
    return database


def _too_new(found: str) -> str:
    return f"the store's tables are of revision {found}: a newer Dwibahasa made them; this one knows {head()}"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def backup(database: Database, path: Path) -> None:
    """Copy the store to `path` while others work in it: one consistent moment, whole or not at all."""
    if database.revision() is None:
        raise StorageError("there is nothing to back up: the store has no tables yet")
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        if database.is_sqlite:
            _copy(Path(database.url.database or ""), unfinished)
        else:
            _postgres(database, "pg_dump", "--format=custom", f"--file={unfinished}", _TARGET)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise StorageError(f"can't write {path}: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def restore(database: Database, path: Path) -> Path | None:
    """Put the backup at `path` in the place of the store; return where what was there before now lies."""
    if not path.is_file():
        raise StorageError(f"there is no backup {path}")
    if database.is_sqlite:
        _examine(path)
    before = _before_restore(database) if database.revision() is not None else None
    database.close()
    if database.is_sqlite:
        _copy(path, Path(database.url.database or ""))
    else:
        _postgres(
            database,
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            "--dbname",
            _TARGET,
            str(path),
        )
    return before


def _before_restore(database: Database) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    folder = Path(database.url.database or "").parent if database.is_sqlite else Path.cwd()
    path = folder / f"before-restore-{stamp}.{'db' if database.is_sqlite else 'dump'}"
    backup(database, path)
    return path


def _copy(origin: Path, goal: Path) -> None:
    """Copy an SQLite file page by page through the library: readers and writers may be at work in both."""
    try:
        with (
            closing(sqlite3.connect(f"file:{origin}?mode=ro", uri=True, timeout=60)) as source,
            closing(sqlite3.connect(goal, timeout=60)) as target,
        ):
            source.backup(target)
    except sqlite3.Error as error:
        raise StorageError(f"can't copy {origin} to {goal}: {error}") from error


def _examine(path: Path) -> None:
    """Refuse a file that is no whole backup of ours."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise StorageError(f"{path} is not a backup of Dwibahasa's store: {error}") from error
    if verdict != "ok":
        raise StorageError(f"{path} is damaged: {verdict}; nothing was restored")
    if revision > head():
        raise StorageError(_too_new(revision))


def _postgres(database: Database, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs; the password travels in the environment, where `ps` shows none."""
    url = database.url.set(drivername="postgresql")
    found = shutil.which(program)
    if found is None:
        raise StorageError(f"{program} is missing: on Debian and Ubuntu, apt-get install postgresql-client")
    target = url.set(password=None).render_as_string(hide_password=False)
    words = [target if word == _TARGET else word for word in arguments]
    environment = os.environ | ({"PGPASSWORD": str(url.password)} if url.password else {})
    done = subprocess.run([found, *words], env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if done.returncode:
        raise StorageError(f"{program} failed: {done.stderr.strip()}")

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from pipeline.adapters.storage import upkeep
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import audit
from pipeline.errors import StorageError, StoreAwayError

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's copy of what a restore replaces lands in the working directory."""
    monkeypatch.chdir(tmp_path)


def _note(database: Database, action: str) -> None:
    with database.writing() as connection:
        connection.execute(insert(audit).values(at=NOW, actor="sari", action=action, detail={}))


def _actions(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(select(audit.c.action).order_by(audit.c.number)).scalars())


def test_a_backup_taken_during_a_write_holds_what_was_committed(database: Database, tmp_path: Path) -> None:
    upkeep.ready(database)
    _note(database, "first")
    with database.writing() as connection:
        connection.execute(insert(audit).values(at=NOW, actor="sari", action="unfinished", detail={}))
        upkeep.backup(database, tmp_path / "copy")
    _note(database, "later")
    assert upkeep.restore(database, tmp_path / "copy") is not None
    assert _actions(database) == ["first"]


def test_a_store_that_is_moved_while_it_is_open_takes_nothing_until_it_is_back(tmp_path: Path) -> None:
    """Otherwise a sentence is saved in a file that nobody finds again, and an empty store begun in its place."""
    path, away = tmp_path / "desk.db", tmp_path / "moved.db"
    database = upkeep.ready(Database(f"sqlite:///{path}"))
    _note(database, "first")
    path.rename(away)
    for _ in range(2):
        with pytest.raises(StoreAwayError, match=r"moved, deleted or replaced .* desk.db-wal"):
            _note(database, "lost")
    assert not path.exists()
    path.write_bytes(b"")
    with pytest.raises(StoreAwayError, match="replaced"):
        database.ping()
    away.rename(path)
    _note(database, "second")
    assert _actions(database) == ["first", "second"]
    database.close()


def test_no_new_store_is_begun_over_the_log_of_one_that_is_gone(tmp_path: Path) -> None:
    path, away = tmp_path / "desk.db", tmp_path / "moved.db"
    database = upkeep.ready(Database(f"sqlite:///{path}"))
    with database.reading():
        path.rename(away)
        assert (tmp_path / "desk.db-wal").stat().st_size
        with pytest.raises(StorageError, match=r"desk.db-wal holds what was written last"):
            upkeep.ready(Database(f"sqlite:///{path}"))
        assert not path.exists()


def test_restoring_keeps_what_was_there_before(database: Database, tmp_path: Path) -> None:
    upkeep.ready(database)
    upkeep.backup(database, tmp_path / "empty")
    _note(database, "work of a day")
    before = upkeep.restore(database, tmp_path / "empty")
    assert _actions(database) == []
    assert before is not None
    upkeep.restore(database, before)
    assert _actions(database) == ["work of a day"]


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(database: Database, tmp_path: Path) -> None:
    upkeep.ready(database)
    with pytest.raises(StorageError):
        upkeep.backup(database, tmp_path / "no such folder" / "copy")
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_file_that_is_no_backup_is_refused_and_the_store_stays(database: Database, tmp_path: Path) -> None:
    upkeep.ready(database)
    _note(database, "kept")
    (tmp_path / "story.txt").write_text("Gempa di Cianjur", encoding="utf-8")
    with pytest.raises(StorageError):
        upkeep.restore(database, tmp_path / "story.txt")
    assert _actions(database) == ["kept"]
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(audit)).scalar() == 1

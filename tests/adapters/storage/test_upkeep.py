from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from pipeline.adapters.storage import upkeep
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import audit
from pipeline.errors import StorageError

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

"""A database server that is stopped and started in the middle of a run costs a moment, and no article."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from databases import fresh_database, running_server
from sqlalchemy import func, select

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import articles, outputs, segments
from pipeline.adapters.storage.upkeep import ready

ARTICLES = 40
COMMAND = (sys.executable, "-c", "from pipeline.cli import main; main()")


def test_a_server_that_is_restarted_in_mid_run_costs_no_article(tmp_path: Path) -> None:
    with running_server() as server:
        url = fresh_database(server.url)
        database = ready(Database(url))
        _fill_inbox(tmp_path / "inbox")
        run = _start(tmp_path, url)
        _wait_until_some_are_done(database, run)
        database.close()
        server.stop()
        time.sleep(1.5)
        server.start()
        said, log = run.communicate(timeout=300)
        assert (run.returncode, f"{ARTICLES} translated, 0 failed" in said) == (0, True), said + log
        assert any("trying again" in line for line in log.splitlines()), log
        with database.reading() as connection:
            counts = [
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (articles, segments, outputs)
            ]
            left = connection.execute(select(func.count()).where(articles.c.pending | ~articles.c.shelved))
            assert left.scalar_one() == 0
        database.close()
    assert counts == [ARTICLES, ARTICLES * 3, ARTICLES * 3]
    files = sorted(path.name for path in (tmp_path / "editions").iterdir())
    assert len(files) == ARTICLES * 3
    assert not [name for name in files if name.startswith(".")]
    for path in (tmp_path / "editions").glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["summary"]["segments"] == 3


def _fill_inbox(inbox: Path) -> None:
    inbox.mkdir()
    for number in range(ARTICLES):
        path = inbox / f"berita-{number}.txt"
        body = f"Pasar ke-{number} menjual {number + 3} ton beras. Pedagang ke-{number} senang."
        path.write_text(f"Harga beras di pasar {number} naik\n\n{body}\n", encoding="utf-8")
        os.utime(path, (0, 0))


def _start(place: Path, url: str) -> subprocess.Popen[str]:
    told = {
        "DWIBAHASA_STORE": url,
        "DWIBAHASA_INBOX": str(place / "inbox"),
        "DWIBAHASA_EDITIONS": str(place / "editions"),
        "DWIBAHASA_ENGINE_NAME": "echo",
        "DWIBAHASA_RUN_ARTICLES_AT_ONCE": "4",
    }
    return subprocess.Popen(
        [*COMMAND, "run"],
        env=os.environ | told,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _wait_until_some_are_done(database: Database, run: subprocess.Popen[str]) -> None:
    translated = select(func.count()).where(articles.c.translated_revision > 0)
    for _ in range(6000):
        assert run.poll() is None, run.communicate()
        with database.reading() as connection:
            if connection.execute(translated).scalar_one() >= 3:
                return
        time.sleep(0.05)
    raise AssertionError("nothing was translated")

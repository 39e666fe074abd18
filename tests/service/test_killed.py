"""Runs that are killed at any moment, and runs at once: every article is there once, whole, the same.

A few kills in the suite. For a night's worth: DWIBAHASA_TEST_KILLS=200 DWIBAHASA_TEST_ARTICLES=50 pytest …
"""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from databases import fresh_database
from sqlalchemy import func, select

from pipeline import bootstrap
from pipeline.adapters.storage import upkeep
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import articles, outputs, segments
from pipeline.adapters.storage.store import open_store
from pipeline.config import Settings, load_settings
from pipeline.service import Desk

KILLS = int(os.environ.get("DWIBAHASA_TEST_KILLS", "3"))
ARTICLES = int(os.environ.get("DWIBAHASA_TEST_ARTICLES", "8"))
SEED = 20260302


@dataclass
class Site:
    """A store, an inbox full of articles, and a desk that is built once for all the runs on it."""

    settings: Settings
    desk: Desk

    def start(self, failures: Path) -> int:
        """Start a run in a process of its own, as cron would; return its number."""
        child = os.fork()
        if child:
            return child
        status = 1
        try:
            self.run()
            status = 0
        except BaseException:  # noqa: BLE001 - a child never returns into the test that forked it
            with failures.open("a", encoding="utf-8") as file:
                file.write(traceback.format_exc())
        finally:
            os._exit(status)

    def run(self) -> None:
        """Carry every article through."""
        with bootstrap.running(self.settings) as runner:
            runner.desk_of = lambda _: self.desk
            failed = [event for event in runner.run() if event.failed]
        assert not failed, failed

    def files(self) -> dict[str, bytes]:
        """Return every file in the folder of editions, hidden ones too."""
        return {path.name: path.read_bytes() for path in sorted(self.settings.editions.iterdir())}

    def counts(self) -> tuple[int, int, int]:
        """Return how many articles, present sentences and outputs the store has; none is pending."""
        store = open_store(self.settings)
        try:
            with store.database.reading() as connection:
                whole = [select(func.count()).select_from(table) for table in (articles, segments, outputs)]
                waiting = select(func.count()).where(articles.c.pending | ~articles.c.shelved)
                assert connection.execute(waiting).scalar_one() == 0
                numbers = [connection.execute(one).scalar_one() for one in whole]
        finally:
            store.close()
        return numbers[0], numbers[1], numbers[2]


def site(folder: Path, url: str, desk: Desk, count: int = ARTICLES) -> Site:
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    for number in range(count):
        sentences = [
            f"Pasar ke-{number} menjual {n * 7 + number} ton beras pada hari Senin." for n in range(5)
        ]
        text = (
            f"Harga beras di pasar {number} naik\n\n{' '.join(sentences[:3])}\n\n{' '.join(sentences[3:])}\n"
        )
        path = inbox / f"berita-{number}.txt"
        path.write_text(text, encoding="utf-8")
        os.utime(path, (0, 0))  # what was written a moment ago is left alone: it may not be whole
    paths = {"inbox": str(inbox), "editions": str(folder / "editions")}
    run = {"articles_at_once": 4}
    settings = load_settings(
        {"engine": {"name": "echo"}, "paths": paths, "store": {"url": url}, "run": run}, {}
    )
    database = Database(url)
    upkeep.ready(database)
    database.close()
    return Site(settings, desk)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Build a desk that has worked once: what is compiled at the first article, no run has to compile again."""
    found = bootstrap.build(load_settings({"engine": {"name": "echo"}}, {}))
    folder = tmp_path_factory.mktemp("first")
    site(folder, f"sqlite:///{folder / 'store.db'}", found, count=1).run()
    return found


@pytest.fixture(scope="module")
def undisturbed(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """Let one run go to its end; return what it wrote, and the seconds it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    quiet = site(folder, f"sqlite:///{folder / 'store.db'}", desk)
    started = time.monotonic()
    assert end(quiet.start(folder / "failures")) == 0, (folder / "failures").read_text()
    seconds = time.monotonic() - started
    assert quiet.counts()[0] == ARTICLES
    return quiet.files(), seconds


def end(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def test_killed_at_any_moment_nothing_is_lost_doubled_or_half_written(
    store_url: str, tmp_path: Path, desk: Desk, undisturbed: tuple[dict[str, bytes], float]
) -> None:
    expected, seconds = undisturbed
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    kills, rounds = 0, 0
    while kills < KILLS:
        rounds += 1
        url = store_url if rounds == 1 else _another(store_url, tmp_path, rounds)
        place = site(tmp_path / f"round-{rounds}", url, desk)
        failures = tmp_path / "failures"
        while kills < KILLS:
            process = place.start(failures)
            time.sleep(chance.uniform(0, seconds / 2))
            os.kill(process, signal.SIGKILL)
            status = end(process)
            if status == 0:
                break  # it had come to its end: a fresh store for the other kills
            assert status == -signal.SIGKILL, failures.read_text()
            kills += 1
        assert end(place.start(failures)) == 0, failures.read_text()
        assert place.files() == expected
        number, sentences, made = place.counts()
        assert number == ARTICLES
        assert sentences == made == ARTICLES * 6


def _another(store_url: str, folder: Path, number: int) -> str:
    """Return the URL of one more empty store beside the first."""
    if store_url.startswith("sqlite"):
        return f"sqlite:///{folder / f'store-{number}.db'}"
    return fresh_database(store_url.rpartition("/")[0])


@pytest.mark.parametrize("runs", [2, 8])
def test_runs_at_once_do_every_article_once_and_none_is_locked_out(
    store_url: str, tmp_path: Path, desk: Desk, undisturbed: tuple[dict[str, bytes], float], runs: int
) -> None:
    place = site(tmp_path / "site", store_url, desk)
    failures = tmp_path / "failures"
    ends = Counter(end(process) for process in [place.start(failures) for _ in range(runs)])
    assert ends == {0: runs}, failures.read_text()
    assert place.files() == undisturbed[0]
    assert place.counts() == (ARTICLES, ARTICLES * 6, ARTICLES * 6)

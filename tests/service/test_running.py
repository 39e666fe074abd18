from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import ID_EN
from storing import NOW

from pipeline import bootstrap
from pipeline.adapters.engines.echo import EchoEngine
from pipeline.adapters.storage.jobs import SqlJobs
from pipeline.adapters.storage.leasing import this_process
from pipeline.adapters.storage.store import Store
from pipeline.config import Settings, load_settings
from pipeline.errors import StoreAwayError
from pipeline.model import SegmentState, Translation
from pipeline.model.work import Action, ArticleState, QueueQuery, Save
from pipeline.service.events import Event, Stage
from pipeline.service.running import Runner

LEAD = "Harga beras di pasar induk naik 5 persen dalam sepekan terakhir."
BODY = "Pedagang mengeluhkan pasokan yang tersendat sejak awal bulan. Pemerintah menambah operasi pasar."


@dataclass
class Newsroom:
    """A store, an inbox, a folder of editions, and a clock that a test moves."""

    store: Store
    settings: Settings
    now: datetime = NOW
    asked: list[str] = field(default_factory=list)

    def drop(self, name: str, *paragraphs: str) -> None:
        """Put an article into the inbox."""
        path = self.settings.inbox / name
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")

    def run(self, *, refresh: bool = False, limit: int | None = None) -> list[Event]:
        """Let one run go to its end."""
        return list(self.runner().run(limit, refresh=refresh))

    def runner(self) -> Runner:
        return Runner(
            self.store,
            bootstrap.build_shelf(self.settings),
            bootstrap.build_sources(self.settings),
            lambda direction: bootstrap.build(bootstrap._in_direction(self.settings, direction)),
            bootstrap._directions(self.settings),
            self.settings,
            this_process(),
            lambda: self.now,
        )

    def set(self, section: str, **values: Any) -> None:
        """Change the settings for the next run."""
        self.settings = replace(
            self.settings, **{section: replace(getattr(self.settings, section), **values)}
        )

    def targets(self) -> list[str]:
        (record,) = self.store.articles.queue(QueueQuery()).rows
        return [segment.target for segment in self.store.articles.segments(record.key)]

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.settings.editions.iterdir())}


@pytest.fixture
def newsroom(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    paths = {"inbox": str(tmp_path / "inbox"), "editions": str(tmp_path / "editions")}
    (tmp_path / "inbox").mkdir()
    plain = {"code_switch": "never"}  # so that what the engine is asked for is what the article says
    settings = load_settings({"engine": {"name": "echo"}, "paths": paths, "terms": plain}, {})
    made = Newsroom(store, settings)
    _watch(monkeypatch, made.asked)
    return made


def _watch(monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> None:
    original = EchoEngine.translate

    def translate(self: EchoEngine, texts: list[str]) -> list[Translation]:
        asked.extend(texts)
        if any("RACUN" in text for text in texts):
            raise RuntimeError("poison")
        return original(self, texts)

    monkeypatch.setattr(EchoEngine, "translate", translate)


def stages(events: list[Event]) -> list[str]:
    return [f"{event.stage} {event.message}".strip() for event in events]


def test_an_article_goes_through_and_a_second_run_finds_nothing_to_do(newsroom: Newsroom) -> None:
    newsroom.drop("beras.txt", LEAD, BODY)
    assert stages(newsroom.run()) == ["intake new", "translate", "shelve"]
    written = newsroom.files()
    assert {Path(name).suffix for name in written} == {".html", ".md", ".json"}
    newsroom.asked.clear()
    assert newsroom.run() == []
    assert (newsroom.asked, newsroom.files()) == ([], written)


def test_the_files_are_those_that_translate_would_have_made(newsroom: Newsroom) -> None:
    newsroom.drop("beras.txt", LEAD, BODY)
    newsroom.run()
    by_run = newsroom.files()
    newsroom.set("paths", editions=str(newsroom.settings.editions) + "-2")
    desk, shelf = bootstrap.build(newsroom.settings), bootstrap.build_shelf(newsroom.settings)
    items = bootstrap.intake([str(newsroom.settings.inbox)], newsroom.settings)
    assert len(list(desk.translate((item.read() for item in items), shelf))) == 1
    assert newsroom.files() == by_run


def test_of_a_correction_only_the_new_sentence_is_translated(newsroom: Newsroom) -> None:
    newsroom.drop("beras.txt", LEAD, BODY)
    newsroom.run()
    newsroom.asked.clear()
    newsroom.drop("beras.txt", LEAD.replace("5", "7"), BODY, "Harga diperkirakan turun bulan depan.")
    newsroom.run()
    assert newsroom.asked == [LEAD.replace("5", "7"), "Harga diperkirakan turun bulan depan."]
    (record,) = newsroom.store.articles.queue(QueueQuery()).rows
    assert (record.revision, record.state) == (2, ArticleState.OPEN)
    assert len(newsroom.files()) == 3


def test_what_a_person_wrote_stays_through_correction_and_refresh(newsroom: Newsroom) -> None:
    newsroom.drop("beras.txt", LEAD, BODY)
    newsroom.run()
    (record,) = newsroom.store.articles.queue(QueueQuery()).rows
    first, second, _ = newsroom.store.articles.segments(record.key)
    for segment, text in ((first, "Rice is up."), (second, "Traders complain.")):
        save = Save(segment.key, 1, text, SegmentState.FINAL, Action.APPROVE)
        newsroom.store.work.save(record.key, save, actor="sari", at=NOW)
    newsroom.drop("beras.txt", LEAD.replace("5", "7"), BODY)
    newsroom.run()
    newsroom.set("style", percent="%")
    newsroom.asked.clear()
    newsroom.run(refresh=True)
    assert newsroom.targets()[:2] == ["Rice is up.", "Traders complain."]
    found = newsroom.store.articles.segments(record.key)
    assert [(one.stale, one.state) for one in found] == [
        (True, SegmentState.TRANSLATED),
        (False, SegmentState.FINAL),
        (False, SegmentState.INITIAL),
    ]
    data = json.loads(next(content for name, content in newsroom.files().items() if name.endswith(".json")))
    assert "Rice is up." in json.dumps(data)


def test_refresh_redoes_what_another_signature_made_and_only_that(newsroom: Newsroom) -> None:
    newsroom.drop("beras.txt", LEAD, BODY)
    newsroom.run()
    newsroom.asked.clear()
    assert newsroom.run(refresh=True) == []
    newsroom.set("checks", disabled=("doubt",))
    assert stages(newsroom.run()) == []
    assert stages(newsroom.run(refresh=True)) == ["translate", "shelve"]
    assert newsroom.asked == []  # other checks look at the same sentences
    newsroom.set("style", hours=24)
    newsroom.run(refresh=True)
    assert len(newsroom.asked) == 3


def test_a_poison_article_is_tried_again_later_each_time_and_then_set_aside(newsroom: Newsroom) -> None:
    newsroom.set("run", attempts=3, wait_minutes=5.0)
    newsroom.drop("a.txt", "RACUN di udara kota membuat warga mengungsi malam ini.")
    newsroom.drop("b.txt", LEAD)
    assert stages(newsroom.run()) == [
        "intake new",
        "intake new",
        "retry a fault of Dwibahasa, please report it: RuntimeError: poison",
        "translate",
        "shelve",
    ]
    assert newsroom.run() == []
    newsroom.now += timedelta(minutes=6)
    assert [event.stage for event in newsroom.run()] == [Stage.RETRY]
    newsroom.now += timedelta(minutes=6)
    assert newsroom.run() == []
    newsroom.now += timedelta(minutes=5)
    assert [event.stage for event in newsroom.run()] == [Stage.SET_ASIDE]
    newsroom.now += timedelta(days=20)
    assert newsroom.run() == []
    ((about, reason),) = newsroom.store.jobs.standing({}, at=newsroom.now).trouble
    assert about.startswith("a-")
    assert "poison" in reason


def test_what_people_approved_is_used_again_and_says_so(newsroom: Newsroom) -> None:
    newsroom.drop("a.txt", LEAD, BODY)
    newsroom.run()
    (record,) = newsroom.store.articles.queue(QueueQuery()).rows
    save = Save("b1s1", 1, "The price of rice rose 5 percent in a week.", SegmentState.FINAL, Action.APPROVE)
    newsroom.store.work.save(record.key, save, actor="sari", at=NOW)
    newsroom.asked.clear()
    newsroom.drop("b.txt", LEAD, "Kabar lain menyusul.", LEAD.replace("5", "7,5"))
    newsroom.run()
    assert newsroom.asked == ["Kabar lain menyusul."]
    other = next(one for one in newsroom.store.articles.queue(QueueQuery()).rows if one.key != record.key)
    exact, _, alike = newsroom.store.articles.segments(other.key)
    assert (exact.target, exact.edits[0].rule) == (save.text, "memory: 100%")
    assert (alike.target, alike.edits[0].rule) == (
        "The price of rice rose 7.5 percent in a week.",
        "memory: 99%",
    )
    assert "memory" in [record.flag.check for record in alike.flags]
    assert exact.state is SegmentState.INITIAL


def test_a_limit_ends_a_run_and_the_rest_is_free_for_the_next(newsroom: Newsroom) -> None:
    for number in range(3):
        newsroom.drop(f"{number}.txt", f"Berita nomor {number} tentang pasar dan harga beras.")
    done = [event for event in newsroom.run(limit=2) if event.stage is Stage.TRANSLATE]
    assert len(done) == 2
    assert len([event for event in newsroom.run() if event.stage is Stage.TRANSLATE]) == 1


def test_an_interrupted_run_gives_back_what_it_took(newsroom: Newsroom) -> None:
    for number in range(3):
        newsroom.drop(f"{number}.txt", f"Berita nomor {number} tentang pasar dan harga beras.")
    events = newsroom.runner().run()
    assert next(event for event in events if event.stage is Stage.TRANSLATE)
    assert isinstance(events, Iterator)
    events.close()  # type: ignore[attr-defined] # a generator, as Ctrl-C ends it
    newsroom.run()
    assert len(newsroom.files()) == 9


def test_files_that_could_not_be_written_are_written_by_the_next_run(newsroom: Newsroom) -> None:
    newsroom.drop("a.txt", LEAD)
    newsroom.settings.editions.write_text("a file where the folder should be", encoding="utf-8")
    events = newsroom.run()
    assert next(event.failed for event in events if event.stage is Stage.SHELVE)
    newsroom.settings.editions.unlink()
    assert stages(newsroom.run()) == ["shelve"]
    assert len(newsroom.files()) == 3


@contextmanager
def _away(monkeypatch: pytest.MonkeyPatch, times: int) -> Iterator[None]:
    original: Callable[..., None] = SqlJobs.finish
    left = [times]

    def finish(self: SqlJobs, *arguments: Any, **named: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise StoreAwayError("the server closed the connection")
        original(self, *arguments, **named)

    monkeypatch.setattr(SqlJobs, "finish", finish)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    yield


def test_a_database_that_is_away_for_a_moment_is_waited_for(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.drop("a.txt", LEAD)
    with _away(monkeypatch, 3):
        assert stages(newsroom.run())[-2:] == ["translate", "shelve"]


def test_one_that_stays_away_ends_the_run_and_counts_against_no_article(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.drop("a.txt", LEAD)
    with _away(monkeypatch, 100):
        assert [event.stage for event in newsroom.run()] == [Stage.INTAKE, Stage.HALT]
    (job,) = newsroom.store.jobs.claim(ID_EN, 9, newsroom.runner()._lease())
    assert job.attempts == 0


def test_old_downloads_go_and_approved_text_stays(newsroom: Newsroom) -> None:
    newsroom.set("retention", downloads_days=30, drafts_days=30)
    newsroom.drop("a.txt", LEAD, BODY)
    newsroom.run()
    (record,) = newsroom.store.articles.queue(QueueQuery()).rows
    save = Save("b1s1", 1, "Rice is up.", SegmentState.FINAL, Action.APPROVE)
    newsroom.store.work.save(record.key, save, actor="sari", at=NOW)
    newsroom.now = datetime.now(UTC) + timedelta(days=400)
    assert [event.message for event in newsroom.run() if event.stage is Stage.SWEEP] == [
        "1 downloads, 1 drafts, 0 untouched translations dropped"
    ]
    assert newsroom.run() == []
    approved, draft, _ = newsroom.store.articles.segments(record.key)
    assert (approved.target, approved.machine) == ("Rice is up.", "")
    assert draft.machine
    assert newsroom.store.articles.history(record.key, "b1s1")[0].text == "Rice is up."


def test_a_translation_that_nobody_touched_goes_and_comes_back_when_it_is_asked_for(
    newsroom: Newsroom,
) -> None:
    newsroom.set("retention", untouched_days=90)
    newsroom.drop("a.txt", LEAD, BODY)
    newsroom.drop("b.txt", f"{LEAD} Begitu kata dinas.")
    newsroom.run()
    read = next(one for one in newsroom.store.articles.queue(QueueQuery()).rows if one.key.startswith("a"))
    save = Save("b1s1", 1, "Rice is up.", SegmentState.REVIEWED, Action.APPROVE)
    newsroom.store.work.save(read.key, save, actor="sari", at=NOW)
    newsroom.run()
    newsroom.now += timedelta(days=400)
    assert [event.message for event in newsroom.run()] == [
        "2 downloads, 0 drafts, 1 untouched translations dropped",
        "",
    ]
    (left,) = (one for one in newsroom.store.articles.queue(QueueQuery()).rows if one.key != read.key)
    assert [(one.source, one.target, one.machine) for one in newsroom.store.articles.segments(left.key)] == [
        (LEAD, "", ""),
        ("Begitu kata dinas.", "", ""),
    ]
    assert all(one.target for one in newsroom.store.articles.segments(read.key))
    assert newsroom.run() == []
    newsroom.drop("b.txt", f"{LEAD} Begitu kata dinas.", "Harga diperkirakan turun.")
    newsroom.run()
    assert all(one.target for one in newsroom.store.articles.segments(left.key))

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from builders import ID_EN
from serving import Page, site
from storing import NOW, item, lease
from visiting import visitor

from pipeline.adapters.storage.store import Store
from pipeline.errors import StorageError
from pipeline.model import NewsItem, SourceState
from pipeline.model.jobs import Receipt
from pipeline.model.work import QueueQuery
from pipeline.ports import Source
from pipeline.service.arrivals import Arrivals
from pipeline.service.events import Event

ENTRY = "<item><title>{}</title><guid>{}</guid><description>Air surut di sepuluh desa.</description></item>"


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Played:
    """A source that yields what it is told to, or fails as it is told to."""

    name: str
    found: list[NewsItem | SourceState | Exception]
    states: list[SourceState] = field(default_factory=list)

    def poll(
        self,
        state: SourceState,
        now: datetime,  # noqa: ARG002 - the port's
        stamp_of: Callable[[str], str | None],  # noqa: ARG002
    ) -> Iterator[NewsItem | SourceState]:
        self.states.append(state)
        for one in self.found:
            if isinstance(one, Exception):
                raise one
            yield one

    def is_gone(self, guid: str) -> bool:
        return guid.startswith("gone")


def keys(store: Store) -> list[str]:
    return [record.key for record in store.articles.queue(QueueQuery()).rows]


def events(
    store: Store, *sources: Source, clock: Clock | None = None, holder: str = "run-1"
) -> Iterator[Event]:
    clock = clock or Clock()
    return Arrivals(store.inflow, sources, lambda: lease(holder, clock.now), clock).visit()


def visit(store: Store, *sources: Source, clock: Clock | None = None) -> list[str]:
    """Visit the sources once; return what was said of each item and of sources that failed."""
    return [event.message for event in events(store, *sources, clock=clock)]


def test_a_feed_is_taken_in_and_corrected(store: Store) -> None:
    clock = Clock()
    with site() as played:

        def brought(*entries: str) -> list[str]:
            played.pages["/feed"] = Page(f'<rss version="2.0"><channel>{"".join(entries)}</channel></rss>')
            clock.now += timedelta(minutes=15)
            return visit(store, feed, clock=clock)

        feed = visitor("feed", url=f"{played.url}/feed", articles="feed").source
        assert brought(ENTRY.format("Satu", 1), ENTRY.format("Dua", 2)) == ["new", "new"]
        assert brought(ENTRY.format("Satu", 1), ENTRY.format("Dua", 2)) == []
        assert brought(ENTRY.format("Satu", 1), ENTRY.format("Dua lagi", 2)) == ["revised"]
        assert brought(ENTRY.format("Satu", 3)) == ["same"]
        assert brought('<item><guid isPermaLink="false">4</guid></item>') == ["there is no text in it"]
        jobs = store.jobs.claim(ID_EN, 9, lease(at=clock.now))
        assert {job.manuscript.paragraphs[0].text for job in jobs} == {"Satu", "Dua lagi"}


def test_a_source_is_left_alone_until_it_is_due(store: Store) -> None:
    clock = Clock()
    source = Played("kabar", [item("Satu", source="kabar"), SourceState(due=NOW + timedelta(minutes=15))])
    for minutes in (0, 10, 16):
        clock.now = NOW + timedelta(minutes=minutes)
        visit(store, source, clock=clock)
    assert len(source.states) == 2


def test_a_source_that_breaks_costs_no_other_and_is_asked_for_everything_again(store: Store) -> None:
    store.inflow.keep_source_state("rusak", SourceState(etag='"a"'), at=NOW)
    broken = Played("rusak", [item("Satu", source="rusak"), KeyError("title")])
    whole = Played("utuh", [item("Dua", guid="g2", source="utuh"), SourceState()])
    first, second, third = visit(store, broken, whole)
    assert (first, third) == ("new", "new")
    assert "please report it: KeyError" in second
    state = store.inflow.source_state("rusak")
    assert (state.etag, state.failures) == ("", 1)


def test_an_item_that_the_store_refuses_is_told_and_comes_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive = store.inflow.receive

    def refusing(one: NewsItem, key: str, *, at: datetime) -> Receipt:
        if one.meta.guid == "g1":
            raise StorageError("no room")
        return receive(one, key, at=at)

    monkeypatch.setattr(store.inflow, "receive", refusing)
    source = Played("kabar", [item("Satu", source="kabar"), item("Dua", guid="g2"), SourceState(etag='"a"')])
    assert visit(store, source) == ["no room", "new", "g1: no room"]
    assert store.inflow.source_state("kabar").etag == ""


def test_a_store_that_takes_nothing_ends_the_run(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> Receipt:
        raise StorageError("the database is gone")

    monkeypatch.setattr(store.inflow, "receive", gone)
    source = Played("kabar", [item(str(number), guid=str(number)) for number in range(9)])
    with pytest.raises(StorageError, match="gone"):
        visit(store, source)


def test_two_runs_are_not_at_one_source_at_once(store: Store) -> None:
    source = Played("kabar", [item("Satu", source="kabar"), SourceState(due=NOW + timedelta(hours=1))])
    first = events(store, source, holder="run-1")
    assert next(first).message == "new"
    assert list(events(store, source, holder="run-2")) == []
    assert list(first) == []
    assert list(events(store, source, holder="run-2")) == []  # it was just visited
    assert len(source.states) == 1


def test_whoever_is_killed_is_given_the_rest(store: Store) -> None:
    with site() as played:
        entries = "".join(ENTRY.format(f"Berita {number}", number) for number in range(4))
        played.pages["/feed"] = Page(f'<rss version="2.0"><channel>{entries}</channel></rss>')
        feed = visitor("feed", url=f"{played.url}/feed", articles="feed").source
        taking = events(store, feed)
        assert [next(taking).message for _ in range(2)] == ["new", "new"]
        del taking
        assert set(visit(store, feed)) <= {"new"}  # the visit may have been an item ahead of who left it
        assert len(keys(store)) == 4


def test_what_a_person_took_out_of_the_inbox_is_no_trouble_any_more(store: Store, tmp_path: Path) -> None:
    folder = visitor("folder", path=tmp_path).source
    for name in ("foto.png", "film.mp4"):
        (tmp_path / name).write_bytes(b"x")
    clock = Clock(datetime.now(UTC) + timedelta(hours=1))
    assert len(visit(store, folder, clock=clock)) == 2
    (tmp_path / "foto.png").unlink()
    assert visit(store, folder, clock=clock) == []
    assert store.inflow.unreadable("kabar") == ("film.mp4",)
    store.inflow.dismiss("kabar", "film.mp4")
    assert visit(store, folder, clock=clock) == []
    assert store.jobs.standing({}, at=NOW).trouble == ()


def test_a_slow_source_holds_up_no_other_and_is_told_in_its_turn(store: Store) -> None:
    asked, waited = threading.Event(), []

    def slow(handler: BaseHTTPRequestHandler) -> None:
        waited.append(asked.wait(30))  # the other feed is asked for meanwhile
        answer(handler, "lambat")

    def quick(handler: BaseHTTPRequestHandler) -> None:
        asked.set()
        answer(handler, "cepat")

    def answer(handler: BaseHTTPRequestHandler, name: str) -> None:
        handler.send_response(200)
        handler.end_headers()
        entry = ENTRY.format(f"Banjir {name}", name).replace("sepuluh", name)
        handler.wfile.write(f'<rss version="2.0"><channel>{entry}</channel></rss>'.encode())

    with site({"/slow": slow}) as one, site({"/quick": quick}) as other:
        feeds = [
            visitor("feed", name=name, url=url, articles="feed").source
            for name, url in (("lambat", f"{one.url}/slow"), ("cepat", f"{other.url}/quick"))
        ]
        found = list(events(store, *feeds))
    assert waited == [True]
    told = [store.articles.article(event.article) for event in found]
    assert [record.title for record in told if record] == ["Banjir lambat", "Banjir cepat"]

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from pipeline import bootstrap
from pipeline.adapters.engines.echo import EchoEngine
from pipeline.adapters.files import Reading
from pipeline.config import load_settings
from pipeline.model import Edition, Manuscript, Paragraph, Translation
from pipeline.service import Desk, Failed
from pipeline.service.stream import ARTICLES_AT_ONCE, WORDS_AT_ONCE, overlapped


class Counting(EchoEngine):
    """An echo that remembers how many texts came with each call."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[int] = []

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        self.calls.append(len(texts))
        return super().translate(texts)


class Fragile(Counting):
    """An engine that breaks down as soon as one text is in company it can't bear."""

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        if any("racun" in text for text in texts):
            raise MemoryError("out of memory")
        return super().translate(texts)


@pytest.fixture(scope="module")
def plain() -> Desk:
    return bootstrap.build(load_settings({"engine": {"name": "echo"}}, {}))


def readings(number: int, text: str = "Warga kota itu membaca berita") -> Iterator[Reading]:
    for place in range(number):
        name = f"a{place}.txt"
        yield Reading(name, Manuscript(name, (Paragraph(f"{text} nomor {place}."),)))


def origins(desk: Desk, found: Iterator[Reading]) -> list[str | Failed]:
    return list(desk.editions(found, known=nothing, finished=origin))


def nothing(reading: Reading, manuscript: Manuscript) -> None:  # noqa: ARG001 - nothing is known before
    return None


def origin(reading: Reading, edition: Edition, seconds: float) -> str:
    assert edition.article.origin == reading.origin
    assert seconds >= 0
    return reading.origin


def test_articles_share_batches_and_come_out_in_order(plain: Desk) -> None:
    engine = Counting()
    found = origins(replace(plain, engine=engine), readings(150))
    assert found == [f"a{place}.txt" for place in range(150)]
    assert sorted(engine.calls) == [150 - 2 * ARTICLES_AT_ONCE, ARTICLES_AT_ONCE, ARTICLES_AT_ONCE]


def test_no_more_than_four_windows_are_ever_in_memory(plain: Desk) -> None:
    alive: weakref.WeakSet[Manuscript] = weakref.WeakSet()
    most = 0

    class Held(Manuscript):
        __slots__ = ("__weakref__",)

    def watched() -> Iterator[Reading]:
        for place in range(600):
            manuscript = Held(f"a{place}.txt", (Paragraph(f"Warga membaca berita nomor {place}."),))
            alive.add(manuscript)
            yield Reading(f"a{place}.txt", manuscript)

    gc.freeze()  # all that other tests have loaded need not be looked through 600 times
    try:
        for _ in plain.editions(watched(), known=nothing, finished=origin):
            gc.collect()
            most = max(most, len(alive))
    finally:
        gc.unfreeze()
    assert ARTICLES_AT_ONCE < most <= 4 * ARTICLES_AT_ONCE + 1


def test_nothing_is_read_before_there_is_room_for_it(plain: Desk) -> None:
    read: list[str] = []

    def watched() -> Iterator[Reading]:
        for reading in readings(10_000):
            read.append(reading.origin)
            yield reading

    next(plain.editions(watched(), known=nothing, finished=origin))
    assert len(read) <= 3 * ARTICLES_AT_ONCE


def test_a_long_article_is_a_window_of_its_own(plain: Desk) -> None:
    engine = Counting()
    long = "kata " * WORDS_AT_ONCE
    assert len(origins(replace(plain, engine=engine), readings(3, long))) == 3
    assert len(engine.calls) == 3


def test_an_engine_that_breaks_down_costs_only_the_article_at_fault(plain: Desk) -> None:
    items = [*readings(3), Reading("p.txt", Manuscript("p.txt", (Paragraph("Minum racun."),))), *readings(2)]
    found = origins(replace(plain, engine=Fragile()), iter(items))
    assert [one if isinstance(one, str) else one.origin for one in found] == [
        "a0.txt", "a1.txt", "a2.txt", "p.txt", "a0.txt", "a1.txt",
    ]  # fmt: skip
    (failed,) = [one for one in found if isinstance(one, Failed)]
    assert "MemoryError: out of memory" in failed.reason


def test_the_next_two_windows_are_translated_while_this_one_is_finished() -> None:
    started = [threading.Event() for _ in range(4)]

    def work(number: int) -> int:
        started[number].set()
        return number

    found = overlapped(range(4), work)
    assert next(found) == 0
    assert started[1].wait(5)
    assert started[2].wait(5)
    assert not started[3].is_set()
    assert list(found) == [1, 2, 3]


def test_two_windows_are_in_the_engine_together() -> None:
    both = threading.Barrier(2, timeout=5)

    def work(number: int) -> int:
        both.wait()
        return number

    assert list(overlapped(range(4), work)) == [0, 1, 2, 3]


def test_the_first_windows_are_short_so_that_the_engine_need_not_wait(plain: Desk) -> None:
    engine = Counting()
    origins(replace(plain, engine=engine), readings(60, "Warga kota itu membaca berita pagi ini. " * 14))
    assert min(engine.calls) * 4 < max(engine.calls)

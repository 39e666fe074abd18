from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import pytest
from serving import Page, site

from pipeline.adapters.intake._web import Sites, Web
from pipeline.adapters.network.addresses import ranges
from pipeline.adapters.network.client import Network


def test_two_requests_to_one_site_are_a_pause_apart_and_to_two_sites_are_not() -> None:
    slept: list[float] = []
    network = Network("Dwibahasa/1", ranges(["127.0.0.1"], "test"))
    with site({"/": Page("isi")}) as one, site({"/": Page("isi")}) as other:
        web = Web(network, 2.0, one.url, clock=lambda: 100.0, sleep=slept.append)
        for played in (one, other, one):
            web.get(f"{played.url}/")
        assert slept == [2.0]


def test_two_sources_of_one_site_take_turns_and_keep_the_pause_together() -> None:
    slept: list[float] = []
    together, most = threading.Semaphore(1), []

    def page(handler: BaseHTTPRequestHandler) -> None:
        most.append(together.acquire(blocking=False))
        handler.send_response(200)
        handler.end_headers()
        together.release()

    network = Network("Dwibahasa/1", ranges(["127.0.0.1"], "test"))
    sites = Sites()
    with site({"/": page}) as played, ThreadPoolExecutor(4) as pool:
        webs = [
            Web(network, 2.0, played.url, clock=lambda: 100.0, sleep=slept.append, sites=sites)
            for _ in range(4)
        ]
        for answer in [pool.submit(web.get, f"{played.url}/") for web in webs]:
            answer.result()
    assert most == [True] * 4
    assert slept == [2.0] * 3


def test_a_longer_pause_that_robots_txt_asks_for_is_kept_within_reason() -> None:
    slept: list[float] = []
    network = Network("Dwibahasa/1", ranges(["127.0.0.1"], "test"))
    with site({"/a": Page("isi"), "/robots.txt": Page("User-agent: *\nCrawl-delay: 10")}) as played:
        web = Web(network, 2.0, played.url, clock=lambda: 100.0, sleep=slept.append)
        web.page(f"{played.url}/a")
        assert max(slept) == 10.0
        played.pages["/robots.txt"] = Page("User-agent: *\nCrawl-delay: 86400")
        slept.clear()
        Web(network, 2.0, played.url, clock=lambda: 100.0, sleep=slept.append).page(f"{played.url}/a")
        assert max(slept) == 60.0


def test_a_token_stays_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KABAR_TOKEN", "Bearer rahasia")
    network = Network("Dwibahasa/1", ranges(["127.0.0.1"], "test"))
    with site({"/": Page("isi")}) as home, site({"/": Page("isi")}) as other:
        web = Web(network, 0.0, f"{home.url}/feed", "KABAR_TOKEN")
        web.get(f"{home.url}/")
        web.get(f"{other.url}/")
        assert home.requests[0][2]["authorization"] == "Bearer rahasia"
        assert "authorization" not in other.requests[0][2]

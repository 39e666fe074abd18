"""A review desk for tests: a store with a translated article in it, accounts of every role, a server."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import uvicorn
from builders import ID_EN
from httpx2 import Response
from starlette.testclient import TestClient

from pipeline import bootstrap
from pipeline.adapters.formats import text
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.jobs import SqlJobs
from pipeline.adapters.storage.receiving import SqlInflow
from pipeline.adapters.storage.upkeep import ready
from pipeline.config import Settings, load_settings
from pipeline.model import Hypothesis, ItemMeta, Manuscript, NewsItem, Scoring, Translation
from pipeline.model.accounts import Role
from pipeline.model.jobs import Lease, Result
from pipeline.model.work import SegmentRecord
from pipeline.service import Desk, key_of
from pipeline.stages.review import risk
from pipeline.web.app import create_app
from pipeline.web.door import open_gate
from pipeline.web.opening import open_site
from pipeline.web.site import Site


class Newsroom(NamedTuple):
    """A desk that is open: its address, the key of its article, the folder it works in."""

    address: str
    key: str
    folder: Path


class Open(NamedTuple):
    """A desk that is asked without a network: the application's site, its article, what makes clients."""

    site: Site
    key: str
    folder: Path
    client: Callable[[str], Client]

    def segment(self, words: str) -> SegmentRecord:
        """Return the segment whose source holds `words`."""
        return next(one for one in self.site.articles.segments(self.key) if words in one.source)


class Client(TestClient):
    """A person's browser, without scripts: forms carry what the page gave them."""

    form_token: str = ""

    def form(self, path: str, **fields: str) -> Response:
        """Send a form of ours; a redirect is an answer."""
        data = {"form_token": self.form_token, **fields}
        return self.post(path, data=data, follow_redirects=False)


PASSWORD = "kopi tubruk tanpa gula"
PEOPLE = {
    "rini": Role.READER,
    "sari": Role.REVIEWER,
    "budi": Role.REVIEWER,
    "ema": Role.EDITOR,
    "adi": Role.ADMIN,
}

STORY = """Pelabuhan Baru Dibuka di Bitung

Badan Perlindungan Lingkungan

Pelabuhan itu dibuka pada Senin (20/3/2023) dan menelan biaya Rp1,5 triliun.

Sebanyak 300 kapal akan singgah setiap bulan. Warga menyambut pembukaan itu.
"""
"""Original, with the traps of the real one: a photo agency in a credit, money, a date."""

ANSWERS = MappingProxyType(
    {
        "Pelabuhan Baru Dibuka di Bitung": "New port opens in Bitung",
        "Pelabuhan itu dibuka pada Senin (20/3/2023) dan menelan biaya Rp1,5 triliun.": (
            "The port opened on Monday (20/3/2023) and cost Rp1.6 trillion."
        ),
        "Sebanyak 300 kapal akan singgah setiap bulan.": "As many as 30 ships will call every month.",
        "Warga menyambut pembukaan itu.": "Residents welcomed the opening.",
    }
)


@dataclass(frozen=True)
class Parrot:
    """An engine that says what it was told to, and the text itself otherwise: fast, and the same each time."""

    answers: Mapping[str, str]
    name: str = "parrot"
    model: str = "parrot"
    digest: str = ""
    obeys_terms: bool = False
    max_tokens: int = 10_000

    @property
    def decoding(self) -> Mapping[str, object]:
        return {}

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def score_batch(self, pairs: Sequence[tuple[str, str]]) -> list[Scoring | None]:
        return [None for _ in pairs]

    def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
        return [None for _, _ in zip(texts, openings, strict=True)]

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        # A headline comes in another case than it was printed in.
        known = {source.casefold(): target for source, target in self.answers.items()}
        said = [known.get(one.casefold(), one) for one in texts]
        return [
            Translation((Hypothesis(target, -0.1), Hypothesis(one, -0.9)))
            for one, target in zip(texts, said, strict=True)
        ]


def house(folder: Path) -> Settings:
    """Return settings of which nothing lies outside `folder`."""
    (folder / "glossaries").mkdir(exist_ok=True)
    return load_settings(
        {
            "store": {"url": f"sqlite:///{folder / 'store.db'}"},
            "paths": {"editions": str(folder / "editions"), "glossaries": str(folder / "glossaries")},
            "review": {"secret": "s" * 40, "language": "en", "api_per_minute": 0},
        },
        {},
    )


def take_in(
    settings: Settings, story: str = STORY, *, guid: str = "", answers: Mapping[str, str] = ANSWERS
) -> str:
    """Receive a story and translate it; return its key. The same guid with another text is a revision."""
    return translate(settings, text.read(story.encode(), "pelabuhan.txt"), guid=guid, answers=answers)


def translate(
    settings: Settings, manuscript: Manuscript, *, guid: str = "", answers: Mapping[str, str] = ANSWERS
) -> str:
    """Receive a manuscript and translate it; return its key."""
    database = ready(Database(settings.store_url))
    try:
        moment = datetime.now(UTC)
        key = key_of(manuscript, ID_EN)
        item = NewsItem("wire", ItemMeta(guid or key), ID_EN, guid or key, manuscript=manuscript)
        received = SqlInflow(database).receive(item, key, at=moment)
        desk = Desk(
            settings,
            ID_EN,
            Parrot(answers),
            bootstrap.build_terms(settings, ID_EN),
            bootstrap.build_checks(settings),
        )
        jobs = SqlJobs(database)
        for job in jobs.claim(ID_EN, 10, Lease("test", moment, timedelta(minutes=5))):
            made = desk.edition(job.manuscript)
            edition = replace(made, article=replace(made.article, key=job.key))
            earlier = {one.unit.draft.segment.key for one in job.earlier}
            keys = [unit.draft.segment.key for unit in edition.units]
            continues = {key: key for key in keys if key in earlier}
            risks = tuple(risk(unit) for unit in edition.units)
            jobs.finish(job, Result(edition, risks, continues), at=datetime.now(UTC))
        return received.key
    finally:
        database.close()


def employ(settings: Settings) -> None:
    """Make an account of every role."""
    database = ready(Database(settings.store_url))
    gate = open_gate(settings, database)
    for name, role in PEOPLE.items():
        gate.add_user(name, role, PASSWORD)
    database.close()


def client_of(site: Site, name: str = "") -> Client:
    """Return a browser in which `name` is signed in, or nobody."""
    client = Client(create_app(site), base_url="http://testserver", raise_server_exceptions=False)
    if name:
        client.post("/login", data={"username": name, "password": PASSWORD})
        found = re.search(r'data-token="(\w+)"', client.get("/help").text)
        assert found, f"{name} could not sign in"
        client.form_token = found[1]
    return client


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(site: Site) -> Iterator[str]:
    """Serve a desk from a thread; yield its address."""
    port = free_port()
    config = uvicorn.Config(create_app(site), host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    patience = time.monotonic() + 30
    while not server.started and time.monotonic() < patience:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


def opened(settings: Settings) -> Site:
    """Open the desk of these settings."""
    return open_site(settings)

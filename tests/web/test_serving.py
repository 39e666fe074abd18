"""The desk in more than one process: they share the store, and nothing is done twice or lost between them."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest
from builders import ID_EN
from newsroom import Open, employ, free_port, house

from pipeline import bootstrap
from pipeline.adapters.glossaries.house import HouseTerms
from pipeline.model.discussion import Proposal
from pipeline.model.work import Publication
from pipeline.web.opening import open_site
from pipeline.web.seals import SECRET


def test_several_processes_serve_one_desk(tmp_path: Path) -> None:
    employ(house(tmp_path))
    port = free_port()
    environment = os.environ | {
        "DWIBAHASA_STORE": f"sqlite:///{tmp_path / 'store.db'}",
        "DWIBAHASA_PATHS_GLOSSARIES": str(tmp_path / "glossaries"),
    }
    command = [
        str(Path(sys.executable).parent / "dwibahasa"),
        "review",
        "--port",
        str(port),
        "--workers",
        "2",
    ]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        answer, patience = b"", time.monotonic() + 120
        while not answer and time.monotonic() < patience:
            try:
                answer = urlopen(f"http://127.0.0.1:{port}/login", timeout=5).read()
            except OSError:
                time.sleep(0.2)
        assert b'name="password"' in answer
        secret = tmp_path / SECRET
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600, "beside the store, for its owner alone"
    finally:
        process.terminate()
        process.wait(30)


def test_a_message_is_sent_by_one_process_alone_and_by_another_if_that_one_dies(desk: Open) -> None:
    webhooks, now = desk.site.messages.webhooks, desk.site.clock()
    desk.site.messages.add("https://cms.example/hook", "adi")
    published = Publication(1, desk.key, "Judul", "Title", 1, 1, (), "ema", now)
    desk.site.messages.announce("published", published)
    (taken,) = webhooks.due(desk.site.clock())
    assert webhooks.due(desk.site.clock()) == ()
    (again,) = webhooks.due(desk.site.clock() + timedelta(hours=1))
    assert again.number == taken.number


def test_a_term_that_another_process_accepted_is_obeyed_here_too(tmp_path: Path) -> None:
    settings = house(tmp_path)
    here, there = (
        HouseTerms(settings.own_glossaries, partial(bootstrap.build_terms, settings)) for _ in range(2)
    )
    assert not here.base(ID_EN).find("Dermaga Uji dibuka.")
    moment = datetime(2023, 3, 20, tzinfo=UTC)
    there.add(Proposal(1, "Dermaga Uji", "Test Pier", "place", "", "id-en", "", "sari", moment))
    assert [match.target for match in here.base(ID_EN).find("Dermaga Uji dibuka.")] == ["Test Pier"]


def test_a_secret_that_was_made_in_the_data_folder_goes_on(
    desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = house(desk.folder)
    settings = replace(settings, review=replace(settings.review, secret=""))
    kept = tmp_path / "data"
    kept.mkdir()
    monkeypatch.setattr("pipeline.web.opening.data_folder", lambda: kept)
    made = open_site(settings).seal
    assert (desk.folder / SECRET).read_text() == made.secret.decode()
    (kept / SECRET).write_text("k" * 64)
    assert open_site(settings).seal.secret == b"k" * 64

"""The whole desk as cron sees it: a feed on a real server, `dwibahasa run` as a process, editions in a folder."""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from serving import Page, Site, site

PROGRAM = [sys.executable, "-c", "from pipeline.cli import main; main()"]
BODY = "<p>" + "Warga kembali ke rumah setelah banjir surut pada Senin (20/3/2023). " * 10 + "</p>"


def entry(number: int, title: str, body: str = BODY) -> str:
    return (
        f"<entry><id>tag:kabar.example,2026:{number}</id><title>{title}</title>"
        f'<content type="html">{html.escape(body)}</content></entry>'
    )


def atom(*parts: str) -> Page:
    names = 'xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"'
    return Page(f"<feed {names}><title>Kabar</title>{''.join(parts)}</feed>")


@dataclass
class Unattended:
    """A desk with its own configuration, store and folder of editions, and the site that it follows."""

    folder: Path
    played: Site
    store: str

    def __post_init__(self) -> None:
        (self.folder / "inbox").mkdir()
        (self.folder / "desk.toml").write_text(
            "[intake]\ninterval_minutes = 0\npause_seconds = 0\n[engine]\nname = 'echo'\n[run]\nlease_minutes = 1\n"
            f"[[sources]]\nname = 'kabar'\nkind = 'feed'\nurl = '{self.played.url}/feed'\nallow = ['127.0.0.1']\n",
            encoding="utf-8",
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command as cron does."""
        environment = os.environ | {
            "DWIBAHASA_CONFIG": str(self.folder / "desk.toml"),
            "DWIBAHASA_INBOX": str(self.folder / "inbox"),
            "DWIBAHASA_EDITIONS": str(self.folder / "editions"),
            "DWIBAHASA_STORE": self.store,
        }
        return subprocess.Popen(
            [*PROGRAM, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def run(self, *arguments: str, status: int = 0) -> str:
        """Let a command go to its end, with this exit status; return what it said."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        assert process.returncode == status, err
        return out + err

    def editions(self) -> dict[str, Any]:
        """Return the JSON editions by their source's title."""
        found = [
            json.loads(path.read_text(encoding="utf-8")) for path in (self.folder / "editions").glob("*.json")
        ]
        return {edition["title"]["source"]: edition for edition in found}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Unattended]:
    with site() as played:
        yield Unattended(tmp_path, played, f"sqlite:///{tmp_path / 'store.db'}")


def sentences(edition: Any) -> list[str]:
    return [segment["source"] for block in edition["blocks"] for segment in block["segments"]]


def test_a_feed_becomes_editions_which_are_corrected_and_withdrawn_and_a_failure_costs_no_other(
    desk: Unattended,
) -> None:
    desk.played.pages["/feed"] = atom(entry(1, "Banjir Surut"), entry(2, "Harga Naik"))
    assert "2 received, 2 translated, 0 failed" in desk.run("run")
    first = desk.editions()
    assert set(first) == {"Banjir Surut", "Harga Naik"}

    assert "0 received, 0 translated" in desk.run("run")
    assert desk.editions() == first

    correction = entry(1, "Banjir Surut", BODY.replace("Warga", "Ratusan warga", 1))
    gone = '<at:deleted-entry ref="tag:kabar.example,2026:2" when="2026-03-20T09:00:00Z"/>'
    desk.played.pages["/feed"] = atom(correction, gone)
    said = desk.run("run")
    translated = [json.loads(line) for line in said.splitlines() if '"translate"' in line]
    assert [line["asked"] for line in translated] == [1]  # the sentence that changed, and no other
    found = desk.editions()
    assert any(text.startswith("Ratusan warga") for text in sentences(found["Banjir Surut"]))
    assert found["Banjir Surut"]["key"] == first["Banjir Surut"]["key"]
    assert found["Harga Naik"]["item"]["status"] == "canceled"
    assert "withdrawn" in desk.run("status")

    # The site breaks down; what is put into the inbox is done all the same.
    desk.played.pages["/feed"] = Page("", 500)
    (desk.folder / "inbox" / "siaran.txt").write_text("Jembatan Dibuka\n\nWarga senang.\n", encoding="utf-8")
    past = time.time() - 60  # a file that is still being written is left alone
    os.utime(desk.folder / "inbox" / "siaran.txt", (past, past))
    said = desk.run("run", status=1)
    assert "the server has a fault" in said
    assert "Jembatan Dibuka" in desk.editions()


def test_a_run_that_is_killed_is_made_good_by_the_next(desk: Unattended) -> None:
    """At moments that fall into start-up, intake and translation, on a quick machine and on a slow one."""
    titles = {f"Berita {number}" for number in range(12)}
    desk.played.pages["/feed"] = atom(
        *(entry(n, f"Berita {n}", BODY + f"<p>Nomor {n}.</p>") for n in range(12))
    )
    for seconds in (1.0, 3.0):
        process = desk.start("run")
        time.sleep(seconds)
        process.kill()
        process.communicate()
    said = desk.run("run")
    assert '"failed": 0' in said or "0 failed" in said
    found = desk.editions()
    assert set(found) == titles
    assert len({edition["key"] for edition in found.values()}) == len(
        list((desk.folder / "editions").glob("*.json"))
    )
    assert [path for path in (desk.folder / "editions").iterdir() if path.name.startswith(".")] == []
    assert "0 received, 0 translated" in desk.run("run")

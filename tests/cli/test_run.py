"""`dwibahasa run` as cron calls it, where the world is not as it should be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

STORY = "Harga beras naik\n\nHarga beras di pasar induk naik 5 persen dalam sepekan terakhir.\n"
COMMAND = (sys.executable, "-c", "from pipeline.cli import main; main()")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    drop(tmp_path, "beras.txt", STORY)
    return tmp_path


def drop(place: Path, name: str, text: str) -> None:
    """Put a file into the inbox, an hour ago: what was written just now may not be whole yet."""
    path = place / "inbox" / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - 3600,) * 2)


def dwibahasa(place: Path, *words: str, store: str = "") -> subprocess.CompletedProcess[str]:
    """Call the command on the desk that lies at `place`."""
    told = {
        "DWIBAHASA_STORE": store or f"sqlite:///{place / 'store' / 'desk.db'}",
        "DWIBAHASA_INBOX": str(place / "inbox"),
        "DWIBAHASA_EDITIONS": str(place / "editions"),
        "DWIBAHASA_ENGINE_NAME": "echo",
        "DWIBAHASA_RUN_METRICS": str(place / "metrics" / "dwibahasa.prom"),
    }
    return subprocess.run(
        [*COMMAND, *words], env=os.environ | told, capture_output=True, text=True, check=False
    )


def test_a_run_tells_what_it_did_to_people_to_logs_and_to_prometheus(place: Path) -> None:
    done = dwibahasa(place, "run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 received, 1 translated, 0 failed in ")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["stage"] for line in lines] == ["intake", "translate", "shelve"]
    assert all({"at", "run", "article", "seconds"} <= line.keys() for line in lines)
    metrics = (place / "metrics" / "dwibahasa.prom").read_text(encoding="utf-8")
    assert 'dwibahasa_articles{state="open"} 1\n' in metrics
    assert "dwibahasa_run_translated 1\n" in metrics
    assert dwibahasa(place, "status").returncode == 0


def test_status_fails_when_something_needs_a_person(place: Path) -> None:
    drop(place, "kosong.txt", "")
    done = dwibahasa(place, "run")
    assert (done.returncode, "1 translated, 1 failed" in done.stdout) == (1, True)
    status = dwibahasa(place, "status", "--json")
    assert status.returncode == 1
    ((about, reason),) = json.loads(status.stdout)["trouble"]
    assert about.startswith("inbox: ")
    assert "empty" in reason


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_costs_nothing_once_there_is_room(place: Path, small_disk: Path) -> None:
    store = f"sqlite:///{small_disk / 'desk.db'}"
    dwibahasa(place, "db", "upgrade", store=store)
    ballast = small_disk / "ballast"
    with ballast.open("wb") as file:
        room = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        file.write(b"x" * (room - 8_192))
    full = dwibahasa(place, "run", store=store)
    assert full.returncode == 1
    assert "the disk is full" in full.stderr + full.stdout
    ballast.unlink()
    assert dwibahasa(place, "run", store=store).returncode == 0
    assert len(list((place / "editions").iterdir())) == 3


def test_a_store_that_may_not_be_written_is_told(place: Path, small_disk: Path) -> None:
    store = f"sqlite:///{small_disk / 'desk.db'}"
    dwibahasa(place, "db", "upgrade", store=store)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = dwibahasa(place, "run", store=store)
    assert done.returncode == 1
    assert "can't be written" in done.stderr or "may this user write" in done.stderr, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("store", "status", "advice"),
    [
        ("postgresql+psycopg://desk@127.0.0.1:1/desk", 1, "is the database server running"),
        ("desk.db", 2, "is not sqlite:////absolute/path.db"),
    ],
)
def test_a_store_that_is_not_there_is_told(place: Path, store: str, status: int, advice: str) -> None:
    done = dwibahasa(place, "status", store=store)
    assert (done.returncode, advice in done.stderr) == (status, True), done.stderr

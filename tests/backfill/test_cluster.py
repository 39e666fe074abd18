from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.backfill.plan import SHARD

pytest.importorskip("ray", reason="an extra: pip install 'dwibahasa[ray]'")

ARTICLES = 6 * SHARD


def backfill(archive: Path, out: Path, *arguments: str) -> subprocess.Popen[str]:
    given = [str(archive), "--out", str(out), "--engine", "echo", *arguments]
    return subprocess.Popen(
        [sys.executable, "-c", "from pipeline.cli import main; main()", "backfill", *given],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Ray makes its workers nice, and beside other work they would hardly start.
        env=os.environ | {"RAY_worker_niceness": "0"},
    )


def workers_of(run: subprocess.Popen[str]) -> Iterator[int]:
    """Yield the processes of workers that descend from a run."""
    parents = {}
    names = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            stat = (path / "stat").read_text(encoding="utf-8")
            names[int(path.name)] = (path / "cmdline").read_bytes()
        except OSError:
            continue
        parents[int(path.name)] = int(stat.rpartition(")")[2].split()[1])
    for pid, name in names.items():
        above = pid
        while above in parents and above != run.pid:
            above = parents[above]
        if above == run.pid and name.startswith(b"ray::MapWorker"):
            yield pid


def archive_in(folder: Path) -> Path:
    path = folder / "archive.jsonl"
    lines = (
        json.dumps({"key": f"k{n}", "text": f"Warga membaca berita nomor {n}."}) for n in range(ARTICLES)
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def keys_in(out: Path) -> list[str]:
    return sorted(
        json.loads(line)["key"]
        for path in out.glob("shard-*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    )


@pytest.mark.real
def test_an_archive_loses_and_doubles_nothing_when_a_worker_is_killed(tmp_path: Path) -> None:
    archive, out = archive_in(tmp_path), tmp_path / "out"
    run = backfill(archive, out, "--workers", "1")
    killed = 0
    while run.poll() is None and not killed:
        if list(out.glob("shard-*")):
            for pid in workers_of(run):
                os.kill(pid, signal.SIGKILL)
                killed += 1
        time.sleep(0.05)
    _, said = run.communicate()
    assert killed == 1
    assert run.returncode == 0, said
    assert keys_in(out) == sorted(f"k{n}" for n in range(ARTICLES))
    assert json.loads((out / "report.json").read_text(encoding="utf-8"))["done"] == ARTICLES

    (out / "shard-00000002.jsonl").unlink()
    before = {path: path.stat().st_mtime_ns for path in out.glob("shard-*")}
    again = backfill(archive, out, "--workers", "1")
    _, said = again.communicate()
    assert again.returncode == 0, said
    assert "5 of 6 shards are done already" in said
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert (out / "shard-00000002.jsonl").is_file()


@pytest.mark.real
def test_two_ctrl_c_leave_whole_shards_and_the_same_command_goes_on(tmp_path: Path) -> None:
    archive, out = archive_in(tmp_path), tmp_path / "out"
    run = backfill(archive, out, "--workers", "1")
    while run.poll() is None and not list(out.glob("shard-*")):
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=120)
    assert run.returncode == 130, said
    left = keys_in(out)  # what is there can be read to the end
    assert 0 < len(left) < ARTICLES
    again = backfill(archive, out, "--workers", "1")
    _, said = again.communicate()
    assert again.returncode == 0, said
    assert keys_in(out) == sorted(f"k{n}" for n in range(ARTICLES))


@pytest.mark.real
def test_a_worker_without_the_model_ends_the_run_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "out"
    missing = str(tmp_path / "no-model")
    run = backfill(archive_in(tmp_path), out, "--engine", "ctranslate2", "--model", missing, "--workers", "1")
    _, said = run.communicate(timeout=300)
    assert run.returncode == 1, said
    assert f"no model '{missing}'" in said
    assert not list(out.glob("shard-*"))


def test_an_address_that_does_not_answer_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Warga membaca berita.", encoding="utf-8")
    run = backfill(tmp_path, tmp_path.parent / f"{tmp_path.name}-out", "--ray", "127.0.0.1:1")
    _, said = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "no Ray cluster answers at '127.0.0.1:1'" in said

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.cli.stopping import Stopping


def test_the_first_ctrl_c_ends_the_reading_and_the_second_leaves() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Stopping() as stopping:
        waiting = stopping.until([1, 2, 3])
        assert next(waiting) == 1
        os.kill(os.getpid(), signal.SIGINT)
        assert list(waiting) == []
        assert stopping.asked
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) == before


def test_a_stopped_run_finishes_what_is_in_hand_and_says_what_is_left(tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    for number in range(400):
        (inbox / f"a{number:03}.txt").write_text(f"Warga membaca berita nomor {number}.\n", encoding="utf-8")
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "translate", str(inbox)]
    with subprocess.Popen(
        [*command, "--engine", "echo", "--format", "json", "--out", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        while run.poll() is None and not list(out.glob("*.json")):
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        _, said = run.communicate()
    written = list(out.iterdir())
    assert run.returncode == 130
    assert f"stopped: {400 - len(written)} of 400 articles are left" in said
    assert all(path.suffix == ".json" for path in written)

"""What a killed conversion leaves in the cache is taken away, and what is at work is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.adapters.models import conversion

HOLD = """
import sys, time
from pathlib import Path
from pipeline.adapters.models.conversion import _locked
with _locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_only_what_a_dead_process_left_is_taken_away(tmp_path: Path) -> None:
    dead, alive, young = (tmp_path / f".converting-{name}" for name in ("dead", "alive", "young"))
    for folder in (dead, alive, young, tmp_path / "0123456789abcdef-float32"):
        folder.mkdir()
        (folder / "model.bin").write_bytes(b"weights")
    with _held(dead):
        pass
    with _held(alive):
        for folder in (dead, alive):
            os.utime(folder, (time.time() - 3600,) * 2)
        conversion._clear(tmp_path)
        left = {path.name for path in tmp_path.iterdir()}
    assert left == {".converting-alive", ".converting-young", "0123456789abcdef-float32"}


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Let a process be at work in a folder; it is killed at the end."""
    words = (sys.executable, "-c", HOLD, str(folder))
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield
        process.kill()

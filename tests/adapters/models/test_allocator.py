"""What is freed goes back to the system, and without the setting it would not: each in a process of its own."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

CHILD = """
from pathlib import Path

from pipeline.adapters.models.allocator import return_large_buffers

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20

if {least}:
    return_large_buffers({least})
freed = bytearray(16 << 20)
del freed
before = resident()
buffers, small = [], []
for _ in range(20):
    buffers.append(bytearray(8 << 20))
    small.append(bytearray(64 << 10))
del buffers
print(resident() - before)
"""


def kept(least: int) -> int:
    """Return the megabytes that a process still holds of the hundred and sixty that it freed."""
    command = [sys.executable, "-c", CHILD.format(least=least)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries can't be told")
def test_large_buffers_go_back_when_they_are_freed() -> None:
    assert kept(6 << 20) < 10
    assert kept(0) > 80


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries can't be told")
def test_a_size_that_is_too_large_changes_nothing() -> None:
    assert kept(64 << 20) > 80

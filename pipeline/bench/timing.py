"""Time cases in turn and repeatedly: on a machine with neighbours only ratios within one round mean much."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """What one case took, round by round, in seconds: by the clock, and of processors (all threads)."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the rounds, by the clock."""
        return statistics.median(self.clock)

    @property
    def spread(self) -> float:
        """From the fastest to the slowest round, as a share of the median."""
        return (max(self.clock) - min(self.clock)) / self.median


def in_turn(cases: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    """Run every case once a round, so that a slow minute of the machine hits all of them alike."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            clock, processor = time.perf_counter(), time.process_time()
            case()
            taken[name].append((time.perf_counter() - clock, time.process_time() - processor))
    return {
        name: Timing(tuple(one for one, _ in found), tuple(one for _, one in found))
        for name, found in taken.items()
    }


def ratios(timings: Mapping[str, Timing], name: str) -> dict[str, tuple[float, float]]:
    """Return how many times longer each case took than `name`: by the clock, by processor time.

    Each is the median of the ratios within a round.
    """

    def middle(ours: Sequence[float], theirs: Sequence[float]) -> float:
        return statistics.median(their / our for our, their in zip(ours, theirs, strict=True))

    base = timings[name]
    return {
        other: (middle(base.clock, timing.clock), middle(base.processor, timing.processor))
        for other, timing in timings.items()
    }


_ALONE = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
quiet = subprocess.DEVNULL
done = subprocess.run(sys.argv[1:], stdin=quiet, stdout=quiet, stderr=quiet)
taken = time.perf_counter() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([taken, used.ru_utime, used.ru_maxrss // 1024, done.returncode]))
"""
"""A small process between us and the command: Linux counts the memory of whoever forks as the child's."""


def child(command: Sequence[str]) -> tuple[float, float, int, int]:
    """Run a command to its end; return its seconds by the clock, user seconds, peak memory in MB and status."""
    found = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", _ALONE, *command], stdout=subprocess.PIPE, check=True, text=True
    )
    clock, user, memory, status = json.loads(found.stdout)
    return clock, user, memory, status

"""From the command to the first answer: help, one sentence, one article, each in a process of its own."""

from __future__ import annotations

import os
import statistics
import sys

from pipeline.bench.articles import pairs
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import child
from pipeline.config import bundled

TITLE = "Start-up"

_MAIN = (sys.executable, "-c", "from pipeline.cli import main; main()")


def measure(scope: Scope) -> list[Row]:
    """Start each command several times, in turn; the first time, which converts the model, doesn't count."""
    sentence = scope.folder / "sentence.txt"
    sentence.write_text(pairs(scope.direction, 1)[0].source + "\n", encoding="utf-8")
    article = next(iter(sorted(bundled("data/samples").glob("*.txt"))))
    commands = {
        "dwibahasa --help": ("--help",),
        "first sentence": ("translate", "--lines", str(sentence)),
        "one article, three files": ("translate", str(article), "--out", str(scope.folder / "start")),
    }
    taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in commands}
    for number in range(scope.rounds + 1):
        for name, command in commands.items():
            for old in (scope.folder / "start").glob("*"):
                os.unlink(old)  # noqa: PTH108 - what lies there would not be translated again
            clock, user, memory, status = child((*_MAIN, *command))
            assert status == 0, command
            if number:
                taken[name].append((clock, user, memory))
    return [
        {
            "what": name,
            "s": round(statistics.median(clock for clock, _, _ in found), 3),
            "fastest": round(min(clock for clock, _, _ in found), 3),
            "user s": round(statistics.median(user for _, user, _ in found), 3),
            "peak MB": max(memory for _, _, memory in found),
        }
        for name, found in taken.items()
    ]

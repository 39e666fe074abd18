"""A backfill with two workers of one core beside one with a single worker, in turn."""

from __future__ import annotations

import json
import os
import statistics
from pathlib import Path

from pipeline.adapters.files import write_together
from pipeline.bench.articles import manuscripts, pairs
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import child

TITLE = "A backfill on Ray (articles of a headline and three sentences)"

_ARTICLES = 3072
"""Twelve shards of a backfill, some minutes: what it takes to start the workers is the same for a night's archive."""
_NICENESS = "RAY_worker_niceness"
"""Ray makes its workers nice; beside other work they would hardly start."""


def measure(scope: Scope) -> list[Row]:
    """Run the same archive with one worker and with two; one round, for the shards are many."""
    try:
        import ray  # noqa: F401, PLC0415 - an extra; without it there is nothing to measure
    except ImportError:
        return [{"workers": "not measured: pip install 'dwibahasa[ray]'"}]
    archive = _archive(scope)
    taken: dict[int, list[float]] = {1: [], 2: []}
    words = 0
    os.environ[_NICENESS] = "0"
    for number in range(1 if scope.rounds < 5 else 2):
        for workers, found in taken.items():
            out = scope.folder / f"out-{workers}-{number}"
            asked = ("backfill", str(archive), "--out", str(out), "--workers", str(workers))
            _, _, _, status = child(scope.command(*asked))
            assert status == 0, asked
            report = json.loads((out / "report.json").read_text(encoding="utf-8"))
            found.append(report["seconds"])
            words = report["words"]
    seconds = {workers: statistics.median(found) for workers, found in taken.items()}
    return [
        {
            "workers": workers,
            "s, start of the workers counted": round(seconds[workers], 1),
            "words/s": round(words / seconds[workers], 1),
            "× one worker": round(seconds[1] / seconds[workers], 2),
        }
        for workers in taken
    ]


def _archive(scope: Scope) -> Path:
    """Write an archive of some shards; articles are short, so that a measurement takes minutes."""
    sentences = [pair.source for pair in pairs(scope.direction, 2000)]
    articles = _ARTICLES if scope.rounds > 1 else _ARTICLES // 6
    lines = []
    for one in manuscripts(sentences, articles, 3):
        title, first = one.paragraphs
        lines.append(json.dumps({"key": one.origin, "title": title.text, "text": first.text}) + "\n")
    archive = scope.folder / "archive.jsonl"
    write_together({archive: lines})
    return archive

"""A desk of one processor: it takes shards, one after the other, and writes each whole or not at all."""

from __future__ import annotations

import io
import json
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline import bootstrap
from pipeline.adapters.files import Reading, write_together
from pipeline.adapters.formats.json import as_data
from pipeline.backfill.plan import Shard
from pipeline.backfill.records import readings
from pipeline.config import Settings
from pipeline.model import Edition, Manuscript
from pipeline.service import Failed


class Worker:
    """What runs on every machine; Ray keeps one alive a processor and hands it shards."""

    def __init__(self, settings: Settings, destination: str, kind: str) -> None:
        engine = replace(settings.engine, threads=1)
        self._settings = replace(settings, engine=engine)
        self._desk = bootstrap.build(self._settings)
        self._destination = Path(destination)
        self._kind = kind

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Translate the shards of a batch of Ray Data; a row a shard comes back, with its counts."""
        found = [self.translate(Shard(**json.loads(one))) for one in batch["shard"]]
        return {name: [row[name] for row in found] for name in found[0]}

    def translate(self, shard: Shard) -> dict[str, Any]:
        """Write the results of a shard, one a key, and return its counts.

        The file takes its name when it is whole: a worker killed half-way leaves none, and whoever takes
        the shard again writes the same file.
        """
        started = time.monotonic()
        rows: dict[str, dict[str, Any]] = {}
        twice = 0
        limit = self._settings.intake.max_megabytes
        for row in self._desk.editions(readings(shard, limit), known=_nothing, finished=_row):
            made = _failed(row) if isinstance(row, Failed) else row
            twice += made["key"] in rows
            rows.setdefault(made["key"], made)
        path = self._destination / name(shard, self._kind)
        write_together({path: _written(list(rows.values()), self._kind)})
        severities = Counter[str]()
        for made in rows.values():
            severities.update(made["severities"])
        return {
            "shard": shard.number,
            "articles": shard.articles,
            "done": sum(made["status"] == "done" for made in rows.values()),
            "failed": sum(made["status"] == "failed" for made in rows.values()),
            "twice": twice,
            "words": sum(made["words"] for made in rows.values()),
            "flags": json.dumps(severities),
            "seconds": time.monotonic() - started,
        }


def name(shard: Shard, kind: str) -> str:
    """Return the name of a shard's file."""
    return f"shard-{shard.number:08}.{kind}"


def _nothing(reading: Reading, manuscript: Manuscript) -> None:  # noqa: ARG001 - whole shards are left out
    return None


def _row(reading: Reading, edition: Edition, seconds: float) -> dict[str, Any]:
    data = as_data(edition)
    return {
        "key": reading.origin,
        "status": "done",
        "reason": "",
        "words": edition.words,
        "seconds": round(seconds, 3),
        "severities": dict(data["summary"]["severities"]),
        "edition": data,
    }


def _failed(failed: Failed) -> dict[str, Any]:
    return {
        "key": failed.origin,
        "status": "failed",
        "reason": failed.reason,
        "words": 0,
        "seconds": 0.0,
        "severities": {},
        "edition": None,
    }


def _written(rows: list[dict[str, Any]], kind: str) -> str | bytes:
    """Return the rows as JSON lines, or as Parquet, where severities and edition are texts of JSON."""
    if kind == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    import pyarrow as pa  # noqa: PLC0415 - comes with the extra, for Parquet only
    from pyarrow import parquet  # noqa: PLC0415

    for row in rows:
        for column in ("severities", "edition"):
            row[column] = json.dumps(row[column], ensure_ascii=False)
    sink = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), sink)
    return sink.getvalue()

"""What a backfill wrote, read again: rows of a shard, or of every shard in a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.adapters.formats.json import from_data
from pipeline.errors import ArticleError, ConfigError
from pipeline.model import Edition

SUFFIXES = (".jsonl", ".parquet")
_ROWS = 64
"""Rows of a Parquet file that are in memory at once; each holds a whole edition."""


def shards(path: Path) -> list[Path]:
    """Return the shards that `path` is, or holds, in order.

    Raises:
        ArticleError: it is not there, or a folder without any.
    """
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.glob("shard-*") if one.suffix in SUFFIXES)
    if not found:
        raise ArticleError("there is no shard of a backfill in this folder")
    return found


def editions(path: Path) -> Iterator[tuple[str, Edition | str]]:
    """Yield each row's key with its edition, or with what is wrong where it holds none.

    Raises:
        ArticleError: the file can't be read, or is no shard.
        ConfigError: it is Parquet, and pyarrow is not installed.
    """
    for number, row in enumerate(_rows(path), 1):
        where = f"row {number}"
        if isinstance(row, str):
            yield where, row
            continue
        key = str(row.get("key") or where)
        if row.get("status") != "done":
            yield key, f"it was not translated: {row.get('reason') or 'nothing says why'}"
            continue
        try:
            yield key, from_data(row["edition"])
        except (ArticleError, KeyError) as error:
            yield key, str(error)


def _rows(path: Path) -> Iterator[dict[str, Any] | str]:
    try:
        yield from _parquet(path) if path.suffix == ".parquet" else _lines(path)
    except OSError as error:
        raise ArticleError(f"can't be read: {error.strerror or error}") from error


def _lines(path: Path) -> Iterator[dict[str, Any] | str]:
    with path.open("rb") as file:
        for line in file:
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield f"no JSON: {error}"
                continue
            yield row if isinstance(row, dict) else "no row of a backfill"


def _parquet(path: Path) -> Iterator[dict[str, Any] | str]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - comes with the extra, for Parquet only
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise ConfigError("Parquet needs pyarrow: pip install 'dwibahasa[ray]'") from None
    try:
        for batch in parquet.ParquetFile(path).iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                try:
                    yield row | {"edition": json.loads(row.get("edition") or "null")}
                except (ValueError, RecursionError) as error:
                    yield f"no JSON: {error}"
    except pa.ArrowInvalid as error:
        raise ArticleError(f"this is no Parquet: {error}") from error

"""The articles of a shard, whatever they lie in; one that can't be read is a reading with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.adapters import files
from pipeline.adapters.files import Reading
from pipeline.adapters.formats import text
from pipeline.backfill.plan import Shard
from pipeline.errors import ArticleError, DwibahasaError
from pipeline.model import BlockKind, Manuscript, Paragraph


def readings(shard: Shard, max_megabytes: int) -> Iterator[Reading]:
    """Yield a reading an article, as many as the shard has."""
    suffix = Path(shard.paths[0]).suffix.lower()
    if suffix in (".jsonl", ".ndjson"):
        yield from _lines(shard, max_megabytes)
    elif suffix == ".parquet":
        yield from _rows(shard, max_megabytes)
    else:
        for path in shard.paths:
            (item,) = files.find([path], max_megabytes)
            yield item.read()


def _lines(shard: Shard, max_megabytes: int) -> Iterator[Reading]:
    (path,) = shard.paths
    with Path(path).open("rb") as file:
        file.seek(shard.offset)
        for number, line in enumerate(islice(file, shard.articles), shard.start + 1):
            where = f"{path}:{number}"
            try:
                _refuse_large(len(line), max_megabytes)
                yield _reading(json.loads(line), where)
            except (ValueError, RecursionError) as error:
                yield Reading(where, error=ArticleError(f"no JSON: {error}"))
            except DwibahasaError as error:
                yield Reading(where, error=error)


def _rows(shard: Shard, max_megabytes: int) -> Iterator[Reading]:
    from pyarrow import parquet  # noqa: PLC0415 - comes with the extra, for Parquet only

    (path,) = shard.paths
    number = 0
    for batch in parquet.ParquetFile(path).iter_batches(batch_size=shard.articles):
        if number + batch.num_rows > shard.start:
            for place, row in enumerate(batch.to_pylist(), number):
                if shard.start <= place < shard.stop:
                    try:
                        _refuse_large(len(str(row.get("text")).encode(errors="replace")), max_megabytes)
                        yield _reading(row, f"{path}:{place + 1}")
                    except DwibahasaError as error:
                        yield Reading(f"{path}:{place + 1}", error=error)
        number += batch.num_rows
        if number >= shard.stop:
            return


def _refuse_large(size: int, max_megabytes: int) -> None:
    """Refuse what would keep a worker busy for hours.

    Raises:
        ArticleError: `size`, in bytes, is too much.
    """
    if size > max_megabytes * 1_000_000:
        raise ArticleError(f"larger than {max_megabytes} MB; raise [intake] max_megabytes")


def _reading(record: Any, where: str) -> Reading:
    """Make a reading of a record: `text`, and where there are some `key`, `title`, `published`."""
    if not isinstance(record, Mapping) or not isinstance(record.get("text"), str):
        raise ArticleError("an article has to be an object with its `text`")
    origin = str(record.get("key") or record.get("id") or record.get("url") or where)
    read = text.read(record["text"].encode(errors="replace"), origin)
    title = record.get("title")
    paragraphs = read.paragraphs
    if isinstance(title, str) and title.strip():
        paragraphs = (Paragraph(title.strip(), BlockKind.HEADLINE), *paragraphs)
    if not paragraphs:
        raise ArticleError("there is no text in it")
    return Reading(origin, Manuscript(origin, paragraphs, _moment(record.get("published"))))


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None

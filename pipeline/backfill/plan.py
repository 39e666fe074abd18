"""Cut an archive into shards, the same way at every run: what is done already is known by its file."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.adapters.files import unremarked, write_together
from pipeline.adapters.reading import is_read
from pipeline.errors import ArticleError, ConfigError

SHARD = 256
"""Articles of a shard: minutes of work, so that little is lost with a worker and little is asked of Ray."""

_PLAN = "plan.json"


@dataclass(frozen=True, slots=True)
class Shard:
    """A stretch of the archive: articles `start` to `stop` of a file, or the files themselves.

    `offset` is where a file of JSON lines has the first of them, in bytes.
    """

    number: int
    paths: tuple[str, ...]
    start: int
    stop: int
    offset: int = 0

    @property
    def articles(self) -> int:
        """How many articles it has."""
        return self.stop - self.start


def plan(source: Path, passed_over: Callable[[str], object] = unremarked) -> list[Shard]:
    """Cut a folder of articles, a file of JSON lines or a Parquet file into shards.

    A folder may hold any of them; what else lies in it is told to `passed_over`.

    Raises:
        ArticleError: there is nothing to read.
    """
    if not source.exists():
        raise ArticleError(f"{source}: No such file or directory")
    files = [source] if source.is_file() else _files(source, passed_over)
    single = [path for path in files if path.suffix.lower() not in _CONTAINERS]
    pieces = [
        _of_files(single),
        *(_CONTAINERS[path.suffix.lower()](path) for path in files if path not in single),
    ]
    found = [shard for piece in pieces for shard in piece]
    if not found:
        raise ArticleError(f"{source}: there is no article in it")
    return [Shard(number, *values) for number, values in enumerate(found)]


Cut = tuple[tuple[str, ...], int, int, int]


def _files(folder: Path, passed_over: Callable[[str], object]) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            if path.suffix.lower() in _CONTAINERS or is_read(path.suffix):
                found.append(path)
            else:
                passed_over(str(path))
    return found


def _of_files(files: Sequence[Path]) -> Iterator[Cut]:
    for start in range(0, len(files), SHARD):
        paths = tuple(str(path) for path in files[start : start + SHARD])
        yield paths, 0, len(paths), 0


def _of_lines(path: Path) -> Iterator[Cut]:
    start, offset, place, number = 0, 0, 0, 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            place += len(line)
            if number % SHARD == 0:
                yield (str(path),), start, number, offset
                start, offset = number, place
    if number > start:
        yield (str(path),), start, number, offset


def _of_rows(path: Path) -> Iterator[Cut]:
    from pyarrow import parquet  # noqa: PLC0415 - comes with the extra, for Parquet only

    rows = parquet.read_metadata(path).num_rows
    for start in range(0, rows, SHARD):
        yield (str(path),), start, min(start + SHARD, rows), 0


_CONTAINERS = {".jsonl": _of_lines, ".ndjson": _of_lines, ".parquet": _of_rows}


def settle(shards: Sequence[Shard], how: object, destination: Path) -> None:
    """Make `destination` the folder of this run, or see that it is.

    Raises:
        ConfigError: it holds the results of another archive, or of other settings.
    """
    digest = hashlib.sha256(json.dumps([[asdict(one) for one in shards], how], default=str).encode())
    for path in sorted({path for shard in shards for path in shard.paths}):
        found = Path(path).stat()
        digest.update(f"{path} {found.st_size} {found.st_mtime_ns}".encode())
    record = destination / _PLAN
    destination.mkdir(parents=True, exist_ok=True)
    mine = {
        "shards": len(shards),
        "articles": sum(one.articles for one in shards),
        "digest": digest.hexdigest(),
    }
    if record.is_file():
        if json.loads(record.read_text(encoding="utf-8")).get("digest") != mine["digest"]:
            raise ConfigError(
                f"{destination} holds the results of another archive, or of other settings: "
                "name another folder, or empty this one"
            )
    elif any(destination.iterdir()):
        raise ConfigError(f"{destination} is not empty and holds no run of ours: name another folder")
    else:
        write_together({record: json.dumps(mine, indent=1) + "\n"})

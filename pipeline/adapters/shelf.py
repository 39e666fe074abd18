"""A folder of editions: one file a format, the JSON last, since it vouches for the others."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.adapters.files import write_together
from pipeline.adapters.formats.json import read_edition, read_head
from pipeline.errors import StorageError
from pipeline.model import Edition, Severity, Shelved, Signature

_log = logging.getLogger(__name__)

_RECORD = "json"
_SLACK = 2.0
"""Seconds by which a file may be newer than the record before we take it for edited by a person."""


class FolderShelf:
    """Editions as files in `folder`, written by `writers`, format name → module."""

    def __init__(self, folder: Path, writers: Mapping[str, ModuleType]) -> None:
        self._folder = folder
        self._writers = dict(sorted(writers.items(), key=lambda item: item[0] == _RECORD))
        self._wanted: tuple[Signature, object] | None = None

    def find(self, key: str, signature: Signature) -> Shelved | None:
        """Return the edition `key` if every file lies there and it was made as `signature` says.

        Only an edition with a JSON file can be found: the others don't say how they were made.
        """
        paths = self._paths(key)
        if _RECORD not in paths or not all(path.is_file() for path in paths.values()):
            return None
        try:
            record = read_head(paths[_RECORD].read_text(encoding="utf-8"))
            same = record["signature"] == self._as_recorded(signature)
            return _shelved(key, paths, record) if same else None
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.warning("%s can't be read (%s): translating anew", paths[_RECORD], error)
            return None

    def _as_recorded(self, signature: Signature) -> object:
        """Return a signature as a record has it; ten thousand editions are asked for the same one."""
        if self._wanted is None or self._wanted[0] is not signature:
            self._wanted = signature, json.loads(json.dumps(asdict(signature)))
        return self._wanted[1]

    def put(self, edition: Edition) -> Shelved:
        """Write every format, the record last; a file that a person edited is put aside, not lost.

        Raises:
            StorageError: the folder can't be made or a file can't be written.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"can't make the folder {self._folder}: {error.strerror}") from error
        paths = self._paths(edition.article.key)
        contents = {paths[name]: writer.write(edition) for name, writer in self._writers.items()}
        for path in [*_edited(paths), *_lost(paths, edition)]:
            aside = _free_name(path)
            path.rename(aside)
            _log.warning("%s was edited by hand: kept as %s", path, aside.name)
        write_together(contents)
        severities = Counter(flag.severity for unit in edition.units for flag in unit.flags)
        return Shelved(
            edition.article.key,
            tuple(str(path) for path in paths.values()),
            edition.words,
            len(edition.units),
            len(edition.needs_review),
            severities,
        )

    def record(self, key: str) -> Edition | None:
        """Return the edition `key` as its record has it, None if there is none.

        Raises:
            ArticleError: there is one, and it is broken.
            StorageError: it can't be read.
        """
        path = self._folder / f"{key}.json"
        if not path.is_file():
            return None
        try:
            return read_edition(path.read_bytes())
        except OSError as error:
            raise StorageError(f"can't read {path}: {error.strerror}") from error

    def _paths(self, key: str) -> dict[str, Path]:
        return {name: self._folder / f"{key}{writer.SUFFIX}" for name, writer in self._writers.items()}


def _shelved(key: str, paths: Mapping[str, Path], record: Mapping[str, Any]) -> Shelved:
    summary = record["summary"]
    severities = {Severity(name): count for name, count in summary["severities"].items()}
    written = tuple(str(path) for path in paths.values())
    return Shelved(key, written, summary["words"], summary["segments"], summary["flagged"], severities)


def _edited(paths: Mapping[str, Path]) -> list[Path]:
    """Return the files that were changed after the record was written.

    An editor opens the Markdown at night and corrects it in place; when a new glossary makes the
    edition stale, that work must not go with it.
    """
    record = paths.get(_RECORD)
    if record is None or not record.is_file():
        return []
    written = record.stat().st_mtime
    others = [path for path in paths.values() if path != record and path.is_file()]
    return [path for path in others if path.stat().st_mtime > written + _SLACK]


def _lost(paths: Mapping[str, Path], edition: Edition) -> list[Path]:
    """Return the record if people's words stand in it that `edition` doesn't have.

    An XLIFF came back from a translator; then a new glossary makes the edition stale, and the machine's
    words must not be all that is left.
    """
    record = paths.get(_RECORD)
    if record is None or not record.is_file():
        return []
    try:
        segments = [one for block in json.loads(record.read_bytes())["blocks"] for one in block["segments"]]
        written = {one["target"] for one in segments if one["status"] != "draft"}
    except (OSError, ValueError, KeyError, TypeError):
        return [record]
    return [record] if written - {unit.target for unit in edition.units} else []


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}.edited-{number}{path.suffix}") for number in range(1, 10_000))
    return next(name for name in names if not name.exists())

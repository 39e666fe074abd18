"""Articles from files, folders and standard input; text to files, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import registry
from pipeline.errors import ArticleError, DwibahasaError, StorageError
from pipeline.model import Manuscript

_FORMATS = "pipeline.adapters.formats"
_DEFAULT = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one input: a manuscript, or the reason why there is none."""

    origin: str
    manuscript: Manuscript | None = None
    error: DwibahasaError | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An input that was found and not read yet: ten thousand of them fit in memory."""

    origin: str
    load: Callable[[], Manuscript]

    def read(self) -> Reading:
        """Read it; what is wrong with it becomes part of the reading."""
        try:
            return Reading(self.origin, self.load())
        except DwibahasaError as error:
            return Reading(self.origin, error=error)


def find(paths: Iterable[str], max_megabytes: int) -> list[Item]:
    """Return the inputs under `paths`: a file, a folder with everything in it, `-` for standard input.

    A folder's hidden files are passed over; a file of a kind that nothing reads, or a path that
    isn't there, is an item too, whose reading tells so.
    """
    readers = _readers()
    return [item for path in paths for item in _under(path, readers, max_megabytes * 1_000_000)]


def _readers() -> dict[str, str]:
    """Map suffixes to formats that read them."""
    modules = {name: registry.load(_FORMATS, name) for name in registry.names(_FORMATS)}
    return {
        suffix: name
        for name, module in modules.items()
        if hasattr(module, "read")
        for suffix in module.SUFFIXES
    }


def _under(path: str, readers: dict[str, str], limit: int) -> Iterator[Item]:
    if path == "-":
        yield Item(
            "standard input", lambda: _parse(sys.stdin.buffer.read(limit + 1), "-", "", readers, limit)
        )
        return
    base = Path(path)
    if not base.is_dir():
        yield _file(base, readers, limit)
        return
    try:
        found = sorted(file for file in base.rglob("*") if file.is_file())
    except OSError as error:
        reason = f"can't list the folder {path}: {error.strerror}"
        yield Item(path, lambda: _fail(reason))
        return
    for file in found:
        if not any(part.startswith(".") for part in file.relative_to(base).parts):
            yield _file(file, readers, limit)


def _file(path: Path, readers: dict[str, str], limit: int) -> Item:
    return Item(str(path), lambda: _read(path, readers, limit))


def _read(path: Path, readers: dict[str, str], limit: int) -> Manuscript:
    suffix = path.suffix.lower()
    if suffix not in readers and suffix:
        known = ", ".join(sorted(readers))
        raise ArticleError(f"nothing reads {suffix} files; save it as one of {known}")
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ArticleError(f"can't be read: {error.strerror}") from error
    return _parse(data, str(path), suffix, readers, limit)


def _parse(data: bytes, origin: str, suffix: str, readers: dict[str, str], limit: int) -> Manuscript:
    if len(data) > limit:
        raise ArticleError(
            f"larger than {limit // 1_000_000} MB; if it really is one article, raise [intake] max_megabytes"
        )
    if not data.strip():
        raise ArticleError("the file is empty")
    name = readers.get(suffix) or ("html" if data[:1000].lstrip()[:1] == b"<" else _DEFAULT)
    manuscript: Manuscript = registry.load(_FORMATS, name).read(data, origin)
    if not manuscript.paragraphs:
        raise ArticleError("there is no text in it")
    return manuscript


def _fail(reason: str) -> Manuscript:
    raise ArticleError(reason)


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path`, whole or not at all: temporary file, flush to the disk, rename.

    Raises:
        StorageError: it can't be written, most often a full disk; what lay there before is as it was.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:60]}.", suffix=".tmp", dir=path.parent)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:  # noqa: PTH123
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101 - mkstemp's 0600 would hide it from the web server
        os.replace(temporary, path)  # noqa: PTH105
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink() if temporary else None
        raise StorageError(f"can't write {path}: {error.strerror}; nothing was changed") from error

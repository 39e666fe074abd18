"""Articles from files, folders and standard input; text to files, whole or not at all."""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from pipeline.adapters import reading
from pipeline.errors import ArticleError, DwibahasaError, StorageError
from pipeline.model import Manuscript

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one input: a manuscript, or the reason why there is none."""

    origin: str
    manuscript: Manuscript | None = None
    error: DwibahasaError | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An input that was found and not read yet, small enough for a list of a hundred thousand."""

    origin: str
    load: Callable[[], Manuscript]

    def read(self) -> Reading:
        """Read it; what is wrong with it becomes part of the reading."""
        try:
            return Reading(self.origin, self.load())
        except DwibahasaError as error:
            return Reading(self.origin, error=error)


def unremarked(path: str) -> None:
    """Note for the log that nothing reads a file."""
    _log.info("%s is passed over: nothing reads such files", path)


def find(
    paths: Iterable[str], max_megabytes: int, *, passed_over: Callable[[str], object] = unremarked
) -> list[Item]:
    """Return the inputs under `paths`: a file, a folder with everything in it, `-` for standard input.

    Of a folder, hidden files are left out, and what nothing reads (the photo beside a story) is told to
    `passed_over`; such a file that is named itself, or a path that isn't there, is an item, whose reading
    tells so.
    """
    return [item for path in paths for item in _under(path, max_megabytes * 1_000_000, passed_over)]


def _under(path: str, limit: int, passed_over: Callable[[str], object]) -> Iterator[Item]:
    if path == "-":
        yield Item("standard input", lambda: reading.read(sys.stdin.buffer.read(limit + 1), "-", "", limit))
        return
    # Not Path.is_dir: that raises where a folder above is closed to us, and nothing would be read.
    if not os.path.isdir(path):  # noqa: PTH112 - for this reason
        yield _file(path, limit)
        return
    closed: list[OSError] = []
    found: list[str] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [str(Path(folder, name)) for name in names if not name.startswith(".")]
    for file in sorted(found, key=lambda one: Path(one).parts):
        if not reading.is_read(Path(file).suffix):
            passed_over(file)
        elif _holds_text(Path(file)):
            yield _file(file, limit)
    for error in closed:
        yield Item(str(error.filename), partial(_fail, f"can't list the folder: {error.strerror}"))


def _holds_text(path: Path) -> bool:
    """Tell a file from a pipe, at which a reader would wait for ever; what can't be told is tried."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _file(path: str, limit: int) -> Item:
    return Item(path, partial(_read, path, limit))


def _read(name: str, limit: int) -> Manuscript:
    path = Path(name)
    reading.reader(path.suffix)  # what nothing reads needn't be loaded
    return reading.read(load(path, limit), name, path.suffix, limit)


def load(path: Path, limit: int) -> bytes:
    """Return the bytes of a file, one more than `limit` of a larger one.

    Raises:
        ArticleError: it can't be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise ArticleError(f"can't be read: {error.strerror}") from error


def _fail(reason: str) -> Manuscript:
    raise ArticleError(reason)


def write_atomically(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Write `content`, or its pieces, to `path`, whole or not at all.

    Raises:
        StorageError: it can't be written; what lay there before is as it was.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, str | bytes | Iterable[str]]) -> None:
    """Write several files, all of them whole or none: temporary files, flush to the disk, then rename.

    Where the system can, the files have no names until all are whole: not even a killed run leaves a part.

    Raises:
        StorageError: one can't be written, most often because the disk is full; nothing was changed.
    """
    path = Path()
    with contextlib.ExitStack() as stack:
        try:
            whole: dict[Path, _Unfinished] = {}
            for path, content in contents.items():
                whole[path] = stack.enter_context(_Unfinished(path))
                whole[path].write(content)
            for path, unfinished in whole.items():
                os.replace(unfinished.named(), path)  # noqa: PTH105 - a name, no Path
                unfinished.name = ""
        except OSError as error:
            raise StorageError(f"can't write {path}: {error.strerror}; nothing was changed") from error


class _Unfinished:
    """A file beside `path` that isn't there yet; whatever becomes of it, nothing half-written stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle, self.name = _open_beside(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)
        if self.name:
            with contextlib.suppress(OSError):
                Path(self.name).unlink()

    def write(self, content: str | bytes | Iterable[str]) -> None:
        pieces = (content,) if isinstance(content, (str, bytes)) else content
        with open(self._handle, "wb", closefd=False) as file:
            file.writelines(
                one if isinstance(one, bytes) else one.encode(errors="backslashreplace") for one in pieces
            )
            file.flush()
            os.fsync(file.fileno())
        os.fchmod(self._handle, 0o644)  # mkstemp's 0600 would hide it from the web server

    def named(self) -> str:
        """Give the file a name, for the renaming."""
        if not self.name:
            name = str(self._path.with_name(f".{self._path.name[:60]}.{secrets.token_hex(6)}.tmp"))
            # Any src_dir_fd will do: without one, Python links the symlink itself.
            os.link(f"/proc/self/fd/{self._handle}", name, src_dir_fd=self._handle, follow_symlinks=True)
            self.name = name
        return self.name


def _open_beside(path: Path) -> tuple[int, str]:
    """Open a file beside `path` to write to; its name is empty where the system can do without one."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with contextlib.suppress(OSError):  # not every file system can
            return os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o644), ""
    return tempfile.mkstemp(prefix=f".{path.name[:60]}.", suffix=".tmp", dir=path.parent)

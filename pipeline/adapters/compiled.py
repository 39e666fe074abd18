"""Keep compiled term bases: a run that translates one article doesn't read four thousand entries for it.

A file's name is the digest of all that goes into it, the code that compiles included, so a changed entry, setting or
line of code never meets an old base. A file that can't be read is made anew, one that can't be written isn't missed.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import pickle
import platform
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from pipeline.adapters.files import write_atomically
from pipeline.adapters.glossaries import cldr, csv
from pipeline.errors import StorageError
from pipeline.model import terms
from pipeline.text import english, matching
from pipeline.text.matching import TermBase

_log = logging.getLogger(__name__)

_UNUSED = 30 * 24 * 3600
"""Seconds after which a base that nobody opened is taken away."""


def compiled(
    folder: Path, files: Iterable[Path], settings: object, build: Callable[[], TermBase]
) -> TermBase:
    """Return the base that `build` makes of `files` and `settings`, from `folder` where it lies there.

    Nothing but this writes into `folder`, which belongs to whoever runs the desk, as converted models do.
    """
    path = folder / f"{_key(files, settings)}.pickle"
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301 - our own file, in our own cache
        os.utime(path)
    except FileNotFoundError:
        pass
    except Exception as error:  # noqa: BLE001 - a pickle fails in any way
        _log.warning("%s can't be used (%s): the term base is compiled anew", path, error)
    else:
        if isinstance(found, TermBase):
            return found
    base = build()
    base.digest  # noqa: B018 - worked out once, and kept with the rest
    with contextlib.suppress(OSError, StorageError):
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, pickle.dumps(base))
        _tidy(folder)
    return base


def _key(files: Iterable[Path], settings: object) -> str:
    code = (Path(str(module.__file__)) for module in (csv, cldr, english, matching, terms))
    total = hashlib.sha256(f"{platform.python_version()} {version('babel')} {settings!r}".encode())
    for path in (*code, *files):
        total.update(f"\0{path}\0".encode())
        with contextlib.suppress(OSError):  # what can't be read is told by whoever compiles
            total.update(path.read_bytes())
    return total.hexdigest()


def _tidy(folder: Path) -> None:
    oldest = time.time() - _UNUSED
    for path in folder.glob("*.pickle"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)

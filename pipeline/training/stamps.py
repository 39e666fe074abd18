"""Do a step of the preparation once: under the digest of what went into it, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.errors import StorageError
from pipeline.training.recipe import digest

_STAMP = "stamp.json"


def once(folder: Path, inputs: object, make: Callable[[Path], None]) -> str:
    """Fill `folder` by `make`, unless it was made from the same `inputs` before; return their digest.

    `make` gets an empty folder beside it, which takes its place when all is done: a run killed
    half-way leaves nothing that a later one could take for whole.

    Raises:
        StorageError: it can't be written.
    """
    wanted = digest(inputs)
    stamp = folder / _STAMP
    if stamp.is_file() and json.loads(stamp.read_text(encoding="utf-8")).get("inputs") == wanted:
        return wanted
    work = folder.with_name(f".{folder.name}.making")
    try:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        make(work)
        (work / _STAMP).write_text(json.dumps({"inputs": wanted}), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        work.rename(folder)
    except OSError as error:
        raise StorageError(f"can't write {folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return wanted


def file_digest(paths: Iterable[Path]) -> str:
    """Return a SHA-256 in hex over the content of files, in order."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()

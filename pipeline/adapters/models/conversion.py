"""Convert a Marian folder for CTranslate2, once: the only moment that torch is imported."""

from __future__ import annotations

import contextlib
import fcntl
import io
import logging
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

from pipeline.adapters.models.folder import CONVERTED, ModelFolder, unreadable
from pipeline.errors import EngineError

_STORED = {"int8": "int8_float32"}
"""How the weights are stored; the published ones are float16, which a CPU would have to convert again."""

_UNFINISHED = ".converting-"
_YOUNG = 60
"""Seconds; a folder that was made just now may not be locked yet."""

_log = logging.getLogger(__name__)


def convert(model: ModelFolder, cache: Path, compute_type: str) -> Path:
    """Return the converted model's folder under `cache`, made now if it isn't there.

    The folder's name is the model's digest, so a changed model is converted anew. It is made under
    another name and renamed when it is whole: a run killed half-way leaves nothing to trip over,
    and of two runs at once one wins and the other takes what it made.

    Raises:
        EngineError: the cache can't be written, or the weights can't be converted.
    """
    done = cache / CONVERTED / f"{model.digest[:16]}-{compute_type}"
    if (done / "model.bin").is_file():
        return done
    _log.info("converting %s for CTranslate2 (once)", model.path)
    try:
        done.parent.mkdir(parents=True, exist_ok=True)
        _clear(done.parent)
        work = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=done.parent))
    except OSError as error:
        raise EngineError(f"can't write the converted model to {cache}: {error.strerror}") from error
    try:
        with _locked(work):
            _convert(model.path, work / "model", compute_type)
            with contextlib.suppress(OSError):  # another run was quicker: its folder is as good as ours
                (work / "model").rename(done)
    except OSError as error:
        raise EngineError(f"can't write the converted model to {cache}: {error}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if not (done / "model.bin").is_file():
        raise EngineError(f"the converted model did not arrive in {done}")
    return done


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder; the system lets go of it when this process ends, however it ends.

    Raises:
        BlockingIOError: another process holds it.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _clear(folder: Path) -> None:
    """Take away what killed conversions left: hundreds of megabytes each, which nobody would look for."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        with contextlib.suppress(OSError):  # a conversion is at work in it, or another run was quicker
            if time.time() - left.stat().st_mtime > _YOUNG:
                with _locked(left):
                    shutil.rmtree(left)


def write_int8(model: ModelFolder, folder: Path) -> None:
    """Write `model` for CTranslate2 in 8 bits into a new folder, with its vocabulary and card beside it.

    Raises:
        EngineError: the folder can't be written, or the weights can't be converted.
    """
    try:
        _convert(model.path, folder, "int8")
        for name in ("source.spm", "target.spm", "README.md"):
            if (model.path / name).is_file():
                shutil.copyfile(model.path / name, folder / name)
    except OSError as error:
        raise EngineError(f"can't write {folder}: {error}") from error


def _convert(source: Path, target: Path, compute_type: str) -> None:
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")  # transformers recommends sacremoses, whose work we don't want
        import ctranslate2.converters  # noqa: PLC0415 - brings torch, seconds and hundreds of MB
        import transformers  # noqa: PLC0415

        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        converter = ctranslate2.converters.TransformersConverter(str(source))
        try:
            converter.convert(str(target), quantization=_STORED.get(compute_type, compute_type))
        except Exception as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk's fault, not the model's
            raise unreadable(source, error) from error

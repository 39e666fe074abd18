"""States of a training on disk: each whole or not there, the older ones untouched while one is written."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save

from pipeline.errors import StorageError

_WEIGHTS, _STATE = "weights.safetensors", "state.pt"
_NAME = re.compile(r"(step|pause)-(\d+)")
_WHOLE = 2
"""Checkpoints from which training can go on; of the older ones the weights stay, to be averaged."""


class Checkpoints:
    """The checkpoints in a folder; the last `keep` stay.

    One that was written because somebody had no more time is a pause: it goes when the next one is
    there, and is never averaged, so that a pause changes nothing about the model.
    """

    def __init__(self, folder: Path, keep: int) -> None:
        self._folder, self._keep = folder, keep

    def write(
        self, step: int, weights: Mapping[str, torch.Tensor], state: Mapping[str, Any], *, pause: bool = False
    ) -> None:
        """Put a checkpoint beside the others, then let go of the oldest.

        Raises:
            StorageError: it can't be written (a full disk); those written before are whole.
        """
        work = self._folder / ".writing"
        try:
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            # Serialised in memory first: torch's own writer dies on a full disk without saying why.
            _write(work / _WEIGHTS, save({name: one.contiguous() for name, one in weights.items()}))
            buffer = io.BytesIO()
            torch.save(dict(state), buffer)
            _write(work / _STATE, buffer.getbuffer())
            place = self._folder / f"{'pause' if pause else 'step'}-{step:08}"
            shutil.rmtree(place, ignore_errors=True)
            work.rename(place)
        except OSError as error:
            shutil.rmtree(work, ignore_errors=True)
            last = self.last()
            whole = (
                f"step {last}'s is whole: make room and start again"
                if last is not None
                else "none is there yet"
            )
            raise StorageError(
                f"{self._folder}: the checkpoint of step {step} can't be written "
                f"({error.strerror or error}); {whole}"
            ) from error
        if not pause:
            self._let_go(step)

    def _let_go(self, step: int) -> None:
        for name, old in self._found():
            if name == "pause" and old <= step:
                shutil.rmtree(self._path(name, old), ignore_errors=True)
        steps = self.steps()
        for old in steps[: -max(self._keep, _WHOLE)]:
            shutil.rmtree(self._path("step", old), ignore_errors=True)
        for old in steps[:-_WHOLE]:
            (self._path("step", old) / _STATE).unlink(missing_ok=True)

    def steps(self) -> list[int]:
        """Return the steps of which there are weights to average, in order."""
        return sorted(step for name, step in self._found() if name == "step")

    def last(self) -> int | None:
        """Return the last step from which training can go on."""
        return max((step for name, step in self._found() if self._is_whole(name, step)), default=None)

    def weights(self, step: int) -> dict[str, torch.Tensor]:
        """Return the weights of a checkpoint."""
        return load_file(self._where(step) / _WEIGHTS)

    def state(self, step: int) -> dict[str, Any]:
        """Return the state of a checkpoint, as it was given to `write`."""
        found: dict[str, Any] = torch.load(self._where(step) / _STATE, weights_only=True, map_location="cpu")
        return found

    def _found(self) -> list[tuple[str, int]]:
        matches = (_NAME.fullmatch(path.name) for path in self._folder.glob("*-*"))
        return [(match[1], int(match[2])) for match in matches if match]

    def _is_whole(self, name: str, step: int) -> bool:
        return (self._path(name, step) / _STATE).is_file()

    def _where(self, step: int) -> Path:
        return self._path("step" if self._path("step", step).is_dir() else "pause", step)

    def _path(self, name: str, step: int) -> Path:
        return self._folder / f"{name}-{step:08}"


def _write(path: Path, data: bytes | memoryview) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

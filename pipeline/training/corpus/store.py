"""Prepared pairs on disk, as many as there are, read where they are needed and never all at once."""

from __future__ import annotations

import hashlib
import json
import mmap
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

_TEXT, _STARTS, _PARTS, _NAMES = "pairs.tsv", "starts.bin", "parts.bin", "parts.json"


class PairWriter:
    """Writes pairs into a folder one by one; `source` is the side that a model reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._text = (folder / _TEXT).open("wb")
        self._starts = (folder / _STARTS).open("wb")
        self._parts = (folder / _PARTS).open("wb")
        self._place = 0

    def add(self, source: str, target: str, part: int) -> None:
        """Put a pair at the end; `part` is the number of the corpus it comes from."""
        line = f"{source}\t{target}\n".encode("utf-8", "replace")
        self._starts.write(self._place.to_bytes(8, "little"))
        self._parts.write(part.to_bytes(1, "little"))
        self._text.write(line)
        self._place += len(line)

    def close(self, weights: list[float]) -> None:
        """Finish; `weights` are those of the parts, in order."""
        self._starts.write(self._place.to_bytes(8, "little"))
        for file in (self._text, self._starts, self._parts):
            file.close()
        (self._folder / _NAMES).write_text(json.dumps(weights), encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for file in (self._text, self._starts, self._parts):
            file.close()


class Pairs:
    """Prepared pairs by number; what is not being read stays on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._starts: npt.NDArray[np.uint64] = np.memmap(folder / _STARTS, dtype="<u8", mode="r")
        parts = np.fromfile(folder / _PARTS, dtype=np.uint8)
        weights = np.asarray(json.loads((folder / _NAMES).read_text(encoding="utf-8")), dtype=np.float64)
        self.weights: npt.NDArray[np.float64] = weights[parts] if len(parts) else np.zeros(0)
        with (folder / _TEXT).open("rb") as file:
            self._text: Any = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if len(parts) else b""

    def __len__(self) -> int:
        return len(self.weights)

    @property
    def digest(self) -> str:
        """A SHA-256 in hex over all pairs, in order."""
        with (self._folder / _TEXT).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def __getitem__(self, number: int) -> tuple[str, str]:
        line = self._text[int(self._starts[number]) : int(self._starts[number + 1]) - 1].decode("utf-8")
        source, _, target = line.partition("\t")
        return source, target

    def sample(self, count: int, seed: int) -> list[tuple[str, str]]:
        """Return at most `count` pairs, drawn by their weights, each at most once."""
        weight = self.weights / self.weights.sum()
        count = min(count, int((weight > 0).sum()))
        draw = np.random.default_rng([seed, 1])
        # The largest of log(u)/w are a weighted sample without putting back (Efraimidis & Spirakis).
        with np.errstate(divide="ignore"):
            keys = np.log(draw.random(len(weight))) / weight
        if not count:
            return []
        return [self[int(number)] for number in np.sort(np.argpartition(-keys, count - 1)[:count])]

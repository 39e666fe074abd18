"""Make pairs of a text in one language: the other side is a machine's, the side to be learnt a person's.

A model learns to write from good sentences, and a newsroom has many more of its own than of their
translations. The machine's side goes in as the source, marked by a corpus's `tag` so that the model
knows what to expect of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pipeline.errors import StorageError
from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.text.typography import clean
from pipeline.training.corpus.detokenise import detokenise
from pipeline.training.corpus.reading import read_lines

_TOGETHER = 256
_WORDS = range(4, 60)
"""Words of a sentence that is worth it: shorter ones teach nothing, longer ones come out wrong."""


@dataclass(frozen=True, slots=True)
class Made:
    """How many lines were read so far, and how many pairs are written."""

    read: int
    written: int

    def __str__(self) -> str:
        return f"{self.read:,} lines read, {self.written:,} pairs written"


def back_translate(
    lines: Path, out: Path, engine: Engine, direction: Direction, say: Callable[[Made], None]
) -> Made:
    """Translate the sentences of `lines` with `engine`, whose `direction` is given, into pairs in `out`.

    A line of `out` is Indonesian, tab, English, whichever was translated, and a third column says
    which machine did it. What is in `out` already is not done again: a run that was killed goes on.

    Raises:
        StorageError: `out` can't be written.
    """
    made = _so_far(out)
    source = islice(_sentences(lines), made.read, None)
    try:
        with out.open("ab") as file:
            while batch := list(islice(source, _TOGETHER)):
                written = 0
                texts = [text for text in batch if len(text.split()) in _WORDS]
                for text, translation in zip(texts, engine.translate(texts), strict=True):
                    said = clean(translation.best.text)[0].replace("\t", " ")
                    if translation.fault or not said:
                        continue
                    pair = (text, said) if direction.source == "id" else (said, text)
                    file.write(f"{pair[0]}\t{pair[1]}\t{engine.digest[:12]}\n".encode())
                    written += 1
                made = Made(made.read + len(batch), made.written + written)
                file.write(f"# {made.read}\n".encode())
                file.flush()
                os.fsync(file.fileno())
                say(made)
    except OSError as error:
        raise StorageError(f"can't write {out}: {error.strerror or error}") from error
    return made


def _sentences(path: Path) -> Iterator[str]:
    for line in read_lines(path):
        text = clean(detokenise(line))[0].replace("\t", " ")
        if text:
            yield text


def _so_far(out: Path) -> Made:
    """Read how far an earlier run came, and cut off what it was writing when it was killed."""
    if not out.is_file():
        return Made(0, 0)
    read = written = end = place = pairs = 0
    with out.open("rb") as file:
        for line in file:
            place += len(line)
            pairs += not line.startswith(b"# ")
            # A line of its own after each batch says how far it came: no tab, so no corpus takes it for a pair.
            if line.startswith(b"# ") and line.endswith(b"\n") and line[2:-1].isdigit():
                read, written, end = int(line[2:]), pairs, place
    os.truncate(out, end)
    return Made(read, written)

"""Keep what a model is measured on away from what it learns.

Of the desk's own pairs a part is held out, chosen by a hash of the pair itself: adding, moving or
sorting lines never moves a pair from learning to measuring.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.text.typography import clean
from pipeline.training.corpus.reading import read_pairs

_ONE_IN = 32
_TELLING = 15
"""Letters from which a sentence that is the same is the same sentence: `Baca juga` is in every corpus."""


def is_held_out(indonesian: str, english: str) -> bool:
    """Tell whether a pair of the desk's own is for measuring."""
    found = hashlib.blake2b(f"{indonesian}\t{english}".encode(), digest_size=8).digest()
    return int.from_bytes(found, "little") % _ONE_IN == 0


def held_out_pairs(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of the desk's own files that are for measuring, Indonesian first."""
    for path in paths:
        for line in read_pairs(path):
            pair = clean(line.indonesian)[0], clean(line.english)[0]
            if not line.broken and all(pair) and is_held_out(*pair):
                yield pair


class EvaluationSets:
    """The sentences of every test set, either side, by their letters alone."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._sides: set[bytes] = set()
        for path in paths:
            for line in read_pairs(path):
                self._sides.update(filter(None, map(_fingerprint, (line.indonesian, line.english))))

    def hold(self, indonesian: str, english: str) -> bool:
        """Tell whether either side stands in a test set, whatever its case, marks and spaces."""
        return _fingerprint(indonesian) in self._sides or _fingerprint(english) in self._sides


def _fingerprint(text: str) -> bytes | None:
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    if len(letters) <= _TELLING:
        return None
    return hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=12).digest()

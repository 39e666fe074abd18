"""Words that give away what a text may hold: most sentences have none, and a search for the thing itself takes time.

Hundreds of sets of words are asked for in every sentence. Each has a bit, a word knows the bits of all that it
belongs to, and those of a text are worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

from pipeline.text.words import vocabulary

_LETTERS = 5
"""So many letters of a word tell whether it may belong to a set."""

_bits: dict[str, int] = {}
"""For each beginning of a word the bits of the sets that it may belong to."""
_made: list[None] = []
"""As many as there are sets."""
_making = Lock()


class Telltale:
    """A set of words, compared by their first five letters in lower case.

    >>> Telltale(["dozen"]).is_in("Dozens of bags"), Telltale(["dozen"]).is_in("A bag")
    (True, False)
    """

    def __init__(self, words: Iterable[str]) -> None:
        beginnings = {word[:_LETTERS].lower() for word in words}
        with _making:
            self.bit = 1 << len(_made)
            for beginning in beginnings:
                _bits[beginning] = _bits.get(beginning, 0) | self.bit
            _made.append(None)  # last: who counts them may ask for this one

    def is_in(self, text: str) -> bool:
        """Tell whether a text may have a word of the set, or a part of a compound."""
        return bool(_told(text, len(_made)) & self.bit)


class Telltales:
    """Several sets, asked for together."""

    def __init__(self, several: Iterable[Iterable[str]]) -> None:
        self._numbers = {Telltale(words).bit: number for number, words in enumerate(several)}
        self._all = sum(self._numbers)

    def found_in(self, text: str) -> list[int]:
        """Return the numbers of the sets that a text may have a word of, in order.

        >>> Telltales([["rice"], ["sugar"], ["salt", "pepper"]]).found_in("Rice with pepper.")
        [0, 2]
        """
        left, found = _told(text, len(_made)) & self._all, []
        while left:
            lowest = left & -left
            found.append(self._numbers[lowest])
            left ^= lowest
        return found


@lru_cache(maxsize=4096)
def _told(text: str, made: int) -> int:
    """Return the bits of a text. `made` is a part of the cache's key: a set that is made later is looked up afresh."""
    found = 0
    for word in vocabulary(text):
        found |= _told_by(word, made)
    return found


_PARTED = re.compile("[-'’]")
_LENGTHS = range(1, _LETTERS + 1)


@lru_cache(maxsize=65536)
def _told_by(word: str, made: int) -> int:  # noqa: ARG001 - as above
    """Return the bits of a word and of its parts; a few thousand words make up most of what a paper prints."""
    found = 0
    for part in (word,) if word.isalpha() else (word, *_PARTED.split(word)):
        for length in _LENGTHS:
            found |= _bits.get(part[:length], 0)
    return found

"""Expressions that are looked for only where they can match: most sentences have nothing of what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.text.words import BEGINNING, beginnings

_FIGURE = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Worded:
    """An expression that only a text with one of some words can match; in others it isn't looked for.

    A search without regard to case tries every word of an alternation at every letter.
    """

    pattern: re.Pattern[str]
    beginnings: frozenset[str]

    @classmethod
    def of(cls, pattern: re.Pattern[str], words: Iterable[str]) -> Worded:
        r"""Return the expression with how the words, or the longest of each phrase, begin; all matches have one.

        >>> bool([*Worded.of(re.compile(r"\bboth\b"), ["both"]).finditer("It was both.")])
        True
        """
        longest = (max(re.split(r"[\W_]+", word), key=len) for word in words)
        return cls(pattern, frozenset(word[:BEGINNING].lower() for word in longest))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all matches in a text, as an expression does."""
        return iter(()) if self.beginnings.isdisjoint(beginnings(text)) else self.pattern.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match in a text, as an expression does."""
        return None if self.beginnings.isdisjoint(beginnings(text)) else self.pattern.search(text)


@dataclass(frozen=True, slots=True)
class Figured:
    """An expression that only a text with a figure can match; in others it isn't looked for."""

    pattern: re.Pattern[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all matches in a text, as an expression does."""
        return self.pattern.finditer(text) if _FIGURE.search(text) else iter(())

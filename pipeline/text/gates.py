"""Expressions that are looked for only where they can match: most sentences have nothing of what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.text.telltales import Telltale

_FIGURE = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Worded:
    """An expression that only a text with one of some words can match; in others it isn't looked for.

    A search without regard to case tries every word of an alternation at every letter.
    """

    pattern: re.Pattern[str]
    telltale: Telltale

    @classmethod
    def of(cls, pattern: re.Pattern[str], words: Iterable[str]) -> Worded:
        r"""Return the expression with the words, or the longest of each phrase; all matches have one.

        >>> bool([*Worded.of(re.compile(r"\bboth\b"), ["both"]).finditer("It was both.")])
        True
        """
        return cls(pattern, Telltale(max(re.split(r"[\W_]+", word), key=len) for word in words))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all matches in a text, as an expression does."""
        return self.pattern.finditer(text) if self.telltale.is_in(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match in a text, as an expression does."""
        return self.pattern.search(text) if self.telltale.is_in(text) else None


@dataclass(frozen=True, slots=True)
class Figured:
    """An expression that only a text with a figure can match; in others it isn't looked for."""

    pattern: re.Pattern[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all matches in a text, as an expression does."""
        return self.pattern.finditer(text) if _FIGURE.search(text) else iter(())


@dataclass(frozen=True, slots=True)
class Marked:
    """An expression that only a text with one of some marks can match; in others it isn't looked for."""

    pattern: re.Pattern[str]
    marks: tuple[str, ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all matches in a text, as an expression does."""
        return self.pattern.finditer(text) if any(mark in text for mark in self.marks) else iter(())

"""Which words of a line say what it is about, whatever their endings: by these a headline is told from a slogan."""

from __future__ import annotations

from functools import lru_cache

from pipeline.text.languages import lexicon
from pipeline.text.words import vocabulary

_STEM, _SHORTEST = 5, 4
"""Letters by which words are compared, `drones` and `drone`, and of the shortest one that says anything."""
_FUNCTION_WORDS = frozenset(
    word for language in ("id", "en") if (found := lexicon(language)) for word in found.function_words
)


@lru_cache(maxsize=2048)
def telling(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a line that say what it is about.

    >>> sorted(telling("Drones over the harbour"))
    ['drone', 'harbo']
    """
    return frozenset(
        word[:_STEM] for word in vocabulary(text) if len(word) >= _SHORTEST and word not in _FUNCTION_WORDS
    )

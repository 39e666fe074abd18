"""Cut a word down to the part that its forms share, roughly: for comparing, never for showing.

Terms are never matched by stem (`kementerian` is no `menteri`); only the checks that ask whether
a word was translated at all look at stems.
"""

from __future__ import annotations

from functools import lru_cache

_ENGLISH_ENDINGS = (
    ("ies", "y", 5),
    ("ied", "y", 5),
    ("sses", "ss", 6),
    ("ing", "", 6),
    ("ed", "", 5),
    ("es", "", 5),
    ("s", "", 4),
    ("ly", "", 6),
)
"""An ending, what takes its place, and how long the word is at least."""

_CLITICS = ("nya", "lah", "kah", "pun")


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the stem of a word in small letters.

    >>> [stem(word, "en") for word in ("answered", "studies", "planned", "government's", "gas")]
    ['answer', 'study', 'plan', 'government', 'gas']
    >>> [stem(word, "id") for word in ("negara-negara", "jawabannya", "hanya")]
    ['negara', 'jawaban', 'hanya']
    """
    word = word.replace("’", "'")
    return _english(word) if language == "en" else _indonesian(word)


def _english(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("s'")
    for ending, instead, least in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lse":
        word = word[:-1]
    return word


def _indonesian(word: str) -> str:
    first, hyphen, second = word.partition("-")
    if hyphen and first and second.startswith(first[:3]):
        word = first
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) >= len(clitic) + 4:
            return word[: -len(clitic)]
    return word

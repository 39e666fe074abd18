"""Lines of names: who wrote a page, who took its pictures, who signs it."""

from __future__ import annotations

import re

from pipeline.text.translations import known

_LONGEST = 90
"""Characters of the longest line that is taken for names."""


def is_names(line: str) -> bool:
    """Tell a line of people's names and no more, as it stands under a headline.

    >>> [is_names(line) for line in ("Rahma Anindita, Dani bin Ali", "Warga menolak", "Dewi (Nusa Pos)")]
    [True, False, True]
    """
    if (
        len(line) > _LONGEST
        or any(letter.isdigit() for letter in line)
        or line.endswith(("?", "!"))
        or ":" in line
    ):
        return False
    parts = _BETWEEN_NAMES.split(_BRACKETED.sub("", line).strip())
    return all(1 <= len(words := part.split()) <= 5 and all(map(_is_name, words)) for part in parts)


def is_person(line: str) -> bool:
    """Tell a person's name from a line of other words: with a title, an initial, or of words that nobody knows.

    >>> [is_person(line) for line in ("Dr Emily Hartley", "Wahyu A. Nugroho", "Prospek Saham")]
    [True, True, False]
    """
    words = [word.strip(".,") for word in line.split()]
    strange = [word for word in words if not known(word.lower(), "id") and not known(word.lower(), "en")]
    titled = line.startswith(("Dr ", "Dr. ", "Prof ", "Prof. ", "Ir. ", "Drs. ", "H. ", "Hj. "))
    return is_names(line) and 2 <= len(words) <= 5 and (titled or 2 * len(strange) >= len(words))


_BETWEEN_NAMES = re.compile(r"\s*(?:[,/;|&]|\s-\s|\b(?:dan|and)\b)\s*")
_BRACKETED = re.compile(r"\s\([A-Z][^()]{2,30}\)$")
_BRAND = re.compile(r"[a-z]+[A-Z]\w*")
"""A house that writes itself so: `Robby Bernardi - detikJateng`."""
_PARTICLES = frozenset("bin binti van de da dos al el von ibn".split())


def _is_name(word: str) -> bool:
    named = word[0].isupper() or _BRAND.fullmatch(word) is not None
    return word in _PARTICLES or (named and (word[-1] != "." or len(word) <= 4))

"""Headlines As They Are Set In Title Case, on both sides, without a final stop."""

from __future__ import annotations

import re

from pipeline.training.example import Draw, Example

_SMALL = {
    "id": frozenset(
        "di ke dari dan atau yang untuk dengan pada oleh karena sebagai dalam bagi tentang".split()
    ),
    "en": frozenset("a an the of in on at to by for and or but nor as with from".split()),
}
_LONGEST = 14
_WORD = re.compile(r"[^\W\d_][\w'’]*")


def augment(example: Example, draw: Draw) -> Example:
    """Capitalise the words of both sides but the small ones."""
    if len(example.source.split()) > _LONGEST or '"' in example.source:
        return example
    source, target = example.source, example.target
    if source.endswith(".") and target.endswith("."):
        source, target = source[:-1], target[:-1]
    return example.changed(titled(source, draw.direction.source), titled(target, draw.direction.target))


def titled(text: str, language: str) -> str:
    """Return `text` in title case.

    >>> titled("Harga beras di pasar naik", "id"), titled("Price of rice at market rises", "en")
    ('Harga Beras di Pasar Naik', 'Price of Rice at Market Rises')
    """
    small = _SMALL[language]

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        return word if match.start() and word in small else word[0].upper() + word[1:]

    return _WORD.sub(capital, text)

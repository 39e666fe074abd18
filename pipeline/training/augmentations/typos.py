"""Slips of the typing finger in the source; the translation is none the worse for them."""

from __future__ import annotations

import random
import re

from pipeline.training.example import Draw, Example

_WORD = re.compile(r"\b[a-z]{5,}\b")
_NEAR = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wqretyuoipsadfghkjlxzcvbmn", strict=True))


def augment(example: Example, draw: Draw) -> Example:
    """Mistype one word of the source, or lose a space or the capital that opens it.

    Words with a capital are let be: a wrong name has to be copied as it is, for a person to see.
    """
    source, chance = example.source, draw.chance
    kind = chance.random()
    if kind < 0.15:
        return example.changed(source.replace(", ", ",", 1), example.target)
    if kind < 0.25:
        return example.changed(re.sub(r" (?=\S)", "  ", source, count=1), example.target)
    if kind < 0.35 and source[:2].istitle() and source[1:2].islower():
        return example.changed(source[0].lower() + source[1:], example.target)
    words = list(_WORD.finditer(source))
    if not words:
        return example
    match = chance.choice(words)
    return example.changed(
        source[: match.start()] + _mistyped(match.group(), chance) + source[match.end() :], example.target
    )


def _mistyped(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        (
            before + after,
            before + letter + letter + after,
            before + after[0] + letter + after[1:],
            before + _NEAR[letter] + after,
        )
    )

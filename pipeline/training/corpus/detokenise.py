"""Join punctuation that a tokeniser set apart: `It 's him , they said .` is no sentence of a newspaper."""

from __future__ import annotations

import re

_CLOSING = re.compile(r"\s+([.,;:!?%)\]}”’…])")
_OPENING = re.compile(r"([(\[{“‘])\s+")
_SUFFIX = re.compile(r"(?i)(?<=\w)\s+((?:n['’]t|['’](?:s|re|ve|ll|d|m))\b)")
_HYPHEN = re.compile(r"(?<=\w)\s+@?-@?\s+(?=\w)")
_STRAIGHT = re.compile(r"\"\s*([^\"]*?)\s*\"")


def detokenise(text: str) -> str:
    """Return `text` as it is printed.

    >>> detokenise("It 's “ him ” , they said ( twice ) .")
    "It's “him”, they said (twice)."
    >>> detokenise('Menurut LPM , " itu salah " .')
    'Menurut LPM, "itu salah".'
    """
    text = _SUFFIX.sub(r"\1", text)
    if re.search(r"(?:^|\s)\"\s|\s\"(?:\s|$)", text):
        text = _STRAIGHT.sub(r'"\1"', text)
    text = _OPENING.sub(r"\1", _CLOSING.sub(r"\1", text))
    return _HYPHEN.sub("-", text) if "@-@" in text else text

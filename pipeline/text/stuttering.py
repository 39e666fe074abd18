"""Tell a model that lost its place: words that come three times in a row, letters five times."""

from __future__ import annotations

import re

_STUTTER = re.compile(r"(?i)\b([^\W\d]\w*(?:\W+\w+){0,3})(?:\W+\1\b){2,}|([^\W\d]{1,4})\2{4,}")


def is_stuttering(text: str) -> bool:
    """Tell whether `text` says one thing over and over.

    >>> is_stuttering("the office of the office of the office of the mayor"), is_stuttering("rubbbbbbber")
    (True, True)
    >>> is_stuttering("a long, long way and 1,000,000,000 dollars")
    False
    """
    return bool(_STUTTER.search(text))

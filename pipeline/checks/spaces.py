"""Spaces and invisible characters that a typesetter will trip over.

A zero-width space breaks every search for the name it stands in; a double space shows in justified type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MINOR

# Where a kind can begin with its space and look back from there, it is found without a try at every letter.
_WRONG = {
    "a double space": re.compile(r"[ \u00a0](?<=\S.)[ \u00a0]+(?=\S)"),
    "an invisible character": re.compile(
        "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f]"
    ),
    "a space before a mark": re.compile(r" (?<=\w )[,.;:!?](?=\s|$)"),
    "a missing space": re.compile(r"(?<=[a-z]{2})[,;!?](?=[A-Za-z]{2})|(?<=[a-z]{2}\.)(?=[A-Z][a-z]+ )"),
    "a space at the edge": re.compile(r"^\s+(?=\S)|(?<=\S)\s+$"),
}


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each kind once, at its first place; no space at all is another check's business."""
    for what, pattern in _WRONG.items():
        found = pattern.search(unit.target)
        if found and not (what == "a missing space" and pattern.search(unit.source)):
            yield Finding(f"There is {what} here.", None, Span(*found.span()))

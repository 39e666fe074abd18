"""A web address, an e-mail address, a handle or a hashtag differs.

An address is right to the letter or leads somewhere else: `@kemenkes_ri` is not `@ministryofhealth`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MAJOR

_LINK = re.compile(
    r"https?://[^\s<>“”\"]+|www\.[^\s<>“”\"]+|\b[\w.+-]{1,64}@[\w-]+\.[\w.-]+\w|(?<![\w@])[@#][^\W\d_][\w.]*\w"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63})*\.(?:com|co\.id|go\.id|or\.id|ac\.id|id|org|net)\b(?:/[^\s<>“”\"]*)?",
    re.IGNORECASE,
)

_SIGNS = re.compile(r"[@#]|\w\.\w{2}|www", re.ASCII)
"""Without one of these no address stands anywhere, and most sentences have none."""


def check(unit: Unit) -> Iterator[Finding]:
    """Compare the addresses letter by letter."""
    source, target = _links(unit.source), _links(unit.target)
    for link in source.keys() - target.keys():
        yield Finding(f"“{link}” is not in the translation, letter by letter.", source[link])
    for link in target.keys() - source.keys():
        yield Finding(f"“{link}” is not in the source.", None, target[link])


def _links(text: str) -> dict[str, Span]:
    if not _SIGNS.search(text):
        return {}
    found = ((one[0].rstrip(".,;:!?)’”"), one.start()) for one in _LINK.finditer(text))
    return {link.lower(): Span(start, start + len(link)) for link, start in found}

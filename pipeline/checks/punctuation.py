"""The sentence ends otherwise than its source, or its marks are misplaced.

A question printed as a statement answers itself; a sentence without its full stop was often cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import BlockKind, Finding, Severity, Span, Unit

SEVERITY = Severity.MINOR

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM})
_CLOSING = "”’\"')]» "
_ENDS = ".!?…"
_MISPLACED = re.compile(r"\s[,;!?](?!\w)|,,|;;|\?\?|(?<!\.)\.\.(?!\.)|,\.|\.,(?!\s)(?<![A-Za-z]\.,)|!\?!")


def check(unit: Unit) -> Iterator[Finding]:
    """Compare how the two sides end, then look for marks that stand wrong."""
    source, target = unit.source.rstrip(_CLOSING), unit.target.rstrip(_CLOSING)
    if not source or not target:
        return
    end = Span(len(target) - 1, len(target))
    if unit.kind in _PROSE and source[-1] in _ENDS and target[-1] not in (*_ENDS, ":"):
        yield Finding(
            f"The sentence has no end (“… {_last_words(target)}”): it may be cut off.",
            None,
            end,
            Severity.MAJOR,
        )
    elif (source[-1] == "?") != (target[-1] == "?") and "?" in source + target and not _asks_inside(unit):
        yield Finding(
            "One side asks, the other states: see which the speaker did.", None, end, Severity.MAJOR
        )
    for found in _MISPLACED.finditer(unit.target):
        if found[0] not in unit.source:
            yield Finding(f"“{found[0].strip()}” stands wrong here.", None, Span(*found.span()))


def _asks_inside(unit: Unit) -> bool:
    return ("?" in unit.source) == ("?" in unit.target)


def _last_words(text: str) -> str:
    return " ".join(text.split()[-3:])

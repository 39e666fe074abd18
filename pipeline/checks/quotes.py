"""Quotations were lost, added or left open.

Without its marks a politician's sentence becomes the paper's own; with a mark too many the paper's
words are put into someone's mouth.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.quotations import Quotations, quotations

SEVERITY = Severity.MAJOR

_ALIKE = 0.6
"""Quoted words on both sides are as many as this share of each other, or a part of them is lost."""

_INTERRUPTION = 60
"""So many characters may stand between two parts of one quotation: who says it, and how."""


def check(unit: Unit) -> Iterator[Finding]:
    """Compare the number of quotations, then whether each is closed."""
    source, target = quotations(unit.source), quotations(unit.target)
    if source.number and not target.number:
        yield Finding(
            "The quotation marks are gone: someone's own words now read as the paper's.",
            _first(source),
            severity=Severity.CRITICAL,
        )
    elif target.number and not source.number:
        yield Finding(
            "The translation quotes, the source does not: nobody is known to have said these words.",
            None,
            _first(target),
            Severity.MINOR if _is_title(target, unit) else Severity.MAJOR,
        )
    elif source.number != target.number and not _only_interrupted(unit, source, target):
        yield Finding(
            f"The source has {_counted(source.number)}, the translation {target.number}: "
            "see that each says what was said.",
            _first(source),
            _first(target),
            Severity.MAJOR if source.balanced else Severity.MINOR,
        )
    elif source.balanced and not target.balanced:
        yield Finding(
            "A quotation mark has no partner: the reader can't tell where the quotation ends.",
            None,
            _first(target),
        )


def _only_interrupted(unit: Unit, source: Quotations, target: Quotations) -> bool:
    """Tell whether the same words are quoted, at one stretch here and in two there."""
    ours, theirs = (sum(span.end - span.start for span in found.spans) for found in (source, target))
    same = _joined(unit.source, source) == _joined(unit.target, target)
    return same and _ALIKE < theirs / max(ours, 1) < 1 / _ALIKE


def _joined(text: str, found: Quotations) -> int:
    """Count quotations, one that its speaker interrupts (`“Kami,” ujarnya, “tidak takut.”`) as one."""
    joined = sum(
        text[before.end - 2 : before.end - 1] in (",", "–", "—") and after.start - before.end < _INTERRUPTION
        for before, after in pairwise(found.spans)
    )
    return found.number - joined


def _counted(number: int) -> str:
    return f"{number} quotation" + ("s" if number != 1 else "")


def _first(found: Quotations) -> Span:
    places = [span.start for span in found.spans], found.opened, found.closed
    start = min(place for listed in places for place in listed)
    ends = [span.end for span in found.spans if span.start == start]
    return Span(start, ends[0] if ends else start + 1)


def _is_title(found: Quotations, unit: Unit) -> bool:
    """Tell the name of a song or a ship, which English sets in quotation marks, from someone's words."""
    return all(unit.target[span.start + 1 : span.end - 1].strip(",. ") in unit.source for span in found.spans)

"""Quotations were lost, added or left open.

Without its marks a politician's sentence becomes the paper's own; with a mark too many the paper's
words are put into someone's mouth.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.quotations import Quotations, quotations

SEVERITY = Severity.MAJOR


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
    elif source.number != target.number:
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

"""A credit line names its agency, and the right one.

Under a photograph `Badan Perlindungan Lingkungan` is the European Pressphoto Agency, EPA, whose name
a machine once translated: the wrong agency in a credit is a matter for lawyers.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import BlockKind, Finding, Severity, Span, Unit
from pipeline.text.agencies import recognise
from pipeline.text.words import find

SEVERITY = Severity.MAJOR
CARRIED = True


def check(unit: Unit) -> Iterator[Finding]:
    """Judge a line in credit position; in running text the same words may mean what they say."""
    if unit.kind is not BlockKind.CREDIT:
        return
    line = Span(0, len(unit.source))
    agency = recognise(unit.source)
    if agency is None:
        yield Finding(
            f"“{unit.source.strip()}” stands where a credit stands, but is no agency that we know: "
            "see who made the picture.",
            line,
        )
    elif agency.mistaken:
        yield Finding(
            f"“{unit.source.strip()}” in a credit is the agency {agency.name}, whose name was once "
            f"translated by a machine: see that the picture is theirs, and print {agency.name}.",
            line,
            find(agency.name, unit.target),
            Severity.CRITICAL,
        )
    elif not find(agency.name, unit.target) and unit.target.strip() != unit.source.strip():
        yield Finding(
            f"The credit names {agency.name}, the translation does not.",
            line,
            Span(0, len(unit.target)),
            Severity.CRITICAL,
        )

"""The article is not in the language that it is translated from.

A Dutch or English wire story in the Indonesian inbox comes out as nonsense, sentence after sentence:
one flag at the top saves reading them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.languages import guess, lexicon, name

SEVERITY = Severity.CRITICAL

_SURE = 0.35
"""A page of English quotes inside an Indonesian article stays below this."""

_SIBLINGS = frozenset({"id", "ms"})
"""The engine reads Malay nearly as well as Indonesian, and many Indonesian lines guess as Malay."""


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Guess the language of all prose together, and flag the first sentence."""
    prose = [(place, unit) for place, unit in enumerate(units) if not unit.draft.carried]
    if not prose:
        return
    first, unit = prose[0]
    expected = unit.direction.source
    found = guess("\n".join(unit.source for _, unit in prose))
    if lexicon(expected) is None or found.language in {expected, ""} or found.sure < _SURE:
        return
    if {found.language, expected} <= _SIBLINGS:
        return
    yield (
        first,
        Finding(
            f"The article reads as {name(found.language)}, not {name(expected)}: "
            "don't trust any sentence of this translation.",
            Span(0, len(unit.source)),
        ),
    )

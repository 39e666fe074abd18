"""A short form with several meanings: see that the right one was taken.

`PBB` is the United Nations, a party, and the tax on land and buildings; `AS` is no adverb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MAJOR

# The short form, and for each of its meanings the words by which English says it.
_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "PBB": (
        r"U\.?N\.?\b|United Nations",
        r"Crescent Star|PBB",
        r"(?:land|property|building)[\w\s-]{0,20}tax|tax",
    ),
    "AS": (r"U\.?S\.?\b|United States|America|\bUS\$|\$",),
    "MA": (r"Supreme Court|court|justices", r"madrasa|Aliyah|\bMA\b", r"Master"),
    "MK": (r"Constitutional Court|court|justices|\bMK\b",),
    "BI": (r"Bank Indonesia|\bBI\b|central bank",),
    "PM": (r"[Pp]rime [Mm]inister|\bPM\b|[Pp]remier", r"[Pp]articulate|PM\s?2"),
    "IPM": (r"Human Development Index|HDI|\bIPM\b", r"Muhammadiyah"),
    "PT": (r"\bPT\b|[Uu]niversit|[Hh]igh [Cc]ourt|[Cc]ompany|firm|threshold",),
    "PN": (r"[Dd]istrict [Cc]ourt|court|\bPN\b",),
    "KTP": (r"ID|identity|\bKTP\b",),
}
_SHORT = re.compile(rf"(?<![\w-])(?<![Dd]olar )(?:{'|'.join(_MEANINGS)})(?![\w.]*\w)")


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a short form of which no meaning is in the translation."""
    if unit.direction.source != "id" or unit.source.isupper():
        return
    for found in _SHORT.finditer(unit.source):
        if not any(re.search(meaning, unit.target) for meaning in _MEANINGS[found[0]]):
            yield Finding(
                f"“{found[0]}” has several meanings, and the translation says none that we know: look it up.",
                Span(*found.span()),
            )

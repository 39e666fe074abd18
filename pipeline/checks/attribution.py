"""A quotation lost the words that say whose it is.

`“Kami menolak,” kata juru bicara itu` without its `the spokesperson said` is a statement of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.languages import lexicon
from pipeline.text.quotations import outside, quotations

SEVERITY = Severity.MAJOR

_WORD = re.compile(r"[^\W\d_]+")


def check(unit: Unit) -> Iterator[Finding]:
    """Look for a verb of saying beside the quotations of both sides."""
    if not quotations(unit.source).number or not quotations(unit.target).number:
        return
    said = _attribution(unit.source, unit.direction.source)
    if said and not _outside_words(unit.target):
        yield Finding(f"“{said.of(unit.source)}” says whose words these are; the translation does not.", said)


def _attribution(text: str, language: str) -> Span | None:
    known = lexicon(language)
    if known is None:
        return None
    for found in _WORD.finditer(outside(text)):
        if found[0].lower() in known.attribution:
            return Span(*found.span())
    return None


def _outside_words(text: str) -> bool:
    return len(_WORD.findall(outside(text))) > 1

"""Quantities by value: the same parser for both languages, so that checks compare what is meant.

`Rp 1,5 triliun` and `1.5 trillion rupiah` are one value; `1.500` and `1.500` are two, depending on
whose full stop it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from pipeline.model import PartialDate, Quantity, QuantityKind
from pipeline.text.quantities import calendar, counts

_NOT_QUANTITIES = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.+-]{1,64}@[\w.-]+|[#@]\w+"
    r"|\b(?:UU|PP|Perpres|Perppu|Permen\w*|Kepres|Inpres|Perda|SK|Law|Regulation|Decree)\b[^.;,]{0,25}?"
    r"(?:No(?:mor)?\.?|Number)\s*\d+[\w/.-]*(?:\s+(?:Tahun|of)\s+\d{4})?"
    r"|\b(?i:No(?:mor)?\.|Nomor urut|No\.? urut|Nomor|Number|Pasal|Articles?|ayat|paragraph|Bab|Chapter|RT|RW"
    r"|Jl\.[^,;]{2,30}?No\.)\s*\(?\d+[\w/.-]*\)?(?:\s+(?i:Tahun|of)\s+\d{4})?"
    r"|\b(?![IVX]+-)[A-Z]\w*-\d+\b"
    r"|\+?\d[\d() -]{9,}\d(?![.,]?\d)|\b\d{9,}\b"
)
"""Laws, articles, addresses, telephone numbers, links: digits that are names and are copied, not counted."""


@lru_cache(maxsize=8192)
def parse(text: str, language: str, published: date | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order; they don't overlap.

    `published` gives the year to a date that has none: `Senin (20/3)` in an article of 2023.

    >>> [(q.kind.value, str(q.value), q.unit) for q in parse("Rp 1,5 triliun, naik 2,56 persen", "id")]
    [('money', '1500000000000.0', 'IDR'), ('percent', '2.56', '%')]
    """
    taken = bytearray(len(text))
    for match in _NOT_QUANTITIES.finditer(text):
        if not counts.is_amount(match.group(), language):
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found: list[Quantity] = []
    for candidate in _candidates(text, language):
        span = candidate.span
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            found.append(_with_year(candidate, published))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _candidates(text: str, language: str) -> Iterator[Quantity]:
    """Propose quantities, the most telling kinds first: a date is not two numbers."""
    yield from calendar.dates(text, language)
    yield from calendar.times(text, language)
    yield from counts.scores(text, language)
    yield from counts.amounts(text, language)


def _with_year(quantity: Quantity, published: date | None) -> Quantity:
    """Give a date without a year the year in which it lies nearest to the publication."""
    value = quantity.value
    if published is None or not isinstance(value, PartialDate) or value.year or not value.month:
        return quantity
    day = published.date() if isinstance(published, datetime) else published
    gaps = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            gaps.append((abs((date(year, value.month, value.day or 15) - day).days), year))
        except ValueError:  # 29 February in another year
            continue
    return replace(quantity, value=value._replace(year=min(gaps)[1])) if gaps else quantity


def same_value(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities, of whichever languages, say the same.

    A missing year, zone or unit agrees with any.
    """
    if isinstance(one.value, PartialDate) and isinstance(other.value, PartialDate):
        pairs = zip(one.value, other.value, strict=True)
        shared = [(a, b) for a, b in pairs if a is not None and b is not None]
        return bool(shared) and all(a == b for a, b in shared)
    if isinstance(one.value, PartialDate) or isinstance(other.value, PartialDate):
        return False
    if QuantityKind.TIME in (one.kind, other.kind):
        zones = {one.unit, other.unit} - {""}
        return one.kind is other.kind and one.value == other.value and len(zones) < 2
    if one.value != other.value:
        return False
    units = {one.unit, other.unit}
    return len(units) == 1 or "" in units or _is_plain(one) or _is_plain(other)


def _is_plain(quantity: Quantity) -> bool:
    return quantity.kind in (QuantityKind.NUMBER, QuantityKind.SCORE, QuantityKind.ORDINAL)

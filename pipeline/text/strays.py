"""Digits of a translation that no longer make a number: `Rp 7,00`, `2,200,12 votes`, `12.5.3 percent`.

A small model loses a digit or a mark. What is left says nothing in English, so it is neither right nor
another value; where one figure of the source is missing and one such stretch stands in the target, it
is that figure.
"""

from __future__ import annotations

import re

from pipeline.config import StyleSettings
from pipeline.model import Direction, Quantity, QuantityKind, Span
from pipeline.text.formats import write
from pipeline.text.notation import reads_back
from pipeline.text.quantities import copied, currencies, measures
from pipeline.text.quantities.agreement import Alignment
from pipeline.text.quantities.numerals import MAGNITUDES, either
from pipeline.text.rewriting import VALUE, Change

_AMOUNTS = (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.NUMBER)
_STRAY = re.compile(
    rf"(?<![\w.,:/-])(?:(?:{either(currencies.SYMBOLS)})\s?)?[0-9](?:[0-9.,:/]{{0,30}}[0-9])?(?![\w/:-]|[.,][0-9])"
)
_SCALE = {
    language: re.compile(rf"\s(?:{either(words)})\b", re.IGNORECASE) for language, words in MAGNITUDES.items()
}


def strays(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Put the one figure that is lost in the place of the one stretch of digits that says nothing."""
    lost = [one for one in alignment.lost if one.kind in _AMOUNTS and not one.spelled and not one.approximate]
    if len(lost) != 1 or not any(letter.isdigit() for letter in lost[0].span.of(source)):
        return []
    taken = [other.span for _, other in alignment.met] + [other.span for other in alignment.added]
    # `Law No. 17/2014` counts nothing, and stands in the source too.
    taken += [span for span in copied.find(target, direction.target) if span.of(target) in source]
    found = (Span(*match.span()) for match in _STRAY.finditer(target))
    spots = [span for span in found if not any(span.overlaps(other) for other in taken)]
    if len(spots) != 1:
        return []
    span, written = _in_place(lost[0], spots[0], target, direction.target, style)
    return [Change(span, written, VALUE)] if reads_back(written, lost[0], direction.target) else []


def _in_place(
    quantity: Quantity, spot: Span, target: str, language: str, style: StyleSettings
) -> tuple[Span, str]:
    """Return what is written and where: scale and unit behind the digits go with them."""
    end = spot.end
    if scale := _SCALE[language].match(target, end):
        end = scale.end()
    units = {
        QuantityKind.MONEY: currencies.NAMES[language],
        QuantityKind.PERCENT: measures.PERCENT[language],
        QuantityKind.MEASURE: measures.NAMES[language],
    }.get(quantity.kind, {})
    names = [name for name, unit in units.items() if unit == quantity.unit]
    unit = (
        re.compile(rf"\s?(?:{either(tuple(names))})(?!\w)", re.IGNORECASE).match(target, end)
        if names
        else None
    )
    if unit:
        end = unit.end()
    return Span(spot.start, end), write(quantity, language, style)

"""Quantities that a model left in the source's notation, and what they have to be.

`3,7 juta ton` comes back as `3,7 million tons`, `Senin (5/6/2023)` as `Monday (5/6/2023)`: the first
is no English number, the second says May 6 to an American.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from pipeline.config import StyleSettings
from pipeline.model import Direction, PartialDate, Quantity, QuantityKind, Span
from pipeline.text.formats import write
from pipeline.text.languages import lexicon
from pipeline.text.quantities import parse, same_value
from pipeline.text.quantities.agreement import Alignment
from pipeline.text.quantities.measures import BY_UNIT, NAMES
from pipeline.text.quantities.numerals import either
from pipeline.text.rewriting import VALUE, Change

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_LEADS = ("pukul ", "ke-", "magnitude ", "magnitudo ")


def copied(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Find quantities of the source that stand in the target letter for letter and mean something else there."""
    changes: list[Change] = []
    busy = [other.span for _, other in alignment.met]
    for quantity in alignment.lost:
        if quantity.spelled and quantity.kind is not QuantityKind.TIME:
            continue  # `12 noon` is left as it is too
        for before, written in _forms(source, quantity, direction, style):
            span = _find(before, target, busy)
            if span is not None and before != written:
                busy.append(span)
                changes.append(Change(*_joined(span, written, target), str(quantity.kind)))
                break
        else:
            written = write(quantity, direction.target, style)
            changes += _glued(quantity.span.of(source), written, target, direction.target)
    return changes


def _glued(surface: str, written: str, target: str, language: str) -> Iterator[Change]:
    """Yield where the digits of a quantity hang on to a word of grammar: `KTT ke-42` as `at the42 summit`.

    Behind any other word they are a part of it (`Covid19`).
    """
    digits, own = re.findall(r"[0-9.,]+", surface), lexicon(language)
    if len(digits) != 1 or not digits[0].isdigit() or own is None:
        return
    for found in re.finditer(rf"\b([^\W\d_]+)({digits[0]})(?![\w.,-]?\w)", target):
        if found[1].lower() in own.function_words:
            yield Change(Span(*found.span(2)), f" {written}", VALUE)
            return


def _forms(
    source: str, quantity: Quantity, direction: Direction, style: StyleSettings
) -> Iterator[tuple[str, str]]:
    """Propose forms to look for, the whole quantity first, then its digits, each with what it has to be."""
    surface = quantity.span.of(source)
    written = write(quantity, direction.target, style)
    if re.search(r"[^0-9]", surface):
        yield surface, written
    digits = _DIGITS.search(surface)
    if digits is None:
        return
    if quantity.kind is QuantityKind.TIME:
        yield digits.group(), written
        # `2.30 PM` as `2,30 PM`: a point of the clock was taken for that of a number.
        for mark in ",:.":
            yield re.sub(r"[.:]", mark, surface), written
            yield re.sub(r"[.:]", mark, digits.group()), written
    elif isinstance(quantity.value, Decimal):
        # `3,7 million`: the word was translated and the digits were not.
        for number in parse(digits.group(), direction.source)[:1]:
            if number.kind is QuantityKind.NUMBER and number.span == (0, len(digits.group())):
                yield digits.group(), write(replace(number, spelled=False), direction.target, style)


def _find(before: str, target: str, busy: Sequence[Span]) -> Span | None:
    """Find where a form stands by itself in the target, not inside a quantity that is right."""
    for match in re.finditer(rf"(?<![\w.,/]){re.escape(before)}(?![\w/]|[.,][0-9])", target):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in busy):
            return span
    return None


def _joined(span: Span, written: str, target: str) -> tuple[Span, str]:
    """Leave out a word that stands before the place already: `pukul 10:30 a.m.`, `magnitude 5,6`."""
    for lead in _LEADS:
        if written.startswith(lead) and target[max(0, span.start - len(lead)) : span.start].lower() == lead:
            return span, written.removeprefix(lead)
    return span, written


def mangled(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Find the one quantity of its kind and unit that came out with another value.

    `Rp 5 miliar` as `Rp 5 million`, `500 orang` as `700 people`, `(8/6)` as August 8: no translator
    changes a figure, and where one of a kind and unit is lost and one was added, the one became the
    other. With two astray nobody knows which is which, and the checks say so.
    """
    del source
    changes = []
    for kind in (QuantityKind.DATE, QuantityKind.TIME):
        lost = [quantity for quantity in alignment.lost if quantity.kind is kind]
        added = [quantity for quantity in alignment.added if quantity.kind is kind]
        if len(lost) == 1 == len(added) and _shape(lost[0]) == _shape(added[0]):
            written = write(lost[0], direction.target, style)
            if reads_back(written, lost[0], direction.target):
                changes.append(Change(*_joined(added[0].span, written, target), VALUE))
    for kind in (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.NUMBER):
        lost = [quantity for quantity in alignment.lost if quantity.kind is kind]
        added = [quantity for quantity in alignment.added if quantity.kind is kind]
        if len(lost) != 1 or len(added) != 1 or lost[0].unit != added[0].unit:
            continue
        if lost[0].approximate or isinstance(lost[0].value, PartialDate):
            continue
        if (lost[0].spelled or added[0].spelled) and not _is_torso(added[0], lost[0]):
            continue
        if kind is QuantityKind.PERCENT and _is_opposite(lost[0], added[0]):
            continue  # `tumbuh minus 2 persen` is rightly `shrank 2 percent`
        written = write(lost[0], direction.target, style)
        if reads_back(written, lost[0], direction.target):
            changes.append(Change(*_joined(added[0].span, written, target), VALUE))
    return changes


def unpriced(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Find the one amount that stands without its currency: `Rp 19 Ribu` as `19 thousand`."""
    del source, target
    lost = [quantity for quantity in alignment.lost if quantity.kind is QuantityKind.MONEY]
    numbers = [one for one in alignment.added if one.kind is QuantityKind.NUMBER and not one.spelled]
    same = [one for one in numbers if len(lost) == 1 and one.value == lost[0].value]
    if len(same) != 1:
        return []
    return [Change(same[0].span, write(lost[0], direction.target, style), str(QuantityKind.MONEY))]


def misnamed(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Find units that were left as the source names them: `kecepatan 70mph`, `12 hektare of rice`."""
    del source, style
    changes = []
    numbers = [one for one in alignment.added if one.kind is QuantityKind.NUMBER]
    pairs = [(meant, said) for meant in alignment.lost for said in numbers if said.value == meant.value]
    for meant, said in (*alignment.met, *pairs):
        if meant.unit not in BY_UNIT or said.kind is not QuantityKind.NUMBER:
            continue
        if found := _foreign(meant.unit, direction).match(target, said.span.end):
            measure, start = BY_UNIT[meant.unit], said.span.start
            house = f" {measure.indonesian[0] if direction.target == 'id' else measure.english[0]}"
            if direction.target == "en" and _ATTRIBUTE.search(target[max(0, start - 5) : start]):
                house = f"-{measure.english[-1 if len(measure.english) == 1 else 1]}"
            changes.append(Change(Span(*found.span()), house, str(QuantityKind.MEASURE)))
    return changes


_ATTRIBUTE = re.compile(r"\b(?:an?|the) $")
"""`a 12-hektare rice field` is one of 12 hectares."""


@cache
def _foreign(unit: str, direction: Direction) -> re.Pattern[str]:
    """Compile the names that a unit has in the source's language and not in the target's."""
    names = {name for name, own in NAMES[direction.source].items() if own == unit}
    names -= set(NAMES[direction.target])
    return re.compile(rf"\s?-?(?:{either(tuple(names))})(?!\w)" if names else r"(?!)", re.IGNORECASE)


def _shape(quantity: Quantity) -> tuple[bool, ...]:
    """Return which parts a date has, its year aside: a day is not put in the place of a year."""
    return (
        tuple(part is None for part in quantity.value[1:]) if isinstance(quantity.value, PartialDate) else ()
    )


def _is_torso(said: Quantity, meant: Quantity) -> bool:
    """Tell a number of which only a part came through: `dua belas` as `two`, `eighteen percent` as `8 persen`."""
    if not isinstance(said.value, Decimal) or not isinstance(meant.value, Decimal):
        return False
    tens, units = divmod(meant.value, 10)
    return 10 < meant.value < 100 and said.value > 1 and said.value in (tens, units, tens * 10)


def _is_opposite(one: Quantity, other: Quantity) -> bool:
    return (
        isinstance(one.value, Decimal) and isinstance(other.value, Decimal) and one.value + other.value == 0
    )


def reads_back(written: str, quantity: Quantity, language: str) -> bool:
    """Tell whether what is to be written would be read as the quantity again."""
    found = parse(written, language)
    return len(found) == 1 and same_value(found[0], quantity)

"""A number that names something has another digit.

Nobody counts with `0812-3456-7890`, `B 1234 XYZ`, `UU No. 17/2014` or `A320`: they are copied, and one
digit makes of them another's telephone, car, law or aeroplane.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.quantities import copied, parse

SEVERITY = Severity.CRITICAL

_DIGITS = re.compile("[0-9]+")
_MODEL = re.compile(r"(?<![\w.,-])[A-Z]{1,4}[0-9]{1,5}[A-Z]?(?!\w|[.,][0-9])")
"""`A320`, `G20`, `SU35`: the digits hang on to a capital, so no quantity is read there."""

_ADDRESS = re.compile(r"[@#]|://|www\.")
"""What the check on links compares letter by letter."""

_COUNTRY = re.compile(r"\+62[\s().-]{0,2}0?|(?<![0-9])62(?=8[0-9]{8})")
"""`+62 812` is `0812` at home."""

_PARTED = re.compile(r"(?<=[0-9])[\s().-]{1,2}(?=[0-9])")
"""How telephone and account numbers are parted, which each paper does in its own way."""

_LONG = 7
"""From so many digits on it matters only that they follow each other."""


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each such number whose place another one has taken; one that is only left out may well be (`Covid-19`)."""
    here, there = unit.direction
    if not _DIGITS.search(unit.source) or not _DIGITS.search(unit.target):
        return
    lost = _strangers(unit.source, here, unit.target, there)
    added = _strangers(unit.target, there, unit.source, here) if lost else []
    for span in lost:
        said = span.of(unit.source)
        partner = next((other for other in added if _alike(said, other.of(unit.target))), None)
        if partner is not None:
            added.remove(partner)
            instead = partner.of(unit.target)
            yield Finding(f"“{said}” became “{instead}”: this number is a name, copy it.", span, partner)


def _strangers(text: str, language: str, other: str, other_language: str) -> list[Span]:
    """Return the numbers in `text` that name something, and of which `other` lacks some digits."""
    named = _named(text, language)
    if not named:
        return []
    figures = {_bare(digits) for digits in _DIGITS.findall(other)}
    # `Bab 2` is rightly `Chapter Two`, `Q3` the third quarter.
    figures.update(str(quantity.value) for quantity in parse(other, other_language))
    joined = _joined(other)
    return [span for span in named if not _stands(span.of(text), figures, joined)]


def _named(text: str, language: str) -> list[Span]:
    """Return where digits name something, each stretch once; what is read as a quantity is compared by value."""
    taken = [quantity.span for quantity in parse(text, language)]
    named: list[Span] = []
    for span in (*copied.find(text, language), *(Span(*found.span()) for found in _MODEL.finditer(text))):
        if not _ADDRESS.search(span.of(text)) and not any(span.overlaps(other) for other in (*taken, *named)):
            named.append(span)
    return named


def _stands(said: str, figures: set[str], joined: str) -> bool:
    """Tell whether the other text has each of the figures, or the digits in a row however they are parted."""
    if all(_bare(digits) in figures for digits in _DIGITS.findall(said)):
        return True
    row = _row(said)
    return len(row) >= _LONG and row in joined


def _row(said: str) -> str:
    """Return all digits of a number in a row, as it is dialled at home."""
    return _bare("".join(_DIGITS.findall(_joined(said))))


def _joined(text: str) -> str:
    return _PARTED.sub("", _COUNTRY.sub("0", text))


def _bare(digits: str) -> str:
    """Return digits without leading zeros: `RT 05` is `RT 5`."""
    return digits.lstrip("0")


def _alike(one: str, other: str) -> bool:
    """Tell a number with a wrong digit from one that only the other side has: they are equally long, or nearly."""
    return abs(len(_row(one)) - len(_row(other))) <= 1

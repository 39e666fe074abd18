"""Figures in a row that are one reading: the sets of a match, a blood pressure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Figured, Worded

_SET = r"[0-9]{1,3}[-–][0-9]{1,3}(?:\s?\([0-9]{1,2}(?:[-–][0-9]{1,2})?\))?"
"""A set, with the points of its tie-break: `7-6 (5)`."""

_SETS = Figured(re.compile(rf"(?<![\w-]){_SET}(?:(?:,| dan| and|;)\s{_SET})+(?![\w-])"))
_PRESSURE = Worded.of(re.compile(r"(?<![\w.,/-])[0-9]{2,3}/[0-9]{2,3}(?=\s?mmHg\b)"), ("mmhg",))


def find(text: str) -> Iterator[Quantity]:
    """Find chains of results, each side a quantity, and the two values of a blood pressure.

    Side by side, not set by set: English papers put the winner first, `2-4` is rightly `4-2`.
    """
    for pattern, kind in ((_SETS, QuantityKind.SCORE), (_PRESSURE, QuantityKind.NUMBER)):
        for chain in pattern.finditer(text):
            for side in re.finditer(r"[0-9]+", chain.group()):
                span = Span(chain.start() + side.start(), chain.start() + side.end())
                yield Quantity(span, kind, Decimal(side.group()))

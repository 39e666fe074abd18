"""Figures in a row that are one reading: the sets of a match, a blood pressure, what a race took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Figured, Worded
from pipeline.text.quantities.numerals import SMALL, either, value_of

_SET = r"[0-9]{1,3}[-–][0-9]{1,3}(?:\s?\([0-9]{1,2}(?:[-–][0-9]{1,2})?\))?"
"""A set, with the points of its tie-break: `7-6 (5)`."""

_SETS = Figured(re.compile(rf"(?<![\w-]){_SET}(?:(?:,| dan| and|;)\s{_SET})+(?![\w-])"))
_PRESSURE = Worded.of(
    re.compile(
        r"(?<![\w.,/-])[0-9]{2,3}/[0-9]{2,3}(?=\s?mmHg\b)"
        r"|\b(?:tekanan\sdarah|tensi|blood\spressure)[^\W\d]{0,4}[^.;\d]{0,40}\s[0-9]{2,3}/[0-9]{2,3}(?![\w/])",
        re.IGNORECASE,
    ),
    ("mmhg", "darah", "tensi", "tensinya", "pressure"),
)
_LASTED = {
    language: Figured(
        re.compile(
            rf"(?<![\w.,:/-])(?:[0-9]:[0-5][0-9]:[0-5][0-9](?:{point}[0-9]{{1,3}})?|{minutes})(?![\w:]|[.,][0-9])"
        )
    )
    for language, point, minutes in (
        ("id", "[.,]", r"[0-9]{1,2}(?::[0-5][0-9][.,]|\.[0-5][0-9],)[0-9]{1,3}"),
        ("en", r"\.", r"[0-9]{1,2}:[0-5][0-9]\.[0-9]{1,3}"),
    )
}
"""`2:17:35`, `1:45.32` and `1.45,32` are what a race took; `02:17:35` stands on a clock."""
_LEVEL = Worded.of(
    re.compile(
        rf"(?<![\w-])(?P<n>[0-9]{{1,2}}|{either(SMALL['en'])})-(?P<other>nil|all)(?![\w-])", re.IGNORECASE
    ),
    ("nil", "all"),
)
"""`three-nil`, `4-all`"""
_SIDE = re.compile(r"[0-9]+(?:(?<=[:.][0-9]{2})[.,][0-9]+)?")


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find chains of results, each side a quantity, the two values of a blood pressure, and the parts of a time.

    Side by side, not set by set: English papers put the winner first, `2-4` is rightly `4-2`. The parts
    of a time are like those of `2 jam 17 menit 35 detik`.
    """
    score = QuantityKind.SCORE
    for match in _LEVEL.finditer(text) if language == "en" else ():
        own = value_of(match["n"], "en")
        other = own if match["other"].lower() == "all" else Decimal(0)
        yield Quantity(Span(*match.span("n")), score, own, spelled=True)
        yield Quantity(Span(*match.span("other")), score, other, spelled=True)
    for pattern, kind in ((_SETS, score), (_PRESSURE, QuantityKind.NUMBER), (_LASTED[language], score)):
        for chain in pattern.finditer(text):
            for side in _SIDE.finditer(chain.group()):
                span = Span(chain.start() + side.start(), chain.start() + side.end())
                yield Quantity(span, kind, Decimal(side.group().replace(",", ".")))

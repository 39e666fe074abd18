"""Numbers, money, dates and times by value, so that checks never compare digits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from pipeline.model.spans import Span


class QuantityKind(StrEnum):
    """What a quantity measures; values compare only within a kind."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    SCORE = "score"


class PartialDate(NamedTuple):
    """A date of which parts may be missing: `20 Maret`, `Maret 2023`, `Senin (20/3)`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


Value: TypeAlias = Decimal | time | PartialDate
"""A range is two quantities that share a unit, a score two of its own kind."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value read from a text, in the unit that the text gives it.

    `unit` is an ISO 4217 code for money, `%`, `pp` or `bp` (basis points) for percent, a CLDR unit
    for measures, `WIB`, `WITA` or `WIT` for times, and empty otherwise. `approximate` marks
    `puluhan`, `belasan`. `spelled` marks values in words (`dua`, `kedua`, `half`): they may meet
    their like in the other language, but one that is missing is not an error by itself, since
    `kedua pihak` is rightly `both sides`.
    """

    span: Span
    kind: QuantityKind
    value: Value
    unit: str = ""
    approximate: bool = False
    spelled: bool = False

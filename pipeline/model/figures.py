"""What the dashboard counts, day by day and check by check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayCount:
    """What was done on a day (in UTC)."""

    day: date
    approved: int
    changed: int


@dataclass(frozen=True, slots=True)
class CheckCount:
    """What people thought of a check's flags."""

    check: str
    open: int
    upheld: int
    dismissed: int


@dataclass(frozen=True, slots=True)
class EffortCount:
    """How much people changed before they approved: the mean share of words, in percent, of `segments`."""

    name: str
    segments: int
    percent: float


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the dashboard shows."""

    days: tuple[DayCount, ...]
    checks: tuple[CheckCount, ...]
    by_model: tuple[EffortCount, ...]
    by_source: tuple[EffortCount, ...]
    by_week: tuple[EffortCount, ...]
    by_person: tuple[tuple[str, int], ...]

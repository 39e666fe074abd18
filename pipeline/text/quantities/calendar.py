"""Dates and times, as in `Senin (20/3)`, `20 Maret 2023`, `pukul 10.30 WITA` and `10:30 a.m.` alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from functools import cache

from pipeline.model import PartialDate, Quantity, QuantityKind, Span
from pipeline.text.quantities.units import MONTHS, SHORT_MONTHS, WEEKDAYS

_ZONE = r"(?:\s*\(?(?P<zone>WIB|WITA|WIT)\b\)?)?"
_TIMES = {
    "id": re.compile(
        r"(?:\b(?:pukul|jam)\s+)(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))(?![\d.,]\d)"
        + _ZONE
        + r"|(?<![\w.,])(?P<hour2>\d{1,2})[.:](?P<minute2>\d{2})\s*\(?(?P<zone2>WIB|WITA|WIT)\b\)?"
        r"|\b(?:pukul)\s+(?P<hour3>\d{1,2})(?![\d.,:]\d|\d)(?:\s*(?P<zone3>WIB|WITA|WIT)\b)?",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\w.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\b\.?)"
        r"(?:\s*(?:local time|\(?(?:Western|Central|Eastern) Indonesia(?:n)? (?:Standard )?Time\)?))?"
        r"(?:,?\s*\(?(?P<zone>WIB|WITA|WIT)\b\)?)?"
        r"|(?<![\w.,:])(?P<hour2>\d{1,2})[:.](?P<minute2>\d{2})(?:\s*\(?(?P<zone2>WIB|WITA|WIT)\b\)?)"
        r"|(?<![\w.,:])(?P<hour3>\d{1,2}):(?P<minute3>\d{2})(?![\d:])",
        re.IGNORECASE,
    ),
}
_UNTIL = re.compile(
    r"\s*(?:-|–|sampai|hingga|s\.d\.)\s*(?:pukul\s+)?(?P<hour>[0-2]?\d)[.:](?P<minute>[0-5]\d)(?:\s*(?P<zone>WIB|WITA|WIT)\b)?"
)
"""The other end of `pukul 18.00 sampai 22.00`; English repeats its `p.m.`"""
_ZONES = ("zone", "zone2", "zone3")


@cache
def _dates(language: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(
        sorted({*MONTHS[language], *SHORT_MONTHS[language], "Sep", "Agt", "Nop"}, key=len, reverse=True)
    )
    month = rf"(?P<month>{names})\b\.?"
    weekday = "|".join(WEEKDAYS[language])
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    slashed = re.compile(
        rf"(?P<weekday>(?:{weekday}|Jum'at|Ahad),?\s*)?\(?(?<![\d/.])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})"
        r"(?:/(?P<year>\d{4}|\d{2}))?(?![\d/])\)?",
        re.IGNORECASE,
    )
    if language == "id":
        return (
            re.compile(
                rf"(?<![\d.,])(?:(?P<from>\d{{1,2}})\s*[-–]\s*)?{day}\s+{month}(?:\s+(?P<year>\d{{4}}))?(?!\d)",
                re.IGNORECASE,
            ),
            re.compile(rf"\b{month}\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
            slashed,
        )
    return (
        re.compile(
            rf"\b{month}\s+(?:(?P<from>\d{{1,2}})\s*(?:[-–]|to)\s*)?{day}\b(?![.,]\d)(?:,?\s+(?P<year>(?:1[5-9]|20)\d{{2}})\b)?"
        ),
        re.compile(
            rf"(?<![\d.,])(?:(?P<from>\d{{1,2}})\s*[-–]\s*)?{day}\s+(?:of\s+)?{month}(?:,?\s+(?P<year>(?:1[5-9]|20)\d{{2}})\b)?"
        ),
        re.compile(rf"\b{month},?\s+(?P<year>(?:1[5-9]|20)\d{{2}})\b"),
        slashed,
    )


def dates(text: str, language: str) -> Iterator[Quantity]:
    """Find dates, of which the year or the day may be missing; a span of days is two dates."""
    for pattern in _dates(language):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = _month(groups["month"], language)
            day = int(groups["day"]) if groups.get("day") else None
            year = int(groups["year"]) if groups.get("year") else None
            if groups["month"].isdigit():
                if not _is_date(match):
                    continue
                if language == "en" and day is not None and day <= 12:
                    month, day = day, month  # `8/6/2023` is August 6 to an American reader
            if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
                continue
            year = year + 2000 if year is not None and year < 100 else year
            start = match.start("day") if groups.get("from") and language == "id" else match.start()
            if groups.get("weekday"):
                start = match.end("weekday")
            if groups.get("from"):
                first = (
                    Span(*match.span("from")) if language == "id" else Span(match.start(), match.end("from"))
                )
                start = match.start("day")
                yield Quantity(first, QuantityKind.DATE, PartialDate(year, month, int(groups["from"])))
            start += text[start] == "("
            end = match.end() - match.group().endswith(")")
            yield Quantity(Span(start, end), QuantityKind.DATE, PartialDate(year, month, day))


def _is_date(match: re.Match[str]) -> bool:
    """Tell `Senin (20/3)` from a fraction: a weekday, a year or brackets have to stand with it."""
    return bool(match["weekday"] or match["year"] or match.group().strip().startswith("("))


def _month(name: str, language: str) -> int:
    if name.isdigit():
        return int(name)
    folded = name.casefold()
    full = [month.casefold() for month in MONTHS[language]]
    return next(
        (number for number, month in enumerate(full, 1) if month[:3] == folded[:3]),
        8 if folded == "agt" else 11,
    )


def times(text: str, language: str) -> Iterator[Quantity]:
    """Find times of day; the zone is one of the three of Indonesia, or none."""
    for match in _TIMES[language].finditer(text):
        groups = match.groupdict()
        hour = int(next(groups[name] for name in ("hour", "hour2", "hour3") if groups.get(name)))
        minute = int(next((groups[name] for name in ("minute", "minute2", "minute3") if groups.get(name)), 0))
        half = (groups.get("half") or "").lower()
        if half and hour <= 12:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        zone = next((groups[name].upper() for name in _ZONES if groups.get(name)), "")
        if hour <= 24 and minute < 60:
            yield Quantity(Span(*match.span()), QuantityKind.TIME, time(hour % 24, minute), zone)
        if until := _UNTIL.match(text, match.end()):
            end = time(int(until["hour"]) % 24, int(until["minute"]) % 60)
            zone = (until["zone"] or zone).upper()
            yield Quantity(Span(until.start("hour"), until.end()), QuantityKind.TIME, end, zone)
    for match in re.finditer(r"\b(?:midnight|noon)\b" if language == "en" else r"\btengah malam\b", text):
        value = time(12) if match.group() == "noon" else time(0)
        yield Quantity(Span(*match.span()), QuantityKind.TIME, value, spelled=True)

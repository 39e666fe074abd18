"""Lines that say when an article was published: `Senin, 12 Agu 2024 09:31 WIB`, `2 jam yang lalu`.

A stamp is told by what is left when its dates, clocks and labels are taken out: nothing, or the
name of the site or of the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

_LONGEST = 100
"""Characters of the longest line that is taken for a stamp."""

_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0, "BST": 1, "EST": -5, "EDT": -4}
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_MONTHS_EN = {"may": 5, "aug": 8, "agt": 8, "ags": 8, "oct": 10, "dec": 12, "nop": 11}
_MONTH = rf"(?:{'|'.join((*_MONTHS, *_MONTHS_EN))})[a-z]*\.?"

_DATE = re.compile(
    rf"(?<![\w/])(?:(?P<day>\d{{1,2}})(?:[/.-](?P<month>\d{{1,2}})[/.-]|\s+(?P<name>{_MONTH}),?\s+|-(?P<name3>{_MONTH})-)"
    rf"(?P<year>\d{{4}})|(?P<name2>{_MONTH})\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>20\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d))(?![\w/])",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\w.:/])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>WIB|WITA|WIT|UTC|GMT|BST|E[SD]T)?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?\)?(?![\w:])",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<=\d-\d\d)T(?=\d\d:)")
"""Between the day and the hour as a machine writes them: `2026-11-07T08:30:14+07:00`."""
_COUNTS = re.compile(r"(?<=:\d\d)(?:\s\d{1,6}){1,4}$")
"""How often an article was read and liked, behind its time: `20 Juni 2014 02:05 184 4 0`."""
_AGO = re.compile(
    r"\b\d{1,2}\s(?:detik|menit|jam|hari|minggu|pekan|bulan)\s(?:yang\s)?lalu\b"
    r"|\b(?:\d{1,2}|an?)\s(?:second|minute|min|hour|hr|day|week|month)s?\sago\b"
    r"|\b\d{1,2}(?:m|h|d|w|mo) ago\b|\bbaru saja\b|\bjust now\b",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"\b(?:(?:waktu|lama) baca \d+ menit|\d+ menit (?:baca|membaca)|\d+ min(?:ute)?s? read"
    r"|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:day)?|sen|sel|rab|kam|jum|sab|min|di(?:terbitkan|publikasikan|perbar[ui]i|unggah|buat|post|rilis)|published|updated"
    r"|update|tayang|terbit|publikasi|posted|last|first|modified|terakhir|tanggal|waktu|rilis|date|pada|pukul|jam|at|on|in|di"
    r"|the|and|artikel|dan|oleh|by|penulis|editor|ditulis)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\s,|@•·●/()\[\]:;–—-]+|\.(?!\w)")
_NAMED = re.compile(r"(?:[A-Z][\w.'’]*[\s,]*){1,6}|[\w.'’]+(?: [\w.'’]+)?")


class _Stamp(NamedTuple):
    """What a line says of the time, and what else it says."""

    dated: bool
    timed: bool
    rest: str


def is_stamp(line: str) -> bool:
    """Tell a line that says when the article was published, and at most by whom or where.

    >>> [is_stamp(line) for line in ("KABAR.com - 19/09/2023, 06:45 WIB", "2 jam yang lalu", "12 orang tewas")]
    [True, True, False]
    """
    stamp = _taken_apart(line)
    return stamp.dated and (not stamp.rest or (stamp.timed and _NAMED.fullmatch(stamp.rest) is not None))


def is_signed_stamp(line: str) -> bool:
    """Tell a date with a name beside it, which is a stamp under a headline only: `Depok, 4 Mei 2024`."""
    stamp = _taken_apart(line)
    return stamp.dated and (not stamp.rest or _NAMED.fullmatch(stamp.rest) is not None)


def is_ago(line: str) -> bool:
    """Tell a line that says how long ago, and no more: `2 jam lalu`, which on a live page heads an entry."""
    return _AGO.fullmatch(line) is not None


def is_bare_date(line: str) -> bool:
    """Tell a line with a date and no clock, which amid the prose of an article heads a part of it."""
    return len(line) <= _LONGEST and _CLOCK.search(line) is None


def published(lines: Iterable[str]) -> datetime | None:
    """Read the time of publication from the first stamp that has a date."""
    for line in lines:
        line = _ISO.sub(" ", line)  # noqa: PLW2901 - 2026-11-07T08:30
        found = _DATE.search(line) if is_stamp(line) else None
        if found is None:
            continue
        group = found.groupdict()
        name = (group["name"] or group["name2"] or group["name3"] or "")[:3].lower()
        month = int(group["month"] or group["month3"] or 0) or _month(name)
        day = group["day"] or group["day2"] or group["day3"]
        year = group["year"] or group["year2"] or group["year3"]
        try:
            hour, minute, zone = _time(line)
            return datetime(int(year), month, int(day), hour, minute, tzinfo=zone)
        except ValueError:  # 31 April: a slip in the source, which the reviewer sees as it stands
            continue
    return None


@lru_cache(maxsize=2048)
def _taken_apart(line: str) -> _Stamp:
    if len(line) > _LONGEST:
        return _Stamp(dated=False, timed=False, rest=line)
    line = _COUNTS.sub("", _ISO.sub(" ", line))
    timeless = _DATE.sub(" ", line)
    undated = _AGO.sub(" ", timeless)
    dated = undated != line
    clock = _CLOCK.search(undated)
    rest = _MARKS.sub(" ", _FILLERS.sub(" ", _CLOCK.sub(" ", undated))).strip()
    return _Stamp(dated, clock is not None, rest)


def _time(line: str) -> tuple[int, int, timezone]:
    found = _CLOCK.search(_DATE.sub(" ", line))
    if found is None:
        return 0, 0, timezone(timedelta(hours=7))
    hour = int(found["hour"])
    if half := (found["half"] or "").replace(".", "").lower():
        hour = hour % 12 + 12 * (half == "pm")
    # A paper that names no zone writes for Jakarta.
    shift = timedelta(hours=_ZONES[(found["zone"] or "WIB").upper()])
    if found["offset"]:
        digits = re.sub(r"\D", "", found["offset"])
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        shift = timedelta(hours=hours, minutes=minutes) * (-1 if found["offset"][0] == "-" else 1)
    return hour, int(found["minute"]), timezone(shift)


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1 if name in _MONTHS else _MONTHS_EN.get(name, 0)

"""The moments that feeds name, in all the ways they name them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_INDONESIAN = {"WIB": 7, "WITA": 8, "WIT": 9}
_INDONESIAN_ZONE = re.compile(r"\s*\b(WIB|WITA|WIT)\s*$")
_YEARS = range(1990, 2200)
"""Of a story on the web; `0000-00-00` and a count of seconds read as a year are no dates."""


def moment(value: str, zone: ZoneInfo) -> datetime | None:
    """Return the moment that `value` names, None if it names none.

    A date without a zone is one of `zone`: sites mean their own clock.

    >>> moment("2023-03-20 09:00:00", ZoneInfo("Asia/Jakarta")).isoformat()
    '2023-03-20T09:00:00+07:00'
    >>> moment("Senin, 20 Maret 2023 09:00 WITA", ZoneInfo("Asia/Jakarta")).isoformat()
    '2023-03-20T09:00:00+08:00'
    """
    value = " ".join(value.split())[:60]
    named = _INDONESIAN_ZONE.search(value)
    own: tzinfo = timezone(timedelta(hours=_INDONESIAN[named[1]])) if named else zone
    value = _INDONESIAN_ZONE.sub("", value)
    for parse in (datetime.fromisoformat, parsedate_to_datetime, _in_words):
        found = _tried(parse, value)
        if found is not None and found.year in _YEARS:
            return found if found.tzinfo else found.replace(tzinfo=own)
    return None


def _tried(parse: Callable[[str], datetime | None], value: str) -> datetime | None:
    try:
        return parse(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(value: str) -> datetime | None:
    """Read `Senin, 20 Maret 2023 09:00`: feeds in Indonesian name their months so."""
    if not re.search(r"\d\D+\d", value):
        return None
    import dateparser  # noqa: PLC0415 - slow to import, and most feeds need it never

    found: datetime | None = dateparser.parse(
        value,
        languages=["id", "en"],
        settings={"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return found

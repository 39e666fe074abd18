"""A day of the week or a month is another one in the translation.

`Rapat digelar Selasa` printed as `on Thursday` sends readers, and the paper's own photographer, to a
closed door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.quantities.months import MONTHS, WEEKDAYS
from pipeline.text.telltales import Telltale

SEVERITY = Severity.CRITICAL

_ALSO = {"id": {"Jum'at": 4, "Jum’at": 4, "Ahad": 6}, "en": {}}
"""Other spellings, by the number of the day."""

_CALENDARS = (("day", WEEKDAYS), ("month", MONTHS))


def check(unit: Unit) -> Iterator[Finding]:
    """Flag a day that only the source names, where only the translation names another; months likewise."""
    for what, _ in _CALENDARS:
        source, target = (
            _found(text, language, what)
            for text, language in zip((unit.source, unit.target), unit.direction, strict=True)
        )
        lost = [number for number in source if number not in target]
        added = [number for number in target if number not in source]
        for theirs, ours in zip(lost, added, strict=False):
            said, instead = source[theirs].of(unit.source), target[ours].of(unit.target)
            yield Finding(f"“{said}” became “{instead}”.", source[theirs], target[ours])


_EVE = re.compile(r"(?<!tengah )\bmalam\s$", re.IGNORECASE)
"""`Malam Minggu` is the night before Sunday, and to many a writer Sunday night: neither is compared."""
_LONGEST_EVE = 13


@cache
def _numbers(language: str, what: str) -> dict[str, int]:
    names = dict(_CALENDARS)[what].get(language, ())
    also = _ALSO.get(language, {}) if what == "day" else {}
    return {name: number for number, name in enumerate(names)} | also


@cache
def _telling(language: str, what: str) -> Telltale:
    return Telltale(_numbers(language, what))


@cache
def _pattern(language: str, what: str) -> re.Pattern[str]:
    names = sorted(_numbers(language, what), key=len, reverse=True)
    inside = "|".join(re.escape(form) for name in names for form in (name, name.upper()))
    # `Every Tuesday and Friday` is `Tuesdays and Fridays`; a month has no plural.
    plural = "s?" if language == "en" and what == "day" else ""
    return re.compile(rf"(?<!\w)({inside}){plural}(?!\w)")


def _found(text: str, language: str, what: str) -> dict[int, Span]:
    """Return the first place of each; only with a capital, for `minggu` is a week and `may` a verb."""
    numbers = _numbers(language, what)
    if not _telling(language, what).is_in(text):
        return {}
    found: dict[int, Span] = {}
    for match in _pattern(language, what).finditer(text):
        name = match[1].title() if match[1].isupper() else match[1]
        start = match.start()
        if not (language == "id" and _EVE.search(text[max(0, start - _LONGEST_EVE) : start])):
            found.setdefault(numbers.get(name, -1), Span(*match.span()))
    return found

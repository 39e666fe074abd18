"""The desk's own words in Indonesian and English, with dates and numbers as each locale writes them.

English stands in the templates and is the key; `locale/id/LC_MESSAGES/desk.po` holds the Indonesian. The
catalogue is compiled in memory at start-up: no build step, and no binary file that can grow stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_timedelta
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

LANGUAGES: Mapping[str, str] = {"id": "Bahasa Indonesia", "en": "English"}

_SHORT = {"id": "d MMM y, HH.mm", "en": "d MMM y, HH:mm"}
"""A date with its time where there is little room; the day first in both languages, as in the newsroom."""


@cache
def entries(language: str) -> Catalog:
    """Return a language's catalogue as it is written, with where each of its words stands."""
    path = files("pipeline.web").joinpath("locale", language, "LC_MESSAGES", "desk.po")
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the messages of a language; English needs none, its words are the keys."""
    if language == "en":
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, entries(language))
    compiled.seek(0)
    return Translations(compiled)


def choose(wanted: str | None, accepts: str, default: str) -> str:
    """Return the language of a page: the account's, else the browser's first that we speak, else ours."""
    if wanted and wanted in LANGUAGES:
        return wanted
    for part in accepts.split(","):
        tag = part.split(";")[0].strip().lower().split("-")[0]
        tag = "id" if tag == "in" else tag  # the old code of Indonesian, which some Java clients still send
        if tag in LANGUAGES:
            return tag
    return default


class Formats:
    """Dates, times and numbers in one language and time zone."""

    def __init__(self, language: str, zone: str) -> None:
        self.locale = Locale.parse(language)
        self.zone = ZoneInfo(zone)
        # A page of the queue shows two hundred numbers, mostly the same few; babel takes its time over each.
        self.number = lru_cache(maxsize=4096)(self._number)

    def moment(self, at: datetime | None, style: str = "medium") -> str:
        """Return a date with its time, in the desk's zone."""
        if at is None:
            return ""
        if style == "short":
            return format_datetime(at, _SHORT[self.locale.language], tzinfo=self.zone, locale=self.locale)
        return format_datetime(at, style, tzinfo=self.zone, locale=self.locale)

    def day(self, on: date) -> str:
        """Return a day without its year, as the axis of a chart has room for it."""
        return format_date(on, "d MMM", locale=self.locale)

    def ago(self, at: datetime | None, now: datetime | None = None) -> str:
        """Return how long ago (or in how long) a moment is."""
        if at is None:
            return ""
        delta = at - (now or datetime.now(UTC))
        return format_timedelta(delta, add_direction=True, locale=self.locale, format="long")

    def _number(self, value: float) -> str:
        """Return a number with the locale's separators."""
        return str(format_decimal(value, locale=self.locale))

    def percent(self, share: float) -> str:
        """Return a share as whole percents."""
        return str(format_percent(share, locale=self.locale))

"""A news sitemap: many sites that have given up their feeds keep one, for search engines.

A general sitemap lists all that a site ever published. So only what is at most three days older than
the newest story counts, which is a day more than a news sitemap may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.adapters.formats import _xml
from pipeline.adapters.intake._dates import moment
from pipeline.adapters.intake._entries import Contents, Entry
from pipeline.adapters.intake._items import digest, name_of
from pipeline.adapters.intake._listing import Listing, listing
from pipeline.adapters.network.client import Answer
from pipeline.config import Settings, SourceSettings
from pipeline.errors import ArticleError, ConfigError, SourceError
from pipeline.model import Direction

_RECENT = timedelta(days=3)


def create(source: SourceSettings, settings: Settings, direction: Direction) -> Listing:
    """Return the sitemap that the settings name.

    Raises:
        ConfigError: they name none, or what they say of it can't be.
    """
    if source.articles == "feed":
        raise ConfigError(
            f'[[sources]] {source.name}: a sitemap holds no articles; leave out articles = "feed"'
        )
    zone = ZoneInfo(source.timezone)
    return listing(source, settings, direction, lambda answer: read(answer, zone))


def read(answer: Answer, zone: ZoneInfo) -> Contents:
    """Read the recent stories of a sitemap, oldest first.

    Raises:
        SourceError: it is none, or only names others.
    """
    try:
        root = _xml.parse(answer.body)
    except ArticleError as error:
        raise SourceError(f"{answer.url}: {error}") from error
    if _xml.name(root) == "sitemapindex":
        named = [_text(one, "loc") for one in list(root)[:5]]
        raise SourceError(
            f"{answer.url} only names other sitemaps, such as {', '.join(named)}: name the one of news"
        )
    if _xml.name(root) != "urlset":
        raise SourceError(f"{answer.url} is no sitemap; it begins with <{_xml.name(root)}>")
    dated = sorted(_stories(root, zone), key=lambda story: story[0])
    recent = tuple(entry for when, entry in dated if dated[-1][0] - when <= _RECENT)
    passed_over = len(root) - len(recent)
    notice = f"{passed_over} pages without a recent date are passed over" if passed_over else ""
    return Contents(recent, notice)


def _stories(root: Any, zone: ZoneInfo) -> Iterator[tuple[datetime, Entry]]:
    for place in _xml.children(root, "url"):
        news = _xml.child(place, "news")
        link = _text(place, "loc")
        # Some sites have `lastmod` say now, at every visit: the date of publication comes first.
        date = (_text(news, "publication_date") if news is not None else "") or _text(place, "lastmod")
        when = moment(date, zone)
        if link and when:
            title = _text(news, "title") if news is not None else ""
            stamp = digest(link, date, title)
            yield (
                when,
                Entry(
                    name_of(link),
                    stamp,
                    link,
                    title,
                    "",
                    whole=False,
                    damaged=False,
                    published=date,
                    updated="",
                ),
            )


def _text(element: Any, name: str) -> str:
    found = _xml.child(element, name)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""

"""An RSS or Atom feed: its entries, whole as they stand in it or from the pages that they lead to."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pipeline.adapters.intake import _entries, _visits
from pipeline.adapters.intake._dates import moment
from pipeline.adapters.intake._entries import Entry, Tombstone
from pipeline.adapters.intake._items import Found, Maker, origin_of, suffix_of
from pipeline.adapters.intake._web import Web, web
from pipeline.adapters.network.client import Answer
from pipeline.config import Settings, SourceSettings
from pipeline.errors import SourceError
from pipeline.model import Direction, ItemMeta, NewsItem, SourceState

_ATTEMPTS = 5
"""At a page that can't be fetched, before its article is set aside for a person to look at."""
_PATIENCE = timedelta(minutes=5)
"""For one visit; pages of a slow site that are left come with the next, and other sources get their turn."""


def create(source: SourceSettings, settings: Settings, direction: Direction) -> Feed:
    """Return the feed that the settings name.

    Raises:
        ConfigError: they name none, or what they say of it can't be.
    """
    return Feed(
        source.name,
        source.url,
        source.articles,
        ZoneInfo(source.timezone),
        timedelta(minutes=source.interval_minutes or settings.intake.interval_minutes),
        settings.intake.pages_per_visit,
        Maker(source.name, direction, settings.intake.max_megabytes * 1_000_000),
        web(source, settings.intake),
    )


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. An entry that is no longer in it is not withdrawn: feeds hold the last few stories."""

    name: str
    url: str
    articles: str
    zone: ZoneInfo
    interval: timedelta
    pages: int
    maker: Maker
    web: Web

    def poll(
        self, state: SourceState, now: datetime, stamp_of: Callable[[str], str | None]
    ) -> Iterator[NewsItem | SourceState]:
        """Yield what is new or changed, oldest first."""
        try:
            answer = self.web.get(self.url, _visits.validators(state))
            if answer.status == 304:
                yield _visits.succeeded(state, now, self.interval, answer)
                return
            if answer.status != 200:
                problem = _visits.refusal(self.url, answer)
                yield _visits.failed(state, now, self.interval, problem, _visits.retry_after(answer, now))
                return
            contents = _entries.read(answer.body, answer.headers.get("content-type", ""), answer.url)
        except SourceError as error:
            yield _visits.failed(state, now, self.interval, str(error))
            return
        visit = _Visit(self, now, dict(state.retries), self.web.clock() + _PATIENCE.total_seconds())
        for entry in contents.entries:
            remembered = stamp_of(entry.guid)
            if remembered != entry.stamp:
                yield from visit.items(entry, known=remembered is not None)
        if visit.left or visit.retries:
            due = now if visit.left else now + self.interval
            yield _visits.unfinished(due, visit.retries, notice=contents.notice)
        else:
            yield _visits.succeeded(state, now, self.interval, answer, notice=contents.notice)


class _Visit:
    """What happens to the entries of one visit: how many pages were fetched, which have to be tried again."""

    def __init__(self, feed: Feed, now: datetime, attempts: dict[str, int], until: float) -> None:
        self._feed, self._now, self._attempts, self._until = feed, now, attempts, until
        self._fetched = 0
        self.retries: dict[str, int] = {}
        self.left = 0

    def items(self, entry: Entry | Tombstone, *, known: bool) -> Iterator[NewsItem]:
        """Yield what an entry is, if this visit gets so far."""
        maker = self._feed.maker
        if isinstance(entry, Tombstone):
            if known:
                meta = ItemMeta(guid=entry.guid, updated=moment(entry.when, self._feed.zone))
                yield maker.withdrawn(meta, entry.guid, entry.stamp)
            return
        updated = moment(entry.updated or entry.published, self._feed.zone)
        origin = origin_of(entry.link) if entry.link else f"{self._feed.name}/{entry.guid}"
        found = Found(
            ItemMeta(guid=entry.guid, updated=updated),
            entry.guid,
            entry.stamp,
            b"",
            ".html",
            entry.link,
            origin,
        )
        if entry.damaged:
            yield maker.set_aside(found, "its UTF-8 is damaged in the feed; ask the source to mend it")
        elif self._wants_page(entry):
            yield from self._from_page(entry, found)
        else:
            page = f"<h1>{html.escape(entry.title)}</h1>\n{entry.content}"
            yield from self._dated(entry, replace(found, data=page.encode(errors="replace")))

    def _wants_page(self, entry: Entry) -> bool:
        mode = self._feed.articles
        return bool(entry.link) and (mode == "page" or (mode == "auto" and not entry.whole))

    def _from_page(self, entry: Entry, found: Found) -> Iterator[NewsItem]:
        web, maker = self._feed.web, self._feed.maker
        if self._fetched >= self._feed.pages or web.clock() >= self._until:
            self.left += 1
            if entry.guid in self._attempts:
                self.retries[entry.guid] = self._attempts[entry.guid]
            return
        self._fetched += 1
        try:
            answer = web.page(entry.link)
        except SourceError as error:
            yield from self._later(found, str(error), lasting=error.lasting)
            return
        if answer.status == 410:
            yield maker.withdrawn(found.meta, found.place, found.stamp, found.link)
        elif answer.status != 200:
            problem = _visits.refusal(entry.link, answer)
            yield from self._later(found, problem, lasting=answer.status == 404)
        elif _is_front(answer.url) and not _is_front(entry.link):
            yield maker.set_aside(
                found, f"{entry.link} leads to the site's front page: the article is not there"
            )
        else:
            yield from self._dated(entry, _as_fetched(found, answer))

    def _later(self, found: Found, problem: str, *, lasting: bool) -> Iterator[NewsItem]:
        """Try again at the next visits, and when that doesn't help either, say so once."""
        attempts = self._attempts.get(found.place, 0) + 1
        if lasting or attempts >= _ATTEMPTS:
            yield self._feed.maker.set_aside(found, problem)
        else:
            self.retries[found.place] = attempts

    def _dated(self, entry: Entry, found: Found) -> Iterator[NewsItem]:
        """Yield the items; where the text names no date of its own, the feed's counts."""
        published = moment(entry.published or entry.updated, self._feed.zone)
        for item in self._feed.maker.items(found):
            manuscript = item.manuscript
            if manuscript and (manuscript.published is None or manuscript.published.tzinfo is None):
                own = manuscript.published and manuscript.published.replace(tzinfo=self._feed.zone)
                yield replace(item, manuscript=replace(manuscript, published=own or published))
            else:
                yield item


def _as_fetched(found: Found, answer: Answer) -> Found:
    """Return what stands at the end of an entry's link; a redirect may have led elsewhere than it says."""
    suffix = suffix_of(answer.headers.get("content-type", ""))
    return replace(found, data=answer.body, suffix=suffix or found.suffix)


def _is_front(url: str) -> bool:
    return urlsplit(url).path in ("", "/")

"""A list of stories that is visited again and again: what is new, has changed, or is due for another look."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pipeline.adapters.intake import _rechecks, _visits
from pipeline.adapters.intake._dates import moment
from pipeline.adapters.intake._entries import Contents, Entry, Tombstone
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

Reader = Callable[[Answer], Contents]
"""Makes entries of what the server answered, or raises a SourceError."""

_SILENCE = timedelta(days=14)
_NEWEST = 5
"""Entries among which the newest is: most feeds are sorted, some hold a pinned story on top."""


def listing(source: SourceSettings, settings: Settings, direction: Direction, read: Reader) -> Listing:
    """Return the list that the settings name; `read` makes entries of its bytes.

    Raises:
        ConfigError: they name none, or what they say of it can't be.
    """
    return Listing(
        source.name,
        source.url,
        read,
        source.articles,
        ZoneInfo(source.timezone),
        timedelta(minutes=source.interval_minutes or settings.intake.interval_minutes),
        settings.intake.pages_per_visit,
        Maker(source.name, direction, settings.intake.max_megabytes * 1_000_000),
        web(source, settings),
    )


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of stories. One that is no longer in it is not withdrawn: lists hold the last few."""

    name: str
    url: str
    read: Reader
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
            answer = self.web.get(self.url, _visits.validators(state, now))
            if answer.status == 304:
                yield _visits.succeeded(state, now, self.interval, answer)
                return
            if answer.status != 200:
                problem = _visits.refusal(self.url, answer)
                yield _visits.failed(state, now, self.interval, problem, _visits.retry_after(answer, now))
                return
            contents = self.read(answer)
        except SourceError as error:
            yield _visits.failed(state, now, self.interval, str(error))
            return
        visit = _Visit(self, now, dict(state.retries), self.web.clock() + _PATIENCE.total_seconds())
        for entry in contents.entries:
            yield from visit.items(entry, stamp_of(entry.guid))
        notice = contents.notice or self._silence(contents, now)
        if visit.left or visit.retries:
            due = now if visit.left else now + self.interval
            yield _visits.unfinished(due, visit.retries, notice=notice)
        else:
            done = _visits.succeeded(state, now, self.interval, answer, notice=notice)
            yield replace(done, recheck=visit.recheck)

    def is_gone(self, guid: str) -> bool:  # noqa: ARG002 - the port's
        """Tell nothing: what is not in the list any more may still be on the site."""
        return False

    def _silence(self, contents: Contents, now: datetime) -> str:
        """Say that nothing new has come for long: a feed that a site forgot answers 200 for years."""
        last = [one for one in contents.entries if isinstance(one, Entry)][-_NEWEST:]
        dates = [moment(one.updated or one.published, self.zone) for one in last]
        newest = max(filter(None, dates), default=now)
        return (
            f"its newest entry is of {newest:%Y-%m-%d}: is it still kept?" if now - newest > _SILENCE else ""
        )


class _Visit:
    """What happens to the entries of one visit: how many pages were fetched, which have to be tried again."""

    def __init__(self, listing: Listing, now: datetime, attempts: dict[str, int], until: float) -> None:
        self._listing, self._now, self._attempts, self._until = listing, now, attempts, until
        self._fetched = 0
        self.retries: dict[str, int] = {}
        self.left = 0
        self.recheck: datetime | None = None

    def items(self, entry: Entry | Tombstone, remembered: str | None) -> Iterator[NewsItem]:
        """Yield what an entry is if it is new, has changed or is due for another look, and the visit gets so far."""
        maker = self._listing.maker
        if isinstance(entry, Tombstone):
            if remembered not in (None, entry.stamp):
                meta = ItemMeta(guid=entry.guid, updated=moment(entry.when, self._listing.zone))
                yield maker.withdrawn(meta, entry.guid, entry.stamp)
            return
        on_page = self._wants_page(entry)
        stamp = self._stamp(entry, remembered) if on_page else entry.stamp
        if stamp == remembered:
            return
        updated = moment(entry.updated or entry.published, self._listing.zone)
        origin = origin_of(entry.link) if entry.link else f"{self._listing.name}/{entry.guid}"
        found = Found(
            ItemMeta(guid=entry.guid, updated=updated),
            entry.guid,
            stamp,
            b"",
            ".html",
            entry.link,
            origin,
        )
        if entry.damaged and not on_page:
            yield maker.set_aside(found, "its UTF-8 is damaged in the feed; ask the source to mend it")
        elif on_page:
            again = remembered is not None and remembered.startswith(f"{entry.stamp}+")
            yield from self._from_page(entry, found, again=again)
        else:
            page = f"<h1>{html.escape(entry.title)}</h1>\n{entry.content}"
            yield from self._dated(entry, replace(found, data=page.encode(errors="replace")))

    def _wants_page(self, entry: Entry) -> bool:
        mode = self._listing.articles
        return bool(entry.link) and (mode == "page" or (mode == "auto" and not entry.whole))

    def _stamp(self, entry: Entry, remembered: str | None) -> str:
        """Return the stamp of an entry whose text is on a page, and note when that is looked at again."""
        settled = f"{entry.stamp}+{len(_rechecks.AGES)}"
        if remembered == settled:
            return settled
        published = moment(entry.published or entry.updated, self._listing.zone)
        coming = _rechecks.following(published, self._now)
        if coming and (self.recheck is None or coming < self.recheck):
            self.recheck = coming
        return f"{entry.stamp}+{_rechecks.level(published, self._now)}"

    def _from_page(self, entry: Entry, found: Found, *, again: bool) -> Iterator[NewsItem]:
        web, maker = self._listing.web, self._listing.maker
        if self._fetched >= self._listing.pages or web.clock() >= self._until:
            self.left += 1
            if entry.guid in self._attempts:
                self.retries[entry.guid] = self._attempts[entry.guid]
            return
        self._fetched += 1
        try:
            answer = web.page(entry.link)
        except SourceError as error:
            if not again:
                yield from self._later(found, str(error), lasting=error.lasting)
            return
        if answer.status == 410:
            yield maker.withdrawn(found.meta, found.place, found.stamp, found.link)
        elif again and (answer.status == 404 or _is_elsewhere(answer, entry)):
            yield maker.set_aside(found, f"{entry.link} is no longer there: has its source withdrawn it?")
        elif answer.status != 200:
            problem = _visits.refusal(entry.link, answer)
            if not again:
                yield from self._later(found, problem, lasting=answer.status == 404)
        elif _is_elsewhere(answer, entry):
            yield maker.set_aside(
                found, f"{entry.link} leads to the site's front page: the article is not there"
            )
        else:
            yield from self._dated(entry, _as_fetched(found, answer))

    def _later(self, found: Found, problem: str, *, lasting: bool) -> Iterator[NewsItem]:
        """Try again at the next visits, and when that doesn't help either, say so once."""
        attempts = self._attempts.get(found.place, 0) + 1
        if lasting or attempts >= _ATTEMPTS:
            yield self._listing.maker.set_aside(found, problem)
        else:
            self.retries[found.place] = attempts

    def _dated(self, entry: Entry, found: Found) -> Iterator[NewsItem]:
        """Yield the items; where the text names no date of its own, the feed's counts."""
        published = moment(entry.published or entry.updated, self._listing.zone)
        for item in self._listing.maker.items(found):
            manuscript = item.manuscript
            if manuscript and (manuscript.published is None or manuscript.published.tzinfo is None):
                own = manuscript.published and manuscript.published.replace(tzinfo=self._listing.zone)
                yield replace(item, manuscript=replace(manuscript, published=own or published))
            else:
                yield item


def _as_fetched(found: Found, answer: Answer) -> Found:
    """Return what stands at the end of an entry's link; a redirect may have led elsewhere than it says."""
    suffix = suffix_of(answer.headers.get("content-type", ""))
    return replace(found, data=answer.body, suffix=suffix or found.suffix)


def _is_elsewhere(answer: Answer, entry: Entry) -> bool:
    """Tell whether a link led to a site's front page, which is how many sites say that a story is gone."""
    front = ("", "/")
    return urlsplit(answer.url).path in front and urlsplit(entry.link).path not in front

"""One address that is watched: an article's page, or a wire's item or list of items that is fetched by HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.adapters.intake import _visits
from pipeline.adapters.intake._items import Found, Maker, digest, name_of, origin_of, suffix_of
from pipeline.adapters.intake._web import Web, web
from pipeline.config import Settings, SourceSettings
from pipeline.errors import SourceError
from pipeline.model import Direction, ItemMeta, NewsItem, SourceState


def create(source: SourceSettings, settings: Settings, direction: Direction) -> Page:
    """Return the page that the settings name.

    Raises:
        ConfigError: they name none, or what they say of it can't be.
    """
    limit = settings.intake.max_megabytes * 1_000_000
    interval = timedelta(minutes=source.interval_minutes or settings.intake.interval_minutes)
    maker = Maker(source.name, direction, limit)
    return Page(source.name, source.url, interval, maker, web(source, settings))


@dataclass(frozen=True, slots=True)
class Page:
    """An address whose articles are new whenever they change. `410 Gone` withdraws what was there."""

    name: str
    url: str
    interval: timedelta
    maker: Maker
    web: Web

    def poll(
        self, state: SourceState, now: datetime, stamp_of: Callable[[str], str | None]
    ) -> Iterator[NewsItem | SourceState]:
        """Yield what stands there, if it has changed."""
        place = name_of(self.url)
        try:
            answer = self.web.page(self.url, _visits.validators(state, now))
        except SourceError as error:
            yield _visits.failed(state, now, self.interval, str(error))
            return
        if answer.status == 410:
            if stamp_of(place) not in (None, "gone"):
                yield self.maker.withdrawn(ItemMeta(guid=place), place, "gone", self.url)
            yield _visits.succeeded(state, now, self.interval, answer, notice="the page is gone (410)")
            return
        if answer.status not in (200, 304):
            wait = _visits.retry_after(answer, now)
            yield _visits.failed(state, now, self.interval, _visits.refusal(self.url, answer), wait)
            return
        stamp = digest(answer.body.hex())
        if answer.status == 200 and stamp_of(place) != stamp:
            suffix = suffix_of(answer.headers.get("content-type", ""))
            found = Found(
                ItemMeta(guid=place), place, stamp, answer.body, suffix, self.url, origin_of(self.url)
            )
            yield from self.maker.items(found)
        yield _visits.succeeded(state, now, self.interval, answer)

    def is_gone(self, guid: str) -> bool:  # noqa: ARG002 - the port's
        """Tell nothing: what can't be fetched may come back."""
        return False

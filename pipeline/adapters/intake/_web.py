"""Fetching as a guest: a pause between two requests to one site, and robots.txt where pages are fetched."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from protego import Protego

from pipeline import __version__
from pipeline.adapters.network.addresses import ranges
from pipeline.adapters.network.client import Answer, Limits, Network
from pipeline.adapters.network.proxy import read_proxy
from pipeline.config import Settings, SourceSettings
from pipeline.errors import ConfigError, SourceError

_LONGEST_PAUSE = 60.0
"""Seconds; a `Crawl-delay` beyond this would make one visit last for hours."""


class Sites:
    """When each site was asked last. Sources that are visited at once take turns at a site that they share."""

    def __init__(self) -> None:
        self._turns: dict[str, threading.Lock] = {}
        self._asked: dict[str, float] = {}

    @contextmanager
    def turn(self, place: str, clock: Callable[[], float]) -> Iterator[float | None]:
        """Hold a site for one request; give the moment of the one before, None where there was none."""
        with self._turns.setdefault(place, threading.Lock()):
            try:
                yield self._asked.get(place)
            finally:
                self._asked[place] = clock()


_ALL_SITES = Sites()
"""Of this process: two feeds of one newspaper are one guest."""


@dataclass
class Web:
    """The network as one source uses it, and the rules of the sites that it visits.

    `authorization` names an environment variable; what it holds is for the site of `home` alone.
    """

    network: Network
    pause: float
    home: str
    authorization: str = ""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    sites: Sites = field(default_factory=Sites)
    _rules: dict[str, Protego | None] = field(default_factory=dict)

    def get(self, url: str, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """Fetch `url` when it is polite to.

        Raises:
            SourceError: it can't or may not be fetched.
        """
        return self._get(url, headers, self.pause)

    def page(self, url: str, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """Fetch an article's page if the site's robots.txt lets us.

        Raises:
            SourceError: it doesn't, or the page can't be fetched.
        """
        place, agent = _place(url), self.network.agent.partition("/")[0]
        if place not in self._rules:
            self._rules[place] = self._robots(place)
        rules = self._rules[place]
        if rules is not None and not rules.can_fetch(url, agent):
            raise SourceError(f"{place}/robots.txt asks not to fetch {url}", lasting=True)
        asked_for = rules.crawl_delay(agent) if rules is not None else None
        return self._get(url, headers, max(self.pause, min(asked_for or 0.0, _LONGEST_PAUSE)))

    def _get(self, url: str, headers: Mapping[str, str], pause: float) -> Answer:
        place = _place(url)
        ours = self.authorization and place == _place(self.home)
        secret = {"Authorization": self._secret()} if ours else {}
        with self.sites.turn(place, self.clock) as before:
            left = before + pause - self.clock() if before is not None else 0.0
            if left > 0:
                self.sleep(left)
            return self.network.get(url, {**headers, **secret})

    def _secret(self) -> str:
        """Return the header that the environment holds; where it doesn't, this source fails and no other."""
        value = os.environ.get(self.authorization, "").strip()
        if not value:
            raise SourceError(
                f"authorization: the environment has no variable {self.authorization}; it holds the whole header,"
                ' such as "Bearer …"'
            )
        if not (value.isascii() and value.isprintable()):  # else the refusal would quote it in the log
            raise SourceError(f"authorization: the variable {self.authorization} holds what no header can")
        return value

    def _robots(self, place: str) -> Protego | None:
        """Return a site's rules (RFC 9309): none where there is no file, no page while it can't be read."""
        answer = self.get(f"{place}/robots.txt")
        if answer.status >= 500 or answer.status == 429:
            raise SourceError(f"{place}/robots.txt answers {answer.status}, so its pages have to wait")
        if answer.status != 200:
            return None
        return Protego.parse(answer.body[:500_000].decode("utf-8", errors="replace"))


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def web(source: SourceSettings, settings: Settings) -> Web:
    """Return the web as the settings let this source use it.

    Raises:
        ConfigError: no url, or an address in `allow` that is none.
    """
    where, intake = f"[[sources]] {source.name}", settings.intake
    if urlsplit(source.url).scheme not in ("http", "https"):
        raise ConfigError(f'{where}: a {source.kind} needs url = "https://…"')
    network = Network(
        agent=intake.user_agent or f"Dwibahasa/{__version__}",
        allow=ranges(source.allow, f"{where}: allow"),
        limits=Limits(intake.max_megabytes * 1_000_000, intake.timeout_seconds),
        proxy=read_proxy(settings.network.proxy),
    )
    return Web(network, intake.pause_seconds, source.url, source.authorization, sites=_ALL_SITES)

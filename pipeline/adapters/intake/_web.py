"""Fetching as a guest: a pause between two requests to one site, and robots.txt where pages are fetched."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from protego import Protego

from pipeline import __version__
from pipeline.adapters.network.addresses import ranges
from pipeline.adapters.network.client import Answer, Limits, Network
from pipeline.config import IntakeSettings, SourceSettings
from pipeline.errors import ConfigError, SourceError

_LONGEST_PAUSE = 60.0
"""Seconds; a `Crawl-delay` beyond this would make one visit last for hours."""


@dataclass
class Web:
    """The network as one source uses it. Remembers, for one visit, when it asked whom, and their rules.

    `authorization` names an environment variable; what it holds is for the site of `home` alone.
    """

    network: Network
    pause: float
    home: str
    authorization: str = ""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, Protego | None] = field(default_factory=dict)

    def get(self, url: str, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """Fetch `url` when it is polite to.

        Raises:
            SourceError: it can't or may not be fetched.
        """
        place = _place(url)
        self._wait(place, self.pause)
        ours = self.authorization and place == _place(self.home)
        secret = {"Authorization": self._secret()} if ours else {}
        try:
            return self.network.get(url, {**headers, **secret})
        finally:
            self._asked[place] = self.clock()

    def page(self, url: str, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """Fetch an article's page if the site's robots.txt lets us.

        Raises:
            SourceError: it doesn't, or the page can't be fetched.
        """
        place, agent = _place(url), self.network.agent.partition("/")[0]
        if place not in self._rules:
            self._rules[place] = self._robots(place)
        rules = self._rules[place]
        if rules is not None:
            if not rules.can_fetch(url, agent):
                raise SourceError(f"{place}/robots.txt asks not to fetch {url}", lasting=True)
            self._wait(place, min(rules.crawl_delay(agent) or 0.0, _LONGEST_PAUSE))
        return self.get(url, headers)

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

    def _wait(self, place: str, pause: float) -> None:
        if place in self._asked:
            left = self._asked[place] + pause - self.clock()
            if left > 0:
                self.sleep(left)


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def web(source: SourceSettings, intake: IntakeSettings) -> Web:
    """Return the web as the settings let this source use it.

    Raises:
        ConfigError: no url, or an address in `allow` that is none.
    """
    where = f"[[sources]] {source.name}"
    if urlsplit(source.url).scheme not in ("http", "https"):
        raise ConfigError(f'{where}: a {source.kind} needs url = "https://…"')
    network = Network(
        agent=intake.user_agent or f"Dwibahasa/{__version__}",
        allow=ranges(source.allow, f"{where}: allow"),
        limits=Limits(intake.max_megabytes * 1_000_000, intake.timeout_seconds),
    )
    return Web(network, intake.pause_seconds, source.url, source.authorization)

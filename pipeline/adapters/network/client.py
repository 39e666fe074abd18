"""Fetching, within limits: of size, time, redirects and decompression, from public addresses only."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from types import MappingProxyType
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from pipeline.adapters.network.addresses import Range
from pipeline.adapters.network.connections import Deadline, Resolve, Route, connection, look_up
from pipeline.adapters.network.proxy import Proxy
from pipeline.errors import SourceError

_PIECE = 65_536
_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_PRIVATE = frozenset({"authorization", "cookie"})
"""Headers that belong to one host, and go to no other that it redirects to."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost: `size` bytes after decompression, `seconds` in all."""

    size: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. `headers` have lower-case names; `url` is where the answer came from.

    `moved` is the new address if the one that was asked for has moved for good.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """The guarded way out. `allow` names addresses that may be connected to although not public."""

    agent: str
    allow: tuple[Range, ...] = ()
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve = look_up
    proxy: Proxy | None = None

    def get(self, url: str, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """Fetch `url`, following redirects, each checked like the first address.

        Any status is an answer; whoever asked knows what a 304 or a 410 means.

        Raises:
            SourceError: it may not be fetched, can't be, or is more than the limits allow.
        """
        start, wanted, moved, for_good = url, dict(headers), "", True
        with Deadline(self.limits.seconds) as deadline:
            for _ in range(self.limits.redirects + 1):
                answer = self._ask("GET", url, wanted, b"", deadline)
                if answer.status not in _MOVED or "location" not in answer.headers:
                    return Answer(url, answer.status, answer.headers, answer.body, moved)
                before, url = url, urljoin(url, answer.headers["location"])
                if before.startswith("https:") and not url.startswith("https:"):
                    raise SourceError(f"{before} redirects from https to {url}: refused", lasting=True)
                if _origin(before) != _origin(url):
                    wanted = {name: value for name, value in wanted.items() if name.lower() not in _PRIVATE}
                for_good = for_good and answer.status in _FOR_GOOD
                moved = url if for_good else moved
        raise SourceError(f"{start} redirects more than {self.limits.redirects} times")

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Send `body` to `url`; a redirect is an answer, never followed.

        Raises:
            SourceError: as `get`.
        """
        with Deadline(self.limits.seconds) as deadline:
            return self._ask("POST", url, headers, body, deadline)

    def _ask(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, deadline: Deadline
    ) -> Answer:
        parts = _vetted(url)
        assert parts.scheme, parts.host
        route = Route(self.resolve, self.allow, deadline)
        way = route.way(parts.host or "", parts.port or _PORTS[parts.scheme], self.proxy)
        opened = connection(parts.scheme, parts.host or "", parts.port, route, way)
        plain = way if parts.scheme == "http" else None
        place = f"http://{parts.netloc}{parts.request_uri}" if plain else parts.request_uri
        headers = {**headers, **plain.headers} if plain else headers
        sent = {"User-Agent": self.agent, "Accept-Encoding": "gzip", "Connection": "close", **headers}
        try:
            opened.request(method, place, body=body or None, headers=sent, preload_content=False)
            response = opened.getresponse()
            found = {name.lower(): value for name, value in response.headers.items()}
            received = self._body(response, url)
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            if deadline.expired:
                raise SourceError(self._late(url)) from error
            lasting = isinstance(error, ssl.SSLCertVerificationError)
            problem = " ".join(str(error).split()) or type(error).__name__
            raise SourceError(f"{url} can't be fetched: {problem}", lasting=lasting) from error
        finally:
            opened.close()
        if deadline.expired:  # what was cut off looks whole where the server didn't say how long it is
            raise SourceError(self._late(url))
        return Answer(url, response.status, found, received)

    def _body(self, response: BaseHTTPResponse, url: str) -> bytes:
        """Read to the end; only a piece at a time is ever decompressed, so a bomb fills no memory."""
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise SourceError(f"{url} comes compressed as {encoding!r}, which nobody asked for")
        received = bytearray()
        for piece in response.stream(_PIECE, decode_content=True):
            received += piece
            if len(received) > self.limits.size:
                raise SourceError(
                    f"{url} is larger than {self.limits.size / 1e6:g} MB;"
                    " raise [intake] max_megabytes if that is right"
                )
        return bytes(received)

    def _late(self, url: str) -> str:
        return f"{url} took longer than {self.limits.seconds:g} seconds"


def _vetted(url: str) -> Url:
    """Return the parts of a URL that may be fetched.

    Raises:
        SourceError: it is no http(s) URL, or holds a password.
    """
    try:
        parts = parse_url(url)
    except LocationParseError as error:
        raise SourceError(f"{url[:200]!r} is no address on the web", lasting=True) from error
    if parts.scheme not in ("http", "https") or not parts.host:
        raise SourceError(f"{url[:200]!r} is no http or https address", lasting=True)
    if parts.auth is not None:
        shown = f"{parts.scheme}://{parts.host}{parts.path or ''}"
        raise SourceError(
            f"{shown}: a user name or password in an address is refused, because addresses end up in logs;"
            " name an environment variable in `authorization`",
            lasting=True,
        )
    return parts


def _origin(url: str) -> tuple[str | None, str | None, int | None]:
    parts = parse_url(url)
    return parts.scheme, parts.host, parts.port

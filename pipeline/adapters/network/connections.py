"""Connections that reach exactly the address that was checked, and end when their time is up.

A name is looked up once, its addresses are checked, and one of those is connected to: a DNS server
that answers differently a moment later (rebinding) changes nothing. TLS still verifies the name.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any, Self

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection

from pipeline.adapters.network.addresses import Range, is_allowed
from pipeline.adapters.network.proxy import Proxy
from pipeline.errors import SourceError

Resolve = Callable[[str, int], Sequence[str]]
"""Looks the addresses of a host up; a test gives its own."""


def look_up(host: str, port: int) -> list[str]:
    """Return the addresses of `host` as the system knows them.

    Raises:
        OSError: there is no such name, or no answer.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class Deadline:
    """Cuts the connections of one fetch when its time is up, however slowly their bytes drip.

    A socket's own time-out starts anew with every byte, and a server that sends one in twenty
    seconds would hold the night's run for days.
    """

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._watched: list[tuple[threading.Timer, socket.socket]] = []
        self.expired = False

    @property
    def left(self) -> float:
        """Seconds left, never none at all: a time-out of 0 means something else to a socket."""
        return max(self._ends - time.monotonic(), 0.01)

    def watch(self, connected: socket.socket) -> None:
        """Cut `connected` at the end; a copy of its handle survives that TLS takes it over."""
        copy = connected.dup()
        timer = threading.Timer(self.left, self._cut, [copy])
        timer.daemon = True
        self._watched.append((timer, copy))
        timer.start()

    def _cut(self, connected: socket.socket) -> None:
        self.expired = True
        with contextlib.suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for timer, copy in self._watched:
            timer.cancel()
            copy.close()


@dataclass(frozen=True, slots=True)
class Route:
    """How a host is reached: who looks it up, what may be connected to, until when."""

    resolve: Resolve
    allow: tuple[Range, ...]
    deadline: Deadline

    def open(self, host: str, port: int) -> socket.socket:
        """Connect to the first address of `host` that is allowed and answers.

        Raises:
            SourceError: there is none.
        """
        problem: OSError | None = None
        for address in self._allowed(host, self._look_up(host, port)):
            try:
                return self.connect(address, port)
            except OSError as error:
                problem = error
        raise SourceError(f"{host} can't be reached: {problem}")

    def connect(self, address: str, port: int) -> socket.socket:
        """Connect to an address, whatever it is, and watch the time.

        Raises:
            OSError: nobody answers there.
        """
        connected = socket.create_connection((address, port), timeout=self.deadline.left)
        self.deadline.watch(connected)
        return connected

    def way(self, host: str, port: int, proxy: Proxy | None) -> Proxy | None:
        """Return the proxy that a host is reached through, None where it is reached directly.

        Many newsrooms behind a proxy know no names outside: what is unknown here is left to the proxy.

        Raises:
            SourceError: the host is known here, and not public.
        """
        if proxy is None:
            return None
        try:
            found = self._look_up(host, port)
        except SourceError:
            return proxy
        own = any(is_allowed(one, self.allow) and not is_allowed(one) for one in self._allowed(host, found))
        return None if own else proxy

    def _allowed(self, host: str, found: Sequence[str]) -> list[str]:
        allowed = [address for address in found if is_allowed(address, self.allow)]
        if not allowed:
            at = "" if host in found else f" is at {', '.join(found) or 'no address'}, which"
            raise SourceError(
                f"{host}{at} is not public; if it is a server of your own, name the address in the source's `allow`",
                lasting=True,
            )
        return allowed

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        """Look a host up in a thread of its own: the system's resolver knows no time limit but its own."""
        answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self.resolve(host, port))
            except (OSError, ValueError) as error:
                answers.put(error)

        threading.Thread(target=ask, name="look-up", daemon=True).start()
        try:
            found = answers.get(timeout=self.deadline.left)
        except Empty:
            raise SourceError(f"the name server doesn't say in time where {host} is") from None
        if isinstance(found, Exception):
            raise SourceError(f"no address is known for {host}: {found}") from found
        return found


class _Checked(HTTPConnection):
    """A connection by a checked route."""

    def __init__(self, host: str, *, route: Route, way: Proxy | None, **options: Any) -> None:
        super().__init__(host, **options)
        self._route, self._way = route, way

    def _new_conn(self) -> socket.socket:
        return _opened(self._route, self._way, self._dns_host, self.port)


class _CheckedTLS(HTTPSConnection):
    """The same with TLS, whose certificate has to be valid for the name."""

    def __init__(self, host: str, *, route: Route, way: Proxy | None, **options: Any) -> None:
        super().__init__(host, ssl_context=_tls(), **options)
        self._route, self._way = route, way

    def _new_conn(self) -> socket.socket:
        return _opened(self._route, self._way, self._dns_host, self.port)


def _opened(route: Route, way: Proxy | None, host: str, port: int) -> socket.socket:
    if way is None:
        return route.open(host, port)
    try:
        return route.connect(way.host, way.port)
    except OSError as error:
        raise SourceError(f"[network] proxy: {way.host}:{way.port} can't be reached: {error}") from error


@cache
def _tls() -> ssl.SSLContext:
    """Trust what the system trusts, a company's own authority included, and Mozilla's list."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def connection(
    scheme: str, host: str, port: int | None, route: Route, way: Proxy | None = None
) -> HTTPConnection:
    """Return a connection to `host`, not opened yet, by `way` of a proxy where there is one."""
    kind: type[_Checked | _CheckedTLS] = _CheckedTLS if scheme == "https" else _Checked
    place = {"port": port} if port else {}
    opened = kind(host, route=route, way=way, timeout=route.deadline.left, **place)
    if way and scheme == "https":  # a tunnel: the proxy sees the name, and nothing of what is said
        opened.set_tunnel(host, port or 443, way.headers)
    return opened

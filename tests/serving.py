"""A real HTTP server on loopback that plays a site: each path answers what the test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[[BaseHTTPRequestHandler], None]
"""Answers one request by hand, for servers that misbehave."""


@dataclass
class Page:
    """What a path answers; change it and the next request gets the new one."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """The pages of a site, and the requests that came."""

    url: str
    pages: dict[str, Page | Script] = field(default_factory=dict)
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def asked(self) -> list[str]:
        """Return the paths that were asked for since the last call."""
        paths = [path for _, path, _ in self.requests]
        self.requests.clear()
        return paths


@contextmanager
def site(pages: dict[str, Page | Script] | None = None) -> Iterator[Site]:
    """Serve `pages` on a free port of 127.0.0.1. A path that isn't there is a 404."""
    played = Site("", pages or {})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            played.requests.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
            length = int(self.headers.get("content-length", 0))
            self.rfile.read(length)
            page = played.pages.get(self.path, Page("not here", 404))
            if not isinstance(page, Page):
                try:
                    page(self)
                except OSError:
                    self.close_connection = True  # the client has gone, as it should
                return
            etag = page.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                self._answer(304, page.headers, b"")
                return
            self._answer(
                page.status, page.headers, page.body.encode() if isinstance(page.body, str) else page.body
            )

        def do_POST(self) -> None:
            self.do_GET()

        def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    played.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield played
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

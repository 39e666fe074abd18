"""A real proxy on loopback: what it is asked for, and what never reaches it."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from serving import Page, site

from pipeline.adapters.network import connections
from pipeline.adapters.network.addresses import ranges
from pipeline.adapters.network.client import Limits, Network
from pipeline.adapters.network.proxy import read_proxy
from pipeline.errors import ConfigError, SourceError


@dataclass
class Played:
    """A proxy that notes the heads of requests; plain ones it answers itself, tunnels lead to `to` or nowhere."""

    port: int
    heads: list[str] = field(default_factory=list)


@contextmanager
def proxy(to: int = 0) -> Iterator[Played]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        played = Played(listening.getsockname()[1])

        def serve() -> None:
            while True:
                try:
                    accepted, _ = listening.accept()
                except OSError:
                    return
                with accepted:
                    head = accepted.recv(65_536).decode()
                    played.heads.append(head)
                    if head.startswith("CONNECT") and to:
                        accepted.sendall(b"HTTP/1.1 200 Go on\r\n\r\n")
                        _tunnel(accepted, to)
                        continue
                    status = "403 Forbidden" if head.startswith("CONNECT") else "200 OK"
                    accepted.sendall(f"HTTP/1.1 {status}\r\nContent-Length: 3\r\n\r\nisi".encode())

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield played
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def _tunnel(client: socket.socket, port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as server:
        back = threading.Thread(target=_pump, args=(server, client))
        back.start()
        _pump(client, server)
        back.join()


def _pump(origin: socket.socket, goal: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := origin.recv(65_536):
            goal.sendall(data)
        goal.shutdown(socket.SHUT_WR)


def nowhere(host: str, port: int) -> Sequence[str]:
    raise OSError(f"no such name: {host}:{port}")


def through(played: Played, *allow: str, known: dict[str, str] | None = None) -> Network:
    """Return a network behind the proxy, where only these names are known."""

    def resolve(host: str, port: int) -> Sequence[str]:
        return [(known or {})[host]] if host in (known or {}) else nowhere(host, port)

    setting = read_proxy(f"http://desk:rahasia@127.0.0.1:{played.port}")
    return Network("test", ranges(allow, "test"), Limits(seconds=5), resolve=resolve, proxy=setting)


def test_what_is_not_known_here_is_asked_of_the_proxy_with_its_password() -> None:
    with proxy() as played:
        assert through(played).get("http://berita.example/a?b=c").body == b"isi"
        (head,) = played.heads
    assert head.startswith("GET http://berita.example/a?b=c HTTP/1.1\r\n")
    assert "\r\nHost: berita.example\r\n" in head
    assert base64.b64encode(b"desk:rahasia").decode() in head


def test_https_goes_through_a_tunnel_and_a_proxy_that_refuses_is_told() -> None:
    with proxy() as played:
        with pytest.raises(SourceError, match="403"):
            through(played).get("https://berita.example/")
        (head,) = played.heads
    assert head.startswith("CONNECT berita.example:443 HTTP/1.")
    assert base64.b64encode(b"desk:rahasia").decode() in head


@pytest.mark.parametrize(("host", "reason"), [("localhost", ""), ("berita.example", "mismatch")])
def test_a_site_behind_a_tunnel_has_to_prove_its_name(
    secure: int, host: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(Path(__file__).with_name("self-signed.pem")))
    connections._tls.cache_clear()
    with proxy(to=secure) as played:
        if reason:
            with pytest.raises(SourceError, match=reason):
                through(played).get(f"https://{host}/")
        else:
            assert through(played).get(f"https://{host}/").body == b"isi"
    connections._tls.cache_clear()


@pytest.mark.parametrize("url", ["http://10.0.0.5/", "http://169.254.169.254/", "http://dalam.example/"])
def test_what_is_known_to_be_private_never_reaches_the_proxy(url: str) -> None:
    known = {"10.0.0.5": "10.0.0.5", "169.254.169.254": "169.254.169.254", "dalam.example": "192.168.1.7"}
    with proxy() as played:
        with pytest.raises(SourceError, match="is not public"):
            through(played, known=known).get(url)
        assert played.heads == []


def test_what_a_source_allows_is_reached_without_the_proxy() -> None:
    with proxy() as played, site({"/": Page("intranet")}) as own:
        found = through(played, "127.0.0.1", known={"127.0.0.1": "127.0.0.1"}).get(f"{own.url}/")
        assert (found.body, played.heads) == (b"intranet", [])


def test_a_proxy_that_is_away_is_named_without_its_password() -> None:
    with proxy() as played:
        pass
    with pytest.raises(SourceError, match=r"\[network\] proxy: 127.0.0.1:\d+ can't be reached") as caught:
        through(played).get("http://berita.example/")
    assert "rahasia" not in str(caught.value)


@pytest.mark.parametrize(
    "setting", ["https://p:rahasia@proxy:3128", "proxy.example:3128", "http://", "socks5://p"]
)
def test_a_setting_that_is_no_proxy_is_told_without_its_password(setting: str) -> None:
    with pytest.raises(ConfigError, match="http://host:port") as caught:
        read_proxy(setting)
    assert "rahasia" not in str(caught.value)

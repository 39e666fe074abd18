from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path

import pytest
from serving import Page, Script, Site, site

from pipeline.adapters.network import connections
from pipeline.adapters.network.addresses import is_allowed, ranges
from pipeline.adapters.network.client import Limits, Network
from pipeline.errors import ConfigError, SourceError

CERTIFICATE = Path(__file__).with_name("self-signed.pem")
LOOPBACK = ranges(["127.0.0.1"], "test")


def network(*, size: int = 100_000, seconds: float = 5.0) -> Network:
    """Return a network that may reach the tests' own server, by an explicit list."""
    return Network("Dwibahasa test", LOOPBACK, Limits(size, seconds))


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        handler.wfile.write(f"X-{number}: y\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<item>berita</item>" * 100)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"only this")
    handler.close_connection = True


def not_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x16\x03\x01 nonsense\r\n\r\n")
    handler.close_connection = True


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.1.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 192.168.1.1 100.64.0.1 192.0.0.1
    192.88.99.1 198.18.0.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 168.63.129.16 ::1 :: ::ffff:127.0.0.1
    ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1:: 2001:0:1::1 2001:db8::1 fe80::1
    fe80::1%eth0 fec0::1 fc00::1 fd00::1 ff02::1 ff0e::1 ::127.0.0.1 100::1 5f00::1 3fff::1""".split(),
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_allowed(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_a_public_address_is_allowed(address: str) -> None:
    assert is_allowed(address)


def test_an_address_of_ones_own_is_allowed_by_name() -> None:
    own = ranges(["10.20.0.0/16", "fd00::5"], "test")
    assert is_allowed("10.20.3.4", own)
    assert is_allowed("::ffff:10.20.3.4", own)
    assert is_allowed("fd00::5", own)
    assert not is_allowed("10.21.0.1", own)
    with pytest.raises(ConfigError, match=r"sources: 'cms.local'.*write an address"):
        ranges(["cms.local"], "sources")


def test_an_answer_has_its_status_headers_and_body() -> None:
    with site({"/feed": Page("isi", headers={"ETag": '"1"'})}) as played:
        answer = network().get(f"{played.url}/feed", {"If-None-Match": '"0"'})
        assert (answer.status, answer.headers["etag"], answer.body) == (200, '"1"', b"isi")
        assert played.requests[0][2]["user-agent"] == "Dwibahasa test"
        assert network().get(f"{played.url}/feed", {"If-None-Match": '"1"'}).status == 304
        assert network().get(f"{played.url}/no").status == 404


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "no http or https address"),
        ("ftp://example.org/a", "no http or https address"),
        ("//example.org/a", "no http or https address"),
        ("http://", "no http or https address"),
        ("http://[::1", "no address on the web"),
        ("http://user:secret@example.org/", "environment variable"),
        ("http://127.0.0.1/", "not public"),
        ("http://2130706433/", "not public"),
        ("http://0x7f.1/", "not public"),
        ("http://localhost/", "not public"),
        ("http://[::ffff:10.0.0.1]/", "not public"),
        ("http://[fe80::1%25lo]/", "not public"),
    ],
)
def test_what_may_not_be_fetched_is_refused_for_good(url: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        Network("test").get(url)
    assert caught.value.lasting
    assert "secret" not in str(caught.value)


def test_a_redirect_is_followed_and_checked_like_the_first_address() -> None:
    def redirect(to: str, status: int = 302) -> Page:
        return Page("", status, {"Location": to})

    pages: dict[str, Page | Script] = {
        "/old": redirect("/new", 301),
        "/new": Page("isi"),
        "/metadata": redirect("http://169.254.169.254/latest/meta-data/"),
        "/file": redirect("file:///etc/passwd"),
        "/loop": redirect("/loop"),
        "/maybe": redirect("/old"),
    }
    with site(pages) as played:
        moved = network().get(f"{played.url}/old")
        assert (moved.body, moved.url, moved.moved) == (b"isi", f"{played.url}/new", f"{played.url}/new")
        assert network().get(f"{played.url}/maybe").moved == ""
        for path, reason in (
            ("metadata", "169.254.169.254 is not public"),
            ("file", "no http or https"),
        ):
            with pytest.raises(SourceError, match=reason):
                network().get(f"{played.url}/{path}")
        with pytest.raises(SourceError, match="redirects more than 5 times"):
            network().get(f"{played.url}/loop")


def test_a_secret_goes_to_no_other_host() -> None:
    with site() as other, site() as first:
        other.pages["/"] = Page("isi")
        first.pages["/away"] = Page("", 302, {"Location": other.url + "/"})
        first.pages["/home"] = Page("", 302, {"Location": "/"})
        first.pages["/"] = Page("isi")
        secret = {"Authorization": "Bearer x"}
        network().get(f"{first.url}/away", secret)
        assert "authorization" not in other.requests[0][2]
        network().get(f"{first.url}/home", secret)
        assert first.requests[-1][2]["authorization"] == "Bearer x"


def test_a_name_whose_address_changes_is_connected_to_only_where_it_was_checked() -> None:
    answers = count()

    def rebinding(_: str, __: int) -> Sequence[str]:
        return ["127.0.0.1"] if next(answers) == 0 else ["169.254.169.254"]

    with site({"/": Page("isi")}) as played:
        url = played.url.replace("127.0.0.1", "berita.example")
        changing = Network("test", LOOPBACK, resolve=rebinding)
        assert changing.get(url).body == b"isi"
        assert played.requests[0][2]["host"].startswith("berita.example:")
        assert next(answers) == 1  # looked up once, and connected to what was looked at
        with pytest.raises(SourceError, match="not public"):
            changing.get(url)


def test_a_name_that_is_nowhere_is_told_and_worth_another_try() -> None:
    with pytest.raises(SourceError, match="no address is known") as caught:
        Network("test").get("http://tidak-ada.invalid/")
    assert not caught.value.lasting


def test_a_name_server_that_does_not_answer_is_not_waited_for() -> None:
    silent = threading.Event()
    waiting = Network("test", limits=Limits(seconds=0.2), resolve=lambda *_: [str(silent.wait(20))])
    started = time.monotonic()
    with pytest.raises(SourceError, match="doesn't say in time"):
        waiting.get("http://berita.example/")
    assert time.monotonic() - started < 5
    silent.set()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (drip, "took longer than 0.4 seconds"),
        (drip_headers, "took longer than 0.4 seconds"),
        (endless, "larger than 0.1 MB"),
        (broken_off, "can't be fetched"),
        (not_http, "can't be fetched"),
    ],
)
def test_a_server_that_misbehaves_costs_a_moment_and_a_message(script: Script, reason: str) -> None:
    with site({"/": script}) as played:
        started = time.monotonic()
        with pytest.raises(SourceError, match=reason):
            network(seconds=0.4).get(f"{played.url}/")
        assert time.monotonic() - started < 3


def compressed(encoding: str, data: bytes) -> Page:
    return Page(data, headers={"Content-Encoding": encoding})


def test_compression_is_undone_and_a_bomb_is_not() -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    with site() as played:
        played.pages = {
            "/gzip": compressed("gzip", gzip.compress(b"isi")),
            "/deflate": compressed("deflate", zlib.compress(b"isi")),
            "/bomb": compressed("gzip", bomb),
            "/twice": compressed("gzip, gzip", gzip.compress(bomb)),
            "/br": compressed("br", b"\x0b\x02\x80isi\x03"),
            "/lie": compressed("gzip", b"no gzip at all"),
        }
        assert network().get(f"{played.url}/gzip").body == b"isi"
        assert network().get(f"{played.url}/deflate").body == b"isi"
        for path, reason in (
            ("bomb", "larger than 0.1 MB"),
            ("twice", "nobody asked for"),
            ("br", "nobody asked for"),
            ("lie", "can't be fetched"),
        ):
            with pytest.raises(SourceError, match=reason):
                network().get(f"{played.url}/{path}")


def test_what_is_sent_arrives_and_a_redirect_of_it_is_not_followed() -> None:
    def sent(played: Site) -> list[str]:
        return [method for method, _, _ in played.requests]

    with site({"/hook": Page("ok"), "/away": Page("", 307, {"Location": "/hook"})}) as played:
        json = {"Content-Type": "application/json"}
        assert network().post(f"{played.url}/hook", b"{}", json).status == 200
        assert network().post(f"{played.url}/away", b"{}", json).status == 307
        assert sent(played) == ["POST", "POST"]


@pytest.mark.parametrize(
    ("host", "trusted", "reason"),
    [("localhost", True, ""), ("localhost", False, "self-signed"), ("berita.example", True, "mismatch")],
)
def test_a_certificate_has_to_be_vouched_for_and_for_this_name(
    secure: int, host: str, trusted: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    connections._tls.cache_clear()
    pinned = Network("test", LOOPBACK, resolve=lambda *_: ["127.0.0.1"])
    url = f"https://{host}:{secure}/"
    if not reason:
        assert pinned.get(url).body == b"isi"
    else:
        with pytest.raises(SourceError, match=reason) as caught:
            pinned.get(url)
        assert caught.value.lasting
    connections._tls.cache_clear()

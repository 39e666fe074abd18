"""Who is asking: the address of the connection, or what a proxy that we trust says of it."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address, ip_network

from starlette.types import ASGIApp, Receive, Scope, Send

from pipeline.errors import ConfigError


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a server that listens on `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class TrustedProxy:
    """Take `X-Forwarded-For` and `-Proto` from the proxies of the settings, and from nobody else.

    Anybody can write these headers: believing them from everywhere would let one address try passwords
    as a thousand.
    """

    def __init__(self, app: ASGIApp, trusted: Sequence[str]) -> None:
        self._app = app
        try:
            self._trusted = [ip_network(one, strict=False) for one in trusted]
        except ValueError as error:
            raise ConfigError(f"[review] trusted_proxies: {error}") from error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its client and scheme as the proxy says."""
        if scope["type"] == "http" and self._trusts(scope["client"][0] if scope.get("client") else ""):
            headers = dict(scope["headers"])
            forwarded = headers.get(b"x-forwarded-for", b"").decode("latin-1")
            # From the right: what stands left of the first proxy we don't know may be invented.
            for hop in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
                scope["client"] = (hop, 0)
                if not self._trusts(hop):
                    break
            proto = headers.get(b"x-forwarded-proto", b"").decode("latin-1").strip().lower()
            if proto in ("http", "https"):
                scope["scheme"] = proto
        await self._app(scope, receive, send)

    def _trusts(self, host: str) -> bool:
        try:
            address = ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self._trusted)

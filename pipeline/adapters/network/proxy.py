"""The newsroom's proxy: who connects for us where there is no other way out.

The guard then checks what it can: an address that is written out, and a name as far as it is known here. The
connection is the proxy's, and so is the last word on where it goes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from urllib3.exceptions import LocationParseError
from urllib3.util import make_headers, parse_url

from pipeline.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that speaks HTTP; `headers` hold the name and password that it wants, and are never shown."""

    host: str
    port: int
    headers: dict[str, str] = field(default_factory=dict, repr=False)


def read_proxy(url: str) -> Proxy | None:
    """Read the setting; None where there is none.

    Raises:
        ConfigError: it is no address of an HTTP proxy. What it is isn't quoted: it may hold a password.
    """
    if not url:
        return None
    try:
        parts = parse_url(url)
    except LocationParseError:
        parts = parse_url("")
    if parts.scheme != "http" or not parts.host:
        raise ConfigError('[network] proxy: write "http://host:port", or "http://user:password@host:port"')
    headers = make_headers(proxy_basic_auth=parts.auth) if parts.auth else {}
    return Proxy(parts.host, parts.port or 80, dict(headers))

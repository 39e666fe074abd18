"""Which addresses may be connected to: public ones, and those that a setting names.

A feed can name any address. `http://169.254.169.254/` would fetch a cloud machine's keys, and
`http://10.0.0.5/` a page of the newsroom's own network, for whoever wrote the feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

from pipeline.errors import ConfigError

Address: TypeAlias = IPv4Address | IPv6Address
Range: TypeAlias = IPv4Network | IPv6Network

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv6-only host reaches IPv4 through it; the last 32 bits are the real address."""
_SPECIAL = tuple(
    ip_network(name)
    for name in (
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "168.63.129.16/32",  # a public number that Azure answers inside every machine of its own
        "2001::/23",  # Teredo and other protocol assignments (RFC 2928)
        "2001:db8::/32",  # documentation, as 3fff::/20 (RFC 9637); older Pythons call the latter global
        "2002::/16",  # 6to4 carries any IPv4 address in it (RFC 7526)
        "3fff::/20",
    )
)


def is_allowed(address: str, allow: Iterable[Range] = ()) -> bool:
    """Tell whether `address` may be connected to.

    >>> [is_allowed(one) for one in ("93.184.215.14", "10.0.0.5", "::ffff:127.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False]
    >>> is_allowed("10.0.0.5", ranges(["10.0.0.0/24"], "a test"))
    True
    """
    found = _plain(ip_address(address.partition("%")[0]))
    if any(found in one for one in allow):
        return True
    if any(found in one for one in _SPECIAL) or found.is_multicast or not found.is_global:
        return False
    return found.version == 4 or found in _GLOBAL_UNICAST


def _plain(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def ranges(names: Iterable[str], where: str) -> tuple[Range, ...]:
    """Read addresses and networks (`10.20.0.5`, `10.20.0.0/16`).

    Raises:
        ConfigError: one is neither; `where` says in which setting it stands.
    """
    try:
        return tuple(ip_network(name) for name in names)
    except ValueError as error:
        raise ConfigError(
            f"{where}: {error}; write an address (10.20.0.5) or a network (10.20.0.0/16)"
        ) from error

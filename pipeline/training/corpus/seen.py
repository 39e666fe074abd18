"""Remember millions of pairs in memory that does not grow: a Bloom filter.

Once in a long while it takes a new pair for an old one, which costs the model nothing; it never
takes an old one for new, so a line repeated a million times is learnt once.
"""

from __future__ import annotations

import hashlib

_BITS = 1 << 28
"""32 MiB: with ten million pairs in it, one new pair in 60,000 is mistaken for an old one."""

_HASHES = 8


class Seen:
    """A set of texts that can only be added to."""

    def __init__(self, bits: int = _BITS) -> None:
        self._bits = bits
        self._table = bytearray(bits // 8)

    def add(self, text: str) -> bool:
        """Put `text` in; tell whether it was there before."""
        found = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        start, step = int.from_bytes(found[:8], "little"), int.from_bytes(found[8:], "little") | 1
        known = True
        for number in range(_HASHES):
            place = (start + number * step) % self._bits
            mask = 1 << (place & 7)
            if not self._table[place >> 3] & mask:
                known = False
                self._table[place >> 3] |= mask
        return known

"""What a search no longer needs goes back to the system, so that a thousand articles take no more than ten.

glibc gives a large buffer pages of its own, and returns them when it is freed. But each such buffer raises the size
from which it does so, up to 32 MB: soon the matrices of a search lie on the heap among small things that live long,
and what one long sentence took stays taken. A size that is set stays as it is.
"""

from __future__ import annotations

import ctypes

_TRIM, _MMAP = -1, -3
"""`M_TRIM_THRESHOLD` and `M_MMAP_THRESHOLD` of mallopt(3)."""
_SPARE = 32_000_000
"""Free bytes that may stay at the end of each thread's heap. Every step of a search frees its matrices and asks for
them again: with 6 MB to spare the system takes back and clears what is wanted a millisecond later, which cost 3 to 8%
of the processor time. The spare takes some 40 MB at the peak (400 articles of 180 words, 30 November 2026)."""


def return_large_buffers(least: int) -> None:
    """Have buffers of `least` bytes and more given back when they are freed, by the whole process.

    A C library that can't be told (musl, macOS) is left as it is, and so is glibc where `least` is over its 32 MB.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    # Either option ends the raising, so the second is set only where the first one holds.
    if mallopt(_MMAP, least):
        mallopt(_TRIM, _SPARE)

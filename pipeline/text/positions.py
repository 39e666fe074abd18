"""Who stands where in a photo, as captions say it in brackets: `(kiri)` is `(left)`.

A closed list, since a caption that names the wrong person is a correction on the next day's page two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Direction, Span

POSITIONS = (
    ("kiri", "left"),
    ("kanan", "right"),
    ("tengah", "center"),
    ("depan", "front"),
    ("belakang", "back"),
    ("atas", "top"),
    ("bawah", "bottom"),
    ("kedua dari kiri", "second from left"),
    ("kedua dari kanan", "second from right"),
    ("ketiga dari kiri", "third from left"),
    ("ketiga dari kanan", "third from right"),
    ("keempat dari kiri", "fourth from left"),
    ("keempat dari kanan", "fourth from right"),
    ("kiri depan", "front left"),
    ("kanan depan", "front right"),
    ("kiri atas", "top left"),
    ("kanan atas", "top right"),
    ("kiri bawah", "bottom left"),
    ("kanan bawah", "bottom right"),
    ("kiri ke kanan", "left to right"),
    ("dari kiri ke kanan", "from left to right"),
    ("paling kiri", "far left"),
    ("paling kanan", "far right"),
    ("berbaju putih", "in white"),
    ("berkacamata", "in glasses"),
    ("foto arsip", "file photo"),
)
"""Indonesian and English."""

_BRACKETS = re.compile(r"\(\s*([^()]{2,30}?)\s*\)")


def left_over(target: str, direction: Direction) -> Iterator[tuple[Span, str]]:
    """Yield the positions that still stand in the source's language, each with what it has to be.

    >>> list(left_over("Stoltenberg (kiri) spoke", Direction("id", "en")))
    [(Span(start=13, end=17), 'left')]
    >>> list(left_over("Kishida (left) and the aide (47)", Direction("id", "en")))
    []
    """
    names = {"id": dict(POSITIONS), "en": {english: indonesian for indonesian, english in POSITIONS}}
    for found in _BRACKETS.finditer(target):
        wanted = names.get(direction.source, {}).get(found[1].casefold())
        if wanted:
            yield Span(*found.span(1)), wanted

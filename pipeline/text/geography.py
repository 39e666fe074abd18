"""Places named by a word for what they are: `Kabupaten Cianjur`, `Gunung Semeru`, `Desa Bedono`, `Polres Bogor`.

Indonesia has 514 regencies and cities, each with a government and a police of its own, and 80,000 villages. Each
follows one pattern, so the pattern is the entry: the word in front, and how English puts it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pipeline.model import Policy, Span, Term, TermMatch
from pipeline.text.quantities.months import MONTHS, WEEKDAYS

_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "Kabupaten": "{} Regency",
        "Kecamatan": "{} district",
        "Kelurahan": "{} subdistrict",
        "Desa Wisata": "{} tourism village",
        "Desa": "{} village",
        "Dusun": "{} hamlet",
        "Provinsi": "{} province",
        "Gunung": "Mount {}",
        "Pulau": "{} Island",
        "Danau": "Lake {}",
        "Waduk": "{} Reservoir",
        "Sungai": "{} River",
        "Selat": "{} Strait",
        "Teluk": "{} Bay",
        "Pelabuhan": "{} Port",
        "Stadion": "{} Stadium",
    }
)
_OFFICES: Mapping[str, str] = MappingProxyType(
    {
        "Polda": "{} Police",
        "Polrestabes": "{} Police",
        "Polresta": "{} Police",
        "Polres Metro": "{} Police",
        "Polres": "{} Police",
        "Polsek Metro": "{} Police",
        "Polsek": "{} Police",
        "Pemprov": "{} provincial government",
        "Pemerintah Provinsi": "{} provincial government",
        "Pemkab": "{} regency government",
        "Pemerintah Kabupaten": "{} regency government",
        "Pemkot": "{} city government",
        "Pemerintah Kota": "{} city government",
        "Kejati": "{} High Prosecutor's Office",
        "Kejari": "{} Prosecutor's Office",
    }
)
"""Offices of a place. Who leads one may follow (`Polda Jawa Barat Irjen …`): the name ends where a known place does."""
_SIDES: Mapping[str, str] = MappingProxyType(
    {
        "Barat": "West",
        "Timur": "East",
        "Utara": "North",
        "Selatan": "South",
        "Tengah": "Central",
        "Tenggara": "Southeast",
    }
)
_NO_NAMES = frozenset((*MONTHS["id"], *WEEKDAYS["id"]))
_PLACE = re.compile(
    rf"\b(?P<lead>{'|'.join(_PATTERNS)})\s+(?P<name>[A-Z][a-z’']+(?:[ -][A-Z][a-z’']+){{0,2}})\b"
)
_OFFICE = re.compile(
    rf"\b(?P<lead>{'|'.join(_OFFICES)})\s+"
    r"(?P<name>(?:DK?I\s)?[A-Z][a-z’']+(?:[ -][A-Z][a-z’']+){0,3}|DKI|NT[BT]|DIY)\b"
)


def find_offices(text: str, known: Callable[[str], str | None]) -> Iterator[TermMatch]:
    """Yield the police and governments of places in an Indonesian text; `known` is as for `find_places`.

    >>> [match.target for match in find_offices("kata Polda Jawa Barat Irjen Budi", {"Jawa Barat": "West Java"}.get)]
    ['West Java Police']
    """
    for match in _OFFICE.finditer(text):
        words = match["name"].split(" ")
        name, english = _known(words, known) or _as_it_stands(words)
        target = _OFFICES[match["lead"]].format(english)
        span = Span(match.start(), match.start("name") + len(name))
        # `Surabaya administration` and `Surabaya` are right as well.
        term = Term(
            span.of(text), target, "institution", Policy.PREFER, accepts=(english, name), origin="pattern"
        )
        yield TermMatch(span, term, target)


def _known(words: list[str], known: Callable[[str], str | None]) -> tuple[str, str] | None:
    """Return the longest place at the beginning of a name that the glossary has, and its English form."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        for entry in (name, f"Kota {name}", f"Kabupaten {name}"):
            if english := known(entry):
                return name, english.removesuffix(" Regency").removesuffix(" City")
    return None


def _as_it_stands(words: list[str]) -> tuple[str, str]:
    """Take one word for the name, and a side of the compass behind it."""
    own = words[: 2 if words[1:2] and words[1] in _SIDES else 1]
    return " ".join(own), _turned(own)


def find_places(text: str, known: Callable[[str], str | None]) -> Iterator[TermMatch]:
    """Yield the places of an Indonesian text that are named by a pattern.

    `known` gives the English form of a name that the glossary has: `Provinsi Jawa Timur` is
    East Java province.

    >>> [match.target for match in find_places("di Kabupaten Lombok Timur dan Desa Bedono", lambda name: None)]
    ['East Lombok Regency', 'Bedono village']
    """
    for match in _PLACE.finditer(text):
        words = match["name"].split(" ")
        while words and words[-1] in _NO_NAMES:
            words.pop()
        if not words:
            continue
        name = " ".join(words)
        english = known(name) or _turned(words)
        target = _PATTERNS[match["lead"]].format(english)
        span = Span(match.start(), match.start("name") + len(name))
        # The bare name is right as well: `Cianjur` says enough on second mention.
        term = Term(span.of(text), target, "place", accepts=(english, name), origin="pattern")
        yield TermMatch(span, term, target)


def _turned(words: list[str]) -> str:
    """Put a side of the compass in front: `Lombok Timur` is East Lombok."""
    if len(words) > 1 and words[-1] in _SIDES:
        return " ".join((_SIDES[words[-1]], *words[:-1]))
    return " ".join(words)

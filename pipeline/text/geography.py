"""Places named by a word for what they are: `Kabupaten Cianjur`, `Gunung Semeru`, `Desa Bedono`.

Indonesia has 514 regencies and cities and 80,000 villages. Each follows one pattern, so the pattern
is the entry: the word in front, and how English puts it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pipeline.model import Span, Term, TermMatch
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

"""Places named by a word for what they are: `Kabupaten Cianjur`, `Gunung Semeru`, `Desa Bedono`, `Polres Bogor`.

Indonesia has 514 regencies and cities, each with a government and a police of its own, and 80,000 villages. Each
follows one pattern, so the pattern is the entry: the word in front, and how English puts it.
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
        "Kejari": "{} District Prosecutor's Office",
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
_OVER = "|".join((*MONTHS["id"], *WEEKDAYS["id"], "Kecamatan", "Kelurahan", "Kabupaten", "Provinsi"))
"""Words with which a name is over: `Polda Selasa`, `Desa Bedono Kecamatan Sayung`."""
_WORD = rf"(?!(?:{_OVER})\b)[A-Z][a-z’']+"
_PLACE = re.compile(rf"\b(?P<lead>{'|'.join(_PATTERNS)})\s+(?P<name>{_WORD}(?:[ -]{_WORD}){{0,2}})\b")
_OFFICE = re.compile(
    rf"\b(?P<lead>{'|'.join(_OFFICES)})\s+"
    rf"(?P<name>(?:DK?I\s|K(?:ota|abupaten)\s)?{_WORD}(?:[ -]{_WORD}){{0,3}}|DKI|NT[BT]|DIY)\b"
)
_LISTED = frozenset({"Kabupaten", "Provinsi"})
"""The glossary has all of these: a name ends with the one that it has, whoever follows (`Kabupaten Bogor Budi`)."""
_AND_CITY = re.compile(r"\sKota\b")
"""Beside the police of Bogor Regency stand those of the city: `Polres Bogor Kota`."""


def find_offices(text: str, known: Callable[[str], Term | None]) -> Iterator[TermMatch]:
    """Yield the police, prosecutors and governments of places in an Indonesian text; `known` is as for `find_places`.

    >>> places = {"Jawa Barat": Term("Jawa Barat", "West Java", "place")}
    >>> [match.target for match in find_offices("kata Polda Jawa Barat Irjen Budi", places.get)]
    ['West Java Police']
    """
    for match in _OFFICE.finditer(text):
        words = match["name"].split(" ")
        if (place := _known(words, known) or _unknown(words, known)) is None:
            continue
        name, english = place
        span = Span(match.start(), match.start("name") + len(name))
        if match["lead"].startswith("Pol") and (city := _AND_CITY.match(text, span.end)):
            span, english = Span(span.start, city.end()), f"{english} City"
        target = _OFFICES[match["lead"]].format(english)
        # `Surabaya administration` and `Surabaya` are right as well.
        accepts = (f"{english} prosecutor",) if match["lead"].startswith("Kej") else (english,)
        yield TermMatch(
            span, Term(span.of(text), target, "institution", accepts=accepts, origin="pattern"), target
        )


def _english(words: list[str], known: Callable[[str], Term | None]) -> str:
    entry = known(" ".join(words))
    return entry.target if entry else _turned(words)


def _known(words: list[str], known: Callable[[str], Term | None]) -> tuple[str, str] | None:
    """Return the longest place at the beginning of a name that the glossary has, and its English form."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        for kind, suffix in (("", ""), ("Kota ", " City"), ("Kabupaten ", " Regency")):
            entry = known(f"{kind}{name}")
            if entry and entry.kind == "place":
                return name, entry.target.removesuffix(suffix)
    return None


def _unknown(words: list[str], known: Callable[[str], Term | None]) -> tuple[str, str] | None:
    """Take one word for the name of a place, or one with a side of the compass, if no other follows it.

    Where `Tanah Abang` ends, and `Tambora Kompol`, nobody knows who hasn't heard of them.
    """
    is_one = len(words) == 1 or (len(words) == 2 and words[1] in _SIDES)
    return (" ".join(words), _turned(words)) if is_one and known(words[0]) is None else None


def find_places(text: str, known: Callable[[str], Term | None]) -> Iterator[TermMatch]:
    """Yield the places of an Indonesian text that are named by a pattern.

    `known` gives the term of a name that the glossary has: `Provinsi Jawa Timur` is East Java province.

    >>> [match.target for match in find_places("di Kabupaten Lombok Timur dan Desa Bedono", lambda name: None)]
    ['East Lombok Regency', 'Bedono village']
    """
    for match in _PLACE.finditer(text):
        words = match["name"].split(" ")
        listed = _known(words, known) if match["lead"] in _LISTED else None
        name, english = listed or (" ".join(words), _english(words, known))
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

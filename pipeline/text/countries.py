"""Countries in both languages with their adjectives, so that `invasi Rusia` is at home in `Russian invasion`.

CLDR has the names; nobody has the adjectives and the plain Indonesian names under which papers write.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.model import Span
from pipeline.text.gates import Worded


class Country(NamedTuple):
    """A country: names in Indonesian, names in English (the first is the usual one), and adjectives."""

    indonesian: tuple[str, ...]
    english: tuple[str, ...]
    adjectives: tuple[str, ...]


def _read() -> tuple[Country, ...]:
    rows = files("pipeline.text").joinpath("countries.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return tuple(Country(*(tuple(filter(None, cell.split(", "))) for cell in row)) for row in cells)


COUNTRIES = _read()


def _pattern(forms: dict[str, Country]) -> Worded:
    longest_first = sorted(forms, key=len, reverse=True)
    inside = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return Worded.of(re.compile(rf"(?<!\w)(?:{inside})(?=(?:['’]?s|nya|-\w+)?(?!\w))"), forms)


_FORMS = {
    "id": {form: country for country in COUNTRIES for form in country.indonesian},
    "en": {
        form: country
        for country in COUNTRIES
        for form in (*country.english, *country.adjectives, *(f"{person}s" for person in country.adjectives))
    },
}
_PATTERNS = {language: _pattern(forms) for language, forms in _FORMS.items()}

_NO_COUNTRY = re.compile(
    r"(?:Latin|Central|North|South) Americans?|Indian Ocean|Bank Indonesia|Statistics Indonesia|"
    r"South China Sea|Laut (?:China|Cina|Tiongkok) Selatan|(?:[Bb]ahasa|in) (?:Inggris|English)|"
    r"English(?=[ -](?:lang|word|speak|teach))|Amerika (?:Latin|Tengah|Utara|Selatan)|Panama Canal|"
    r"Terusan Panama|Turkish delight|French (?:fries|kiss)|(?:New|West|East|Irian) (?:Papua|Delhi)|"
    r"Swiss (?:roll|cheese)|Indonesia Raya|Hotel Indonesia|China Airlines|New South Wales|Scotland Yard"
)
"""Names in which a country's is only a word."""


def usual_name(country: Country, language: str) -> str:
    """Return what papers in `language` call the country.

    >>> usual_name(COUNTRIES[0], "en")
    'Afghanistan'
    """
    return (country.english if language == "en" else country.indonesian)[0]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@lru_cache(maxsize=4096)
def countries(text: str, language: str) -> tuple[tuple[Span, Country], ...]:
    """Return the countries that `text` names or has an adjective of, in order; an ocean is none.

    >>> [usual_name(found, "id") for _, found in countries("South Korean and Dutch ships", "en")]
    ['Korea Selatan', 'Belanda']
    """
    expression = _PATTERNS.get(language)
    if expression is None or not expression.search(text):
        return ()
    return tuple(
        (Span(*found.span()), _FORMS[language][" ".join(found[0].split())])
        for found in expression.pattern.finditer(_NO_COUNTRY.sub(_blank, text))
    )

"""Names of countries, languages and currencies straight from Unicode's CLDR, through babel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale

from pipeline.config import TermSettings
from pipeline.model import Direction, Policy, Term

ORIGIN = "CLDR"

_TERRITORIES_LEFT_OUT = frozenset(
    {
        "ID",
        "CN",
        "ZZ",
        "XA",
        "XB",
        "QO",
        "EU",
        "EZ",
        "UN",
        "MF",
        "US",
        "GB",
        "HK",
        "MO",
        "GE",
        "CI",
        "CD",
        "CG",
        "PS",
        "MM",
        "KP",
        "KR",
        "TR",
        "BN",
        "VA",
        "CZ",
        "SZ",
        "TD",
        "AX",
        "TL",
        "NL",
        "RU",
        "JE",
    }
)
"""Names for which a newspaper's form is not CLDR's (`Myanmar (Burma)`, `Türkiye`), or that are words
(`Chad`, `Jersey`): the desk's own files have the former."""


def load(direction: Direction, settings: TermSettings) -> tuple[Term, ...]:
    """Return the exonyms, what both languages call the same (`Bulgaria`), and the house's name for China."""
    source, target = Locale.parse(direction.source), Locale.parse(direction.target)
    return (
        *_china(direction, settings),
        *_names(source.territories, target.territories, direction),
        *_languages(source, target, direction),
        *_currencies(source, target, direction),
    )


def _china(direction: Direction, settings: TermSettings) -> Iterator[Term]:
    """One house form for what is Cina, China and Tiongkok on one page."""
    note = "one form a direction: [terms] china, tiongkok"
    if direction.source == "id":
        forms = ("Cina", "China", "Tiongkok")
        accepts = ("Chinese",)
        yield Term(
            forms[1],
            settings.china,
            "country",
            Policy.REQUIRE,
            (forms[0], forms[2]),
            accepts,
            note=note,
            origin="house",
        )
    else:
        yield Term("China", settings.tiongkok, "country", Policy.REQUIRE, note=note, origin="house")


def _names(source: Mapping[str, str], target: Mapping[str, str], direction: Direction) -> Iterator[Term]:
    del direction
    for code, name in source.items():
        other = target.get(code, "")
        if code.isalpha() and code not in _TERRITORIES_LEFT_OUT and _is_plain(name + other):
            policy = Policy.KEEP if name == other else Policy.REQUIRE
            yield Term(name, other, "country", policy, origin=ORIGIN)


def _languages(source: Locale, target: Locale, direction: Direction) -> Iterator[Term]:
    """`bahasa Jepang` is Japanese; without `bahasa` the word is the country."""
    for code, name in source.languages.items():
        other = target.languages.get(code, "")
        if len(code) == 2 and other and _is_plain(name + other):
            if direction.source == "id":
                yield Term(
                    f"bahasa {name}", other, "culture", Policy.PREFER, (f"Bahasa {name}",), origin=ORIGIN
                )
            else:
                yield Term(f"{name} language", f"bahasa {other}", "culture", Policy.PREFER, origin=ORIGIN)


def _currencies(source: Locale, target: Locale, direction: Direction) -> Iterator[Term]:
    """Currencies by their full names (`Rupee India`), in small letters as running text has them."""
    del direction
    for code, name in source.currencies.items():
        other = target.currencies.get(code, "")
        if other and name != other and " " in name and _is_plain(name + other):
            yield Term(_lower(name), _running(other), "economy", Policy.PREFER, (name,), origin=ORIGIN)


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _running(name: str) -> str:
    """Write a currency as in a sentence: `Indian rupee`, `rupee India`; its country keeps the capital."""
    words = name.split()
    return " ".join([*words[:-1], words[-1].lower()]) if len(words) > 1 else name.lower()


def _is_plain(text: str) -> bool:
    return all(letter.isalpha() or letter in " -’'" for letter in text)

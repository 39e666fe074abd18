"""A deputy became the chief, a former minister the minister.

`Wakil Presiden` without `vice`, `mantan` without `former`: the paper reports what another person did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.telltales import Telltale

SEVERITY = Severity.MAJOR


class _Kind(NamedTuple):
    """What makes another person of an office.

    For each language, what asks for an answer in the other, and what may be one there.
    """

    asks: dict[str, re.Pattern[str]]
    answers: dict[str, re.Pattern[str]]


def _kind(*, asks: tuple[str, str], answers: tuple[str, str]) -> _Kind:
    return _Kind(
        *(
            {
                language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
                for language, words in zip(("id", "en"), side, strict=True)
            }
            for side in (asks, answers)
        )
    )


_OFFICE = "president|prime|governor|mayor|chief|head|minister|director|regent|chair|police|rector"
_DEPUTY = "wakil(?! rakyat)|wapres|wagub|wabup|wawali|wamen(?!a\\b)\\w*|wakapol\\w+"
_CANDIDATE = "calon|capres|cawapres|cagub|cabup|caleg"

_HOPEFUL = (
    r"prospective|hopefuls?|would-be|potential|contenders?|elect|future|aspir\w*|next|applicants?|recruits?|pick|"
    r"run(?:ning)? for|bid|to-be|designate|trainee|cadets?|presumptive|likely"
)

_KINDS = (
    _kind(
        asks=(_DEPUTY, rf"deputy|vice(?=[ -](?:{_OFFICE}))"),
        answers=(
            rf"{_DEPUTY}|deputi|cawapres|cawagub|waka\w*|letnan",
            r"deput(?:y|ies)|vice|representativ\w*|second-in-command|No\.? 2|running mate|on behalf|stand-in|assistant",
        ),
    ),
    _kind(
        asks=("mantan|eks", r"former|ex-\w+"),
        answers=(
            r"mantan|eks\W?\w*|bekas|dulu|dahulu|lama|purna\w*|pensiun\w*|sebelumnya",
            r"former\w*|ex|ex-\w+|retired|one-?time|then|past|previous\w*|old|used|ousted|late|once|veterans?|emeritus",
        ),
    ),
    _kind(
        asks=(_CANDIDATE, "candidates?"),
        answers=(
            rf"{_CANDIDATE}|ba(?:kal )?calon|kandidat|balon|peserta|pelamar|pendaftar|pencalonan|paslon|jago\w*",
            rf"candidat\w*|nomin\w*|{_HOPEFUL}",
        ),
    ),
    _kind(
        asks=(r"plt\.?|pelaksana tugas|penjabat", rf"acting(?= (?:{_OFFICE}))"),
        answers=(
            r"plt\.?|pelaksana tugas|penjabat|pj\.?|pjs\.?|plh\.?|sementara",
            r"acting|interim|caretaker|temporar\w*|officials?|stand-in",
        ),
    ),
)

_ASKING = {
    "id": Telltale(
        """
        wakil wapre wagub wabup wawal wamen wakap manta eks calon capre cawap cagub cabup caleg plt pelak penja
        """.split()
    ),
    "en": Telltale("deput vice forme ex candi actin".split()),
}
"""How the words begin that ask for an answer: most sentences have none."""


def check(unit: Unit) -> Iterator[Finding]:
    """Flag each such word that has no answer, and one that answers nothing."""
    if set(unit.direction) != {"id", "en"}:
        return
    here, there = unit.direction
    if not (_ASKING[here].is_in(unit.source) or _ASKING[there].is_in(unit.target)):
        return
    for kind in _KINDS:
        ours = kind.asks[here].search(unit.source)
        if ours and not kind.answers[there].search(unit.target):
            yield Finding(
                f"“{ours[0]}” is not in the translation: another person may be meant.", Span(*ours.span())
            )
        theirs = kind.asks[there].search(unit.target)
        if theirs and not kind.answers[here].search(unit.source):
            yield Finding(
                f"The translation says “{theirs[0]}”, the source does not: another person may be meant.",
                None,
                Span(*theirs.span()),
            )

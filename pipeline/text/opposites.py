"""Words that turn a sentence into its opposite when one is taken for the other, in both languages.

`Harga naik` against `prices fell`, `(kiri)` against `(right)`: a reader can't see that it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.model import Direction, Span
from pipeline.text.telltales import Telltales


class _Side(NamedTuple):
    """One side of a pair in both languages, the words that tell of it, and where its opposite stands in the table."""

    patterns: Mapping[str, re.Pattern[str]]
    telling: Mapping[str, Sequence[str]]
    opposite: int


def _pattern(cell: str) -> re.Pattern[str]:
    forms = [re.escape(form).replace(r"\*", r"[\w'’-]*").replace("_", r"[\s.]+") for form in cell.split()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?:nya|lah|kah|pun)?(?!\w)", re.IGNORECASE)


def _side(opposite: int, **cells: str) -> _Side:
    telling = {
        language: [re.split(r"[_*]", form)[0] for form in cell.split()] for language, cell in cells.items()
    }
    return _Side({language: _pattern(cell) for language, cell in cells.items()}, telling, opposite)


@cache
def _sides() -> tuple[_Side, ...]:
    """Return all sides; each pair stands together."""
    rows = files("pipeline.text").joinpath("opposites.tsv").read_text("utf-8").splitlines()
    made: list[_Side] = []
    for row in rows:
        if not row.startswith("#"):
            id_one, id_other, en_one, en_other = row.split("\t")
            number = len(made)
            made += [_side(number + 1, id=id_one, en=en_one), _side(number, id=id_other, en=en_other)]
    return tuple(made)


_IDIOMS = re.compile(
    r"turun (?:tangan|ke jalan|gunung|temurun)|naik (?:haji|banding|pitam|daun|kereta|pesawat|bus|"
    r"kapal|ojek|motor|mobil|sepeda|panggung|takhta)|keras kepala|buka (?:puasa|suara|bersama)|"
    r"tutup usia|gulung tikar|masuk akal|kaya akan|orang tua|orangtua|tuan rumah|right (?:to|of|now|"
    r"after|before|away)|human rights?|rights?\b(?= (?:group|activ|of))|open (?:letter|secret)|"
    r"closed circuit|poor health|high (?:school|court|commission|prosecut)|(?:pengadilan|kejaksaan|"
    r"perguruan|sekolah) tinggi|Timur Tengah|Middle East|Asia Tenggara|Southeast Asia|last (?:week|"
    r"month|year|night)|up to\b|\b(?:g[ia]v(?:e|en|es|ing)|ma[dk]e|set"
    r"|follow(?:ed)?|wrap(?:ped)?|show(?:ed|s)?|turn(?:ed|s)?|calls?|called) up\b"
    r"|(?:hujan|salju|embun)(?: (?:deras|lebat|ringan|diperkirakan|mulai))? turun|turun (?:hujan|salju|embun)",
    re.IGNORECASE,
)
"""Phrases in which the word points nowhere: `presiden turun tangan` is no fall."""

_NEGATED = re.compile(r"\b(?:tidak|tak|bukan|belum|kurang|not|never|no|less)(?:\s+\w+)?\s+$", re.IGNORECASE)
"""`Tidak aman` is rightly `unsafe`."""


@cache
def _telling(language: str) -> Telltales:
    return Telltales(side.telling[language] for side in _sides())


class Reversal(NamedTuple):
    """A word of the source, and the word of the translation that says its opposite."""

    source: Span
    target: Span


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def reversals(source: str, target: str, direction: Direction) -> tuple[Reversal, ...]:
    """Return where the source says one side of a pair and the translation only the other.

    >>> from pipeline.model import Direction
    >>> reversals("Harga beras naik.", "Rice prices fell.", Direction("id", "en"))
    (Reversal(source=Span(start=12, end=16), target=Span(start=12, end=16)),)
    """
    if {direction.source, direction.target} != {"id", "en"}:
        return ()
    # Blanking idioms costs more than all else here: only a pair that names both sides is worth it.
    theirs = _telling(direction.target).found_in(target)
    sides = [_sides()[number] for number in _telling(direction.source).found_in(source)]
    possible = [
        side for side in sides if side.opposite in theirs and side.patterns[direction.source].search(source)
    ]
    if not possible:
        return ()
    source, target = (_IDIOMS.sub(_blank, text) for text in (source, target))
    reversed_ = []
    for here in possible:
        said = here.patterns[direction.source].search(source)
        if said is None or _NEGATED.search(source, 0, said.start()):
            continue
        there = _sides()[here.opposite].patterns
        against = [
            found
            for found in there[direction.target].finditer(target)
            if not _NEGATED.search(target, 0, found.start())
        ]
        if not against or here.patterns[direction.target].search(target):
            continue
        if len(against) > len(there[direction.source].findall(source)):
            reversed_.append(Reversal(Span(*said.span()), Span(*against[0].span())))
    return tuple(reversed_)

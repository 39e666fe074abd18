"""Groups of words that exclude each other: all, most, some; killed, injured, missing; yesterday, tomorrow.

Other than with opposites there are more than two of a kind, and each of them may be said in many ways.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.model import Direction, Span
from pipeline.text.telltales import Telltale

_NEGATED = re.compile(
    r"\b(?:tidak|tak|bukan|belum|bukannya|not|never|no|nor|without)(?:\s+\w+)?\s+$", re.IGNORECASE
)
"""`Tidak semua` is some, `not many` few: which class a negated one becomes is left open."""


class Contrast(NamedTuple):
    """A word of the source, and one of the translation that says another class of its group."""

    source: Span
    target: Span


class _Words(NamedTuple):
    """What says a class, and what may answer it."""

    telling: re.Pattern[str]
    answering: re.Pattern[str]
    telling_words: tuple[str, ...]
    telltale: Telltale


_Classes = Mapping[str, Mapping[str, _Words]]


@cache
def _groups() -> Mapping[str, _Classes]:
    """Return the words by group, class and language."""
    found: dict[str, dict[str, dict[str, _Words]]] = {}
    for row in files("pipeline.text").joinpath("contrasts.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            group, name, indonesian, english = row.split("\t")
            found.setdefault(group, {})[name] = {"id": _words(indonesian), "en": _words(english)}
    return found


def _words(cell: str) -> _Words:
    telling = cell.partition(";")[0]
    words = tuple(re.split(r"[_*]", form)[0] for form in telling.split())
    return _Words(_pattern(telling), _pattern(cell.replace(";", " ")), words, Telltale(words))


def _pattern(cell: str) -> re.Pattern[str]:
    """Compile a cell; a form in capitals (`SD`) is one only in capitals."""
    forms = []
    for form in sorted(cell.split(), key=len, reverse=True):
        inside = re.escape(form).replace(r"\*", r"[\w'’-]*").replace("_", r"\s+")
        forms.append(inside if form.isupper() else f"(?i:{inside})")
    inside = "|".join(forms) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{inside})(?:nya|lah|kah|pun)?(?![\w-])")


@cache
def _telling(group: str, language: str) -> Telltale:
    """Return what tells of any class of a group: most sentences have a word of one or two groups."""
    return Telltale(word for words in _groups()[group].values() for word in words[language].telling_words)


def contrasts(source: str, target: str, direction: Direction, group: str) -> tuple[Contrast, ...]:
    """Return where the source says one class of a group and the translation only others, which the source doesn't say.

    >>> contrasts("Semua fraksi setuju.", "Some factions agreed.", Direction("id", "en"), "quantifier")
    (Contrast(source=Span(start=0, end=5), target=Span(start=0, end=4)),)
    """
    if {direction.source, direction.target} != {"id", "en"}:
        return ()
    if not (
        _telling(group, direction.source).is_in(source) and _telling(group, direction.target).is_in(target)
    ):
        return ()
    classes = _groups()[group]
    ours = _said(source, direction.source, classes)
    if not ours:
        return ()
    theirs = _said(target, direction.target, classes)
    found = []
    for name, place in ours.items():
        if classes[name][direction.target].answering.search(target) or _NEGATED.search(
            source, 0, place.start
        ):
            continue
        for other, span in theirs.items():
            if classes[other][direction.source].answering.search(source) or _NEGATED.search(
                target, 0, span.start
            ):
                continue
            found.append(Contrast(place, span))
            break
    return tuple(found)


def _said(text: str, language: str, classes: _Classes) -> dict[str, Span]:
    """Return the first place of each class; of two that overlap (`sebagian besar`) the longer counts."""
    places = [
        (Span(*found.span()), name)
        for name, words in classes.items()
        if words[language].telltale.is_in(text)
        for found in words[language].telling.finditer(text)
    ]
    said: dict[str, Span] = {}
    for span, name in places:
        size = span.end - span.start
        if not any(other.overlaps(span) and other.end - other.start > size for other, _ in places):
            said.setdefault(name, span)
    return said

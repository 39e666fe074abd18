"""Why a pair teaches nothing good: each rule has a name, under which the pairs it drops are counted."""

from __future__ import annotations

import re

from pipeline.text.languages import guess
from pipeline.training.recipe import Filters

_SIBLINGS = {"id": {"id", "ms"}, "en": {"en"}}
"""Malay is guessed for much that is Indonesian: they share most words."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\{\{|\}\}|%\(\w+\)[sd]|&(?:amp|lt|gt|quot|nbsp|#\d+);")
_SHORT = 3
"""Words up to which both sides may say the same (`Kishida`) or differ in length as they like."""


def why_dropped(indonesian: str, english: str, filters: Filters) -> str:
    """Return the reason for which a pair is left out, or nothing."""
    if not indonesian or not english:
        return "empty side"
    counts = len(indonesian.split()), len(english.split())
    if max(counts) > filters.max_words:
        return "too long"
    if max(counts) > _SHORT and max(counts) > filters.ratio * min(counts):
        return "lengths too different"
    if min(_letters(indonesian), _letters(english)) < filters.letters:
        return "hardly any letters"
    if _MARKUP.search(indonesian) or _MARKUP.search(english):
        return "markup"
    if indonesian.casefold() == english.casefold():
        return "the same on both sides" if max(counts) > _SHORT else ""
    if _is_other("id", indonesian, filters) or _is_other("en", english, filters):
        return "wrong language"
    return ""


def _letters(text: str) -> float:
    return sum(letter.isalpha() or letter.isspace() for letter in text) / len(text)


def _is_other(language: str, text: str, filters: Filters) -> bool:
    found = guess(text)
    return found.sure > filters.language and found.language not in _SIBLINGS[language]

"""The shape of what the checks know about a language's words, the same for every language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lexical facts of one language; words in small letters, phrases with single spaces."""

    name: str
    """What a night editor calls the language."""
    function_words: frozenset[str]
    """Words that carry no news but betray the language."""
    attribution: tuple[str, ...]
    """Verbs and phrases that say whose words follow."""
    light_words: frozenset[str]
    """Words of so little meaning that a good translation often drops them (`mengalami`, `pihak`, `take`)."""

"""The article, or a translation, is not in the language that it should be in.

A Dutch or English wire story in the Indonesian inbox comes out as nonsense, sentence after sentence:
one flag at the top saves reading them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.languages import guess, lexicon, name
from pipeline.text.words import words

SEVERITY = Severity.CRITICAL

_SURE = 0.35
"""A page of English quotes inside an Indonesian article stays below this."""

_LEAST = 30
"""Fewer words of an article than this tell nothing: a name, a quotation and a song title outweigh them."""

_SENTENCE, _SURE_OF_SENTENCE = 6, 0.6
"""A single sentence has to be of some length, and has to leave little doubt."""

_PLENTY = 0.25
"""With so large a share of its own function words a sentence needs no guessing."""

_HARDLY_ANY = 0.05
"""An Indonesian article has a function word in every third word; a list of names has none, but few words."""

_SIBLINGS = frozenset({"id", "ms"})
"""The engine reads Malay nearly as well as Indonesian, and many Indonesian lines guess as Malay."""


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Guess the language of all prose together, and flag the first sentence."""
    prose = [(place, unit) for place, unit in enumerate(units) if not unit.draft.carried]
    if not prose:
        return
    first, unit = prose[0]
    text = "\n".join(unit.source for _, unit in prose)
    expected = unit.direction.source
    if len(words(text)) >= _LEAST and _strange(text, expected):
        yield (
            first,
            Finding(
                f"The article does not read as {name(expected)}: don't trust any sentence of this translation.",
                Span(0, len(unit.source)),
            ),
        )
    elif len(words(text)) >= _LEAST and (wrong := _other(text, expected, _SURE)):
        yield (
            first,
            Finding(
                f"The article reads as {name(wrong)}, not {name(expected)}: "
                "don't trust any sentence of this translation.",
                Span(0, len(unit.source)),
            ),
        )


def check(unit: Unit) -> Iterator[Finding]:
    """Guess the language of the translation."""
    expected = unit.direction.target
    if len(words(unit.target)) < _SENTENCE or unit.target.strip() == unit.source.strip():
        return
    if wrong := _other(unit.target, expected, _SURE_OF_SENTENCE):
        yield Finding(
            f"This reads as {name(wrong)}, not {name(expected)}: translate it.",
            None,
            Span(0, len(unit.target)),
        )


def _strange(text: str, expected: str) -> bool:
    """Tell whether a text has next to no function words of its language: Russian, Portuguese, whatever it is."""
    own = lexicon(expected)
    found = words(text)
    said = sum(word.text in own.function_words for word in found) if own else len(found)
    return said < _HARDLY_ANY * len(found) and not guess(text).language


def _other(text: str, expected: str, sure: float) -> str:
    """Return which other language `text` surely is in, or nothing."""
    own = lexicon(expected)
    found_words = words(text)
    if own is None or sum(word.text in own.function_words for word in found_words) > _PLENTY * len(
        found_words
    ):
        return ""
    found = guess(text)
    if found.language in {expected, ""} or found.sure < sure:
        return ""
    return "" if {found.language, expected} <= _SIBLINGS else found.language

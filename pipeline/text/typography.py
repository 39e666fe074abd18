"""Characters that mean something to a typesetter and nothing to a model."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_ARROWS = re.compile(r" *>[> ]*(?:(?<=>>)[a-z]{2,3}<< *)?")
_STRAIGHT = re.compile(r'"')
_OPENS_AFTER = " \t([{—–-/“‘"


def clean(text: str) -> tuple[str, tuple[int, ...]]:
    r"""Return `text` as a model should read it, and for each character where it stood.

    Control characters, zero-width and right-to-left marks go; white space becomes one space;
    `>>` in front, which Marian reads as the mark of a language code (`>>id<<`), goes too.

    >>> clean(">> Baca\u200b juga:\n gempa")[0], clean(">>id<< Presiden tiba.")[0]
    ('Baca juga: gempa', 'Presiden tiba.')
    """
    if text.isprintable() and text.strip() == text and "  " not in text and text[:1] != ">":
        return text, tuple(range(len(text)))  # nearly every sentence
    kept: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            if kept and kept[-1] != " ":
                kept.append(" ")
                places.append(place)
        elif unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            kept.append(letter)
            places.append(place)
    cleaned = "".join(kept)
    arrows = _ARROWS.match(cleaned)
    start = arrows.end() if arrows else 0
    end = len(kept)
    while end > start and kept[end - 1] == " ":
        end -= 1
    return cleaned[start:end], tuple(places[start:end])


def curl(source: str, target: str) -> str:
    """Set straight quotation marks of `target` as `source` sets its own: curly, opening or closing.

    The model has learnt both kinds and mixes them; a page in two styles looks careless, and the
    count of quotations goes wrong. One character for one: offsets stay true.

    >>> curl("“Perang ini,” katanya.", '"This war,” he said.')
    '“This war,” he said.'
    """
    if '"' in source or not re.search("[“”]", source):
        return target

    def curled(match: re.Match[str]) -> str:
        before = target[match.start() - 1 : match.start()]
        return "“" if not before or before in _OPENS_AFTER else "”"

    return _STRAIGHT.sub(curled, target)

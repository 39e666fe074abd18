"""Capital letters: lines set in capitals, and what they look like as a sentence.

A Marian model reads `GEMPA GUNCANG CIANJUR` letter by letter and `Harga Cabai Melonjak` as names, and
answers with nonsense, because newspapers train it on sentences. So such lines are set in sentence
case; one in capitals gets them back, one in title case stays a sentence, as AP sets its headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.text import english, indonesian

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+|[“\"]\s*|:\s+)[^\W\d_]")
_SMALL = indonesian.LEXICON.function_words | english.LEXICON.function_words
"""Words that title case leaves small."""

_SHOUTED_LETTERS = 10
"""Fewer capitals than this may be an acronym by itself (`BMKG`, `KTT ASEAN`), not a shouted line."""


@lru_cache(maxsize=4096)
def is_all_caps(text: str) -> bool:
    """Tell whether a line is set in capitals, rather than being an acronym.

    >>> is_all_caps("GEMPA GUNCANG CIANJUR, 17 RUMAH RUSAK")
    True
    >>> is_all_caps("KTT ASEAN"), is_all_caps("Gempa guncang CIANJUR"), is_all_caps("21-17, 19-21")
    (False, False, False)
    """
    capitals = sum(map(str.isupper, text))
    if capitals < _SHOUTED_LETTERS or sum(map(str.islower, text)) * 9 > capitals:
        return False
    return len(_WORD.findall(text)) > 1


@lru_cache(maxsize=4096)
def is_title_case(text: str) -> bool:
    """Tell a headline in capitals and small letters from a sentence that is full of names.

    >>> is_title_case("Harga Cabai Melonjak Jelang Lebaran")
    True
    >>> is_title_case("Presiden Joko Widodo tiba di Jawa Barat"), is_title_case("Korea Utara")
    (False, False)
    """
    every = _WORD.findall(text)
    words = [word for word in every[1:] if len(word) > 2 and word.lower() not in _SMALL]
    capital = bool(every) and every[0][0].isupper() and all(word[0].isupper() for word in words)
    return len(words) > 1 and capital and not text.rstrip().endswith(".") and not is_all_caps(text)


def to_sentence_case(text: str, names: Iterable[str], *, shouted: bool) -> str:
    """Set a line in sentence case; `names` are words as they are written elsewhere.

    In a line that is `shouted` only a word without a vowel is an acronym, whatever the rest of the article
    says; in another one every word in capitals is. The caller says which it is: terms in the target
    language may stand in the line by now, in small letters.

    >>> to_sentence_case("KEMENKES: DBD NAIK DI JAWA TIMUR", ["Kemenkes", "Jawa", "Timur"], shouted=True)
    'Kemenkes: DBD naik di Jawa Timur'
    """
    known = {name.casefold(): name for name in names}

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        if found := known.get(word.casefold()):
            return found
        acronym = word.isupper() and not (shouted and re.search(r"[AIUEO]", word))
        return word if acronym else word.lower()

    lowered = _WORD.sub(lower, text)
    started = _SENTENCE_START.sub(lambda match: match.group()[:-1] + match.group()[-1].upper(), lowered)
    # A few letters change their number when their case changes (ß); offsets have to stay true.
    return started if len(started) == len(text) else text


def capitalised_words(text: str) -> set[str]:
    """Return the words that carry capitals though they don't open the sentence: names, acronyms.

    >>> sorted(capitalised_words("Menurut BMKG, gempa di Jawa Barat tidak berpotensi tsunami."))
    ['BMKG', 'Barat', 'Jawa']
    """
    if is_all_caps(text) or is_title_case(text):
        return set()
    first = _WORD.search(text)
    start = first.end() if first else 0
    return {word for word in _WORD.findall(text, start) if word[0].isupper()}

"""Guess a text's language from its function words, and find what we know of a language."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.text import english, indonesian
from pipeline.text.lexicon import Lexicon
from pipeline.text.words import words

_LEXICONS = {"id": indonesian.LEXICON, "en": english.LEXICON}

_OTHERS = {
    "nl": "de het een en van ik te dat die in niet zijn is was op aan met voor er maar om hem dan zou of wat "
    "mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
    "avec ou son aux mais comme cette ont sa ses leur été elle nous après deux",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha "
    "me si sin sobre este entre cuando muy también fue hasta desde",
    "jv": "sing lan ing iku ora iki karo kanggo saka wis bakal uga marang amarga nanging kang ana dadi yaiku "
    "nalika luwih wong sawise durung menyang tumrap kasebut nganti dening para",
    "su": "nu jeung di dina ka ieu éta teu pikeun ti geus baris ogé kana aya anu ku téh sanajan lamun keur "
    "urang mah saha kudu tapi sarta nyaéta",
    "ms": "yang dan di ini itu untuk dengan pada dari ke tidak akan telah dalam kerana ialah bahawa beliau "
    "boleh mahu berkata sebanyak manakala turut daripada kepada oleh juga iaitu ketika hanya sahaja",
}
_NAMES = {
    "nl": "Dutch",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "jv": "Javanese",
    "su": "Sundanese",
    "ms": "Malay",
}
_FUNCTION_WORDS = {language: lexicon.function_words for language, lexicon in _LEXICONS.items()} | {
    language: frozenset(listed.split()) for language, listed in _OTHERS.items()
}


class Guess(NamedTuple):
    """A language (BCP 47, empty where nothing speaks for any) and how sure: 0 not at all, 1 wholly."""

    language: str
    sure: float


def lexicon(language: str) -> Lexicon | None:
    """Return what we know of the words of `language`, if anything."""
    return _LEXICONS.get(language)


def name(language: str) -> str:
    """Return the English name of a language, or its tag where we have none.

    >>> name("nl"), name("id"), name("xx")
    ('Dutch', 'Indonesian', 'xx')
    """
    known = _LEXICONS.get(language)
    return known.name if known else _NAMES.get(language, language)


def guess(text: str) -> Guess:
    """Guess the language of `text`.

    Malay shares most words with Indonesian and is named only where its own (`kerana`, `ialah`) lead.

    >>> guess("Kedua pihak akan bekerja sama dalam bidang itu.").language
    'id'
    >>> guess("The two sides will work together.").language
    'en'
    >>> guess("Kyiv, 2023")
    Guess(language='', sure=0.0)
    """
    found = [word.text for word in words(text)]
    hits = {language: sum(word in listed for word in found) for language, listed in _FUNCTION_WORDS.items()}
    best = max(hits, key=lambda language: hits[language])  # on a tie Indonesian and English come first
    if not hits[best]:
        return Guess("", 0.0)
    siblings = {best} | ({"id", "ms"} if best in {"id", "ms"} else set())
    rival = max(count for language, count in hits.items() if language not in siblings)
    lead = (hits[best] - rival) / hits[best]
    return Guess(best, round(lead * min(1.0, hits[best] / 4), 3))

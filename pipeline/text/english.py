"""Lexical facts of English: the words that a check has to recognise, as data."""

from __future__ import annotations

import re

from pipeline.text.lexicon import Lexicon

_FUNCTION_WORDS = """
a about after again against all also although am an and any are as at be because been before being between
both but by can could did do does doing down during each few for from further had has have having he her
here hers him himself his how however i if in into is it its itself just may me might more most must my no
nor not now of off on once only or other our out over own said same shall she should since so some such
than that the their them themselves then there these they this those through to too under until up upon us
very was we were what when where whether which while who whom whose why will with within without would you
your yet
"""

_ATTRIBUTION = """
said says say saying told tells tell added adds add explained explains stressed stresses stated states
emphasized emphasised asserted noted revealed disclosed remarked recalled recounted complained quipped joked
insisted argued warned promised vowed urged asked replied answered wrote writes claimed denied admitted
acknowledged concluded continued criticized criticised commented observed declared announced reported pleaded
hoped thanked lamented exclaimed shouted countered retorted responded appealed advised reminded reiterated
maintained related mentioned pointed according called acknowledged testified protested suggested yelled screamed
whispered muttered
"""

_LIGHT_WORDS = """
able actually already amid another area around away back become began best billion came case come dollars done end
even event ever far found gave get give given go going got half held hundred its keep kept kind known last least left
like long lot made make making many million month months much near new number one ones others part people per percent
person place put rather really rupiah seen set several side still take taken taking thing things thousand time times
together took toward trillion two use used using want way week weeks well went work working year years yet way went
"""

LEXICON = Lexicon(
    name="English",
    function_words=frozenset(_FUNCTION_WORDS.split()),
    attribution=tuple(dict.fromkeys(_ATTRIBUTION.split())),
    light_words=frozenset(_LIGHT_WORDS.split()),
)


OTHERWISE_IN_THE_PLURAL = frozenset(
    """
    abstain beef bill bond brawl bribe capital confide convict counsel dam dealer fuel hack hail harbor haze hotspot
    kite
    minivan port quarantine rape rebel recess rider scam scout staple stroke summit traveler vent vet
    """.split()
)
"""Nouns with an `s` are verbs (`hails a deal`) or speak of something else (`electricity bills`, `bus riders`)."""


def plural(noun: str) -> str:
    """Return the plural of a common noun or of a title; names and mass nouns in `s` stay as they are.

    >>> [plural(noun) for noun in ("developed country", "minister of finance", "House Speaker", "KPK")]
    ['developed countries', 'ministers of finance', 'House Speakers', 'KPK']
    """
    head, of, rest = noun.partition(" of ")
    if not head[-1:].islower() or head.endswith("s"):
        return noun
    if head.endswith("man") and not head.endswith("human"):
        head = f"{head[:-2]}en"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        head = f"{head[:-1]}ies"
    else:
        head += "es" if head.endswith(("x", "ch", "sh", "z")) else "s"
    return f"{head}{of}{rest}"


_INDEFINITE = re.compile(r"\b(a)n? $", re.IGNORECASE)


def article_before(text: str, word: str) -> str:
    """Return `text` with the indefinite article at its end, if it has one there, as `word` wants it.

    >>> [article_before(text, "actor") for text in ("He is a ", "He is the ")]
    ['He is an ', 'He is the ']
    """
    return _INDEFINITE.sub(r"\1n " if word[:1].lower() in {"a", "e", "i", "o", "u"} else r"\1 ", text)

"""Tell names from words, and two spellings of a name from two names.

Indonesian writes `Krimea` and `Himalaya` where English has `Crimea` and `Himalayas`; `Suhatro` for
`Suharto` is an error in both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.model import Span
from pipeline.text.abbreviations import TITLES
from pipeline.text.attested import attested
from pipeline.text.casing import is_all_caps
from pipeline.text.countries import countries
from pipeline.text.indonesian import looks_native
from pipeline.text.languages import lexicon
from pipeline.text.quantities.months import MONTHS, SHORT_MONTHS, WEEKDAYS
from pipeline.text.translations import known
from pipeline.text.words import Word, words

_NO_NAMES = frozenset(
    """
    indonesia indonesian indonesians jakarta java javan javanese bali balinese sunda sundanese
    sumatra sumatran papua papuan papuans batak malay malays dayak minang muslim muslims islam
    islamic christian christians catholic catholics hindu hindus buddhist buddhists asian asians
    african africans european europeans arab arabs arabic american americans idul fitri adha
    idulfitri iduladha eid ramadan nyepi christmas easter google facebook greater metro comr insp
    adj brig sgt capt gen lt col maj pvt adm supt rev
    """.split()
)
"""Names that come and go rightly: `Lebaran` is `Idul Fitri`, `WNI` an `Indonesian`, `AKP` an `Adj. Comr.`"""

_SAME_SOUND = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("ph|[vw]", "f"),
        ("ck|kh|c|q", "k"),
        ("x", "ks"),
        ("sh|sy(?=[aeou])|z|ç", "s"),
        ("oo|oe|ou", "u"),
        ("dj", "j"),
        ("tj|ch", "k"),
        ("th|dh", "t"),
        ("ee|ea|ie|ei|ii|y", "i"),
        (r"(.)\1+", r"\1"),
        ("h", ""),
    )
)
_MADE_WORD = {
    "en": re.compile(
        r".{2,}(?:ical|ology|ologist|tion|sion|ment|ing|ness|ship|ary|ence|ance|ism|ized|ful|less|proof)s?"
    ),
    "id": re.compile(
        r".{3,}(?:logi|asi|isasi|itas|isme|kan|nya|annya)|(?:pem|pen|ber|ter|mem|men)[a-z]{4,}an"
    ),
}
"""Endings by which a capitalised word is a word, however rare: `Klimatologi`, `Meteorological`."""

_SHORTEST = 4
"""Letters of the shortest word that is taken for a name because nothing is known of it."""

_ENDING = re.compile(r"(?:e|ian?|an?|i|n|u)?s?$")


def bare(name: str) -> str:
    """Return a name without its genitive.

    >>> bare("Sari’s"), bare("Paris")
    ('Sari', 'Paris')
    """
    return name.removesuffix("’s").removesuffix("'s")


@lru_cache(maxsize=16384)
def spelling(name: str) -> str:
    """Return what two languages' spellings of one name have in common.

    >>> spelling("Krimea") == spelling("Crimea"), spelling("Himalaya") == spelling("Himalayas")
    (True, True)
    >>> spelling("Suhatro") == spelling("Suharto")
    False
    """
    plain = unicodedata.normalize("NFKD", bare(name.lower()))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _ENDING.sub("", plain)
    for pattern, instead in _SAME_SOUND:
        plain = pattern.sub(instead, plain)
    return plain


@lru_cache(maxsize=4096)
def proper_words(text: str, language: str) -> tuple[Span, ...]:
    """Return the single words of `text` that can only be names: capital, inside a sentence, in no dictionary.

    >>> text = "Menurut Wagimin, harga di Pasar Senen naik."
    >>> [span.of(text) for span in proper_words(text, "id")]
    ['Wagimin', 'Senen']
    """
    return tuple(
        word.span
        for word in _capital_words(text, language)
        if not _opens_sentence(text, word.span.start)
        and not known(word.text, language)
        and not (language in _MADE_WORD and _MADE_WORD[language].fullmatch(word.text))
    )


@lru_cache(maxsize=4096)
def opening_names(text: str, language: str) -> tuple[Span, ...]:
    """Return the words that open a sentence of `text` and are no word of either language that we know of.

    >>> text = "Wagimin pulang. Pedagang menunggu."
    >>> [span.of(text) for span in opening_names(text, "id")]
    ['Wagimin']
    """
    return tuple(
        word.span
        for word in _capital_words(text, language)
        if _opens_sentence(text, word.span.start)
        and not known(word.text, "id")
        and not known(word.text, "en")
        and not (language == "id" and looks_native(word.text))
        and not any(made.fullmatch(word.text) for made in _MADE_WORD.values())
    )


@lru_cache(maxsize=1024)
def heading_names(text: str, language: str) -> frozenset[str]:
    """Return the words of a line in capitals or title case that can only be names: as written, or with a capital each.

    >>> sorted(heading_names("HARGA NAIK DI CIANJUR, WARGA BULGARIA PANIK SENIN", "id"))
    ['Bulgaria', 'Cianjur', 'Senin']
    >>> sorted(heading_names("McQuillan’s Team Reopens Rafah Crossing, BPOM Says", "en"))
    ['McQuillan', 'Rafah']
    """
    lands = {word for span, _ in countries(text.title(), language) for word in span.of(text).lower().split()}
    shouted = is_all_caps(text)  # where nothing tells `BPOM` from a name
    written = {bare(word.span.of(text)) for word in words(text)}
    return frozenset(
        name.capitalize() if shouted else name
        for name in written
        if (shouted or not name.isupper())
        and (
            (word := name.lower()) in lands
            or word in _days(language)
            or word in _NO_NAMES
            or _is_strange(word)
        )
    )


def _is_strange(word: str) -> bool:
    """Tell a word in small letters that nobody has written so in either language."""
    return (
        len(word) >= _SHORTEST and "-" not in word and not attested(word, "id") and not attested(word, "en")
    )


@lru_cache(maxsize=64)
def _capital_words(text: str, language: str) -> tuple[Word, ...]:
    """Return the words with a capital letter that are neither grammar, nor days and months, nor short forms."""
    own = lexicon(language)
    function_words = own.function_words if own else frozenset()
    return tuple(
        word
        for word in words(text)
        if text[word.span.start].isupper()
        and not word.span.of(text).isupper()
        and "-" not in word.text
        and word.text not in function_words
        and bare(word.text) not in _NO_NAMES
        and word.text not in _calendar(language)
        and not _short_form(word.text, text, word.span, language)
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip("“”\"'‘’([ ")
    return not before or before[-1] in ".!?:…—–"


@lru_cache
def _calendar(language: str) -> frozenset[str]:
    names = (MONTHS, SHORT_MONTHS, WEEKDAYS)
    return frozenset(name.lower() for listed in names for name in listed.get(language, ()))


@lru_cache
def _days(language: str) -> frozenset[str]:
    """Return the days and months that are no words besides, as `minggu`, `march` and `may` are."""
    return frozenset(word for word in _calendar(language) if len(word) >= _SHORTEST) - {"minggu", "march"}


def _short_form(word: str, text: str, span: Span, language: str) -> bool:
    """Tell a title or another short form (`Capt.`, `don't`) from a name."""
    return (
        word in TITLES.get(language, ())
        or "n't" in word
        or word.startswith(("i'", "i’"))
        or (text[span.end : span.end + 1] == "." and len(word) <= 5)
    )

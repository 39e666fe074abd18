"""Where sentences end in Indonesian and English newspapers.

No library splits Indonesian as it stands: they break after `PT.`, `M.Hum.`, `Jl.`, `tgl.`. The
rules here look at three things only: the mark, the word before it, and the word after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import Span
from pipeline.text import english, indonesian
from pipeline.text.abbreviations import AFTER_NUMBERS, CLOSERS, ENDINGS, LETTERED, NUMBERED, TITLES, UNITS
from pipeline.text.translations import known

_CLOSING = "\"”’'»)\\]"
_OPENING = "\"“”‘’'«(\\["
_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]+)(?P<closing>[{_CLOSING}]*)\s+(?P<opening>[{_OPENING}]*)(?P<next>\S)"
)
_RUN_ON = re.compile(
    r"(?<![\w./@:-])[a-z][a-z-]{2,}(?P<mark>[.!?])(?P<closing>[”’»)\]]?)(?P<opening>[\"“‘(]?)"
    r"(?P<next>(?!Com|Net|Org|Id\b|Co\b|Go\b)[A-Z])(?=(?P<word>[a-z]+)[\s,]\s*\S)"
)
"""A space was forgotten: `… lima tahun penjara.Sopir itu …`, but not `kompas.Com/`, `S.H.,M.H.`, `Node.Js`."""
_BEFORE = re.compile(r"[^\s(\[“\"‘'/]+$")
_WORD = re.compile(r"[\w’'-]+")
_INITIAL = re.compile(r"[A-Z]|[A-Z](?:\.[A-Z])+|Ch|Dj|Sj|Tj|Th|Ny|Kh|Moh|Muh|Md|Abd")
_ATTRIBUTION = "|".join((*english.LEXICON.attribution, *indonesian.LEXICON.attribution))
_ASKED = re.compile(rf"(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{_ATTRIBUTION})\b")
_SIGNED_OFF = re.compile(r"\([\w/*.-]{1,14}\)\.?$")
"""Initials that close a paragraph: `… penjara. (Red)`."""
_BRAND = re.compile(r"[a-z]{1,2}-?[A-Z]\w")
"""`iPhone`, `e-KTP` open a sentence too."""
_QUOTED = re.compile(r"[\"“”‘’«][\w’'-]+,?(?:\s+[\w’'-]+,?){2}")
"""A quotation of at least three words, which no name goes on with."""
_LOOK_BACK = 40
"""Characters before a mark that may belong to its word: longer than any abbreviation."""

_STARTERS = {
    "id": frozenset(
        """
        ia dia mereka kami kita saya ini itu hal adapun akan akibat akibatnya apa apabila atas bagi bahkan banyak
        beberapa begitu belum berdasarkan bersama bukan dalam dan dari demikian dengan di dua empat hanya hingga
        ibu jika juga kalau karena kata kedua keduanya kemudian kepada ketika ketiga kini lalu lima maka
        masih melalui memang menurut menurutnya meski meskipun mulai namun nantinya oleh pada padahal para
        pemerintah perusahaan pihak polisi sebab sebagai sebanyak sebelum sebelumnya sebuah sejak sejauh sejumlah
        selain selama selanjutnya semua sementara seorang seperti sesuai sesudah setelah setiap siapa sudah
        tak tanpa telah terdakwa tetapi tidak tiga untuk usai walau yang korban warga kasus saat acara
        """.split()
    ),
    "en": frozenset(
        """
        a about after all also although an and another as at because before both but by during each even every
        for four from he her his how however i if in instead it its last later many meanwhile more most
        much no not now of on one only other our she since so some still such that the their then there these
        they this those three through to two under until up we what when where which while who with you
        police officials
        """.split()
    ),
}
"""Words that open a sentence and are no names: they decide after `Tbk.`, `S.H.`, `p.m.`."""


def split(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, in order; only white space lies between them.

    >>> [span.of("Dr. Ratna, M.Hum., datang. Ia diam.") for span in split("Dr. Ratna, M.Hum., datang. Ia diam.", "id")]
    ['Dr. Ratna, M.Hum., datang.', 'Ia diam.']
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for match in _stops(text, start, end):
        if match.re is _RUN_ON or _ends(text, match, start, language):
            spans.append(Span(start, match.end("closing")))
            start = match.start("opening")
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


def _ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Tell whether the mark that `match` found ends the sentence that began at `start`."""
    following, place = match["next"], match.start("next")
    opens = following.isupper() or following.isdigit() or following in "@#$€£" or _BRAND.match(text, place)
    if not (opens or match["opening"]):
        return False
    if match["opening"] and (following.islower() or following == "*") and match["opening"] not in "\"“”‘’'«":
        return False
    if match["opening"] == "(" and _SIGNED_OFF.match(text, match.start("opening")):
        return False
    if match["mark"] != ".":
        # `Siapa dia?” tanya hakim` goes on in lower case and was turned away above; a paper may
        # name the speaker first: `“Who is he?” Kusnadi asked`.
        return not (match["closing"] and _ASKED.match(text, place))
    before = _BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start())
    word = before.group().rstrip(")]") if before else ""
    if match["closing"].strip(")]"):
        # A stop inside a closing quotation mark ends the sentence, whatever stands before it,
        # unless the mark is an abbreviation's own: `“PT.” Angkasa` is nobody's style.
        return True
    if before is None:
        return True
    if before.start() == start and (word.isdigit() or (len(word) == 1 and word.islower())):
        return False  # `1. Menguras bak mandi`, `a. Kec. Sidorejo`: the number of a list
    if _QUOTED.match(text, match.start("opening")):
        return True  # `… kata Haris, S.H. “Kami banding,” …`, but `Muhammad A. “Buyung” Nasution`
    last = _BEFORE.search(text[max(start, before.start() - _LOOK_BACK) : before.start()].rstrip())
    return _ends_after_word(word, last.group() if last else "", _Next(text, place, language))


def _stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the marks that may end a sentence, in order."""
    found = [*_END.finditer(text, start, end)]
    joined = _RUN_ON.finditer(text, start, end)
    found += [match for match in joined if _is_word(match["next"] + match["word"])]
    yield from sorted(found, key=lambda match: match.start("mark"))


def _is_word(text: str) -> bool:
    return known(text.lower(), "id") or known(text.lower(), "en")


class _Next(NamedTuple):
    """What follows a full stop."""

    text: str
    place: int
    language: str

    @property
    def is_number(self) -> bool:
        """Whether a number follows: `Km. 92`."""
        return self.text[self.place].isdigit()

    @property
    def starts(self) -> bool:
        """Whether the next word opens a sentence and is no name."""
        found = _WORD.match(self.text, self.place)
        return found is not None and found.group().casefold() in _STARTERS[self.language]

    @property
    def is_common(self) -> bool:
        """Whether a common word follows, with a small letter behind it: `Saham perusahaan …`, not `Budi Santoso`."""
        found = _TWO_WORDS.match(self.text, self.place)
        return found is not None and known(found[1].casefold(), self.language)


def _ends_after_word(word: str, last: str, following: _Next) -> bool:
    """Decide after `word`, which follows the word `last` and precedes `following`."""
    folded, language = word.rpartition("-")[2].casefold(), following.language
    if folded in CLOSERS[language]:
        return True
    counted = last[-1:].isdigit()
    if folded in NUMBERED[language] and word != "P":  # `Governor P. Warjiyo`, but `p. 14`
        return not following.is_number or (counted and folded in UNITS)
    if folded in TITLES[language]:
        return counted and folded in AFTER_NUMBERS
    if folded in ENDINGS[language] or _is_degree(word):
        return following.starts or (following.is_common and folded not in _BEFORE_NOUNS)
    if _INITIAL.fullmatch(word):
        return following.starts or last.casefold() in LETTERED
    return True


_BEFORE_NOUNS = frozenset("u.s u.k u.n e.u inc co corp ltd".split())
"""`U.S. Embassy`, `Apple Inc. President`: a common noun behind these may belong to them."""


def _is_degree(word: str) -> bool:
    """Tell a degree or an abbreviation of letters and stops (`S.Farm`, `M.Ikom`) from a word."""
    return bool(re.fullmatch(r"(?:[A-Z][a-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}", word))


_TWO_WORDS = re.compile(r"([^\W\d_]+)\s+[a-z]")

"""Where sentences end in Indonesian and English newspapers.

No library splits Indonesian as it stands: they break after `PT.`, `M.Hum.`, `Jl.`, `tgl.`. The
rules here look at three things only: the mark, the word before it, and the word after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import Span
from pipeline.text import english, indonesian
from pipeline.text.abbreviations import (
    AFTER_NUMBERS,
    BESIDE_NAMES,
    CLOSERS,
    ENDINGS,
    LETTERED,
    NUMBERED,
    TITLES,
    UNITS,
)
from pipeline.text.quantities.months import MONTH_NUMBERS, WEEKDAYS
from pipeline.text.translations import known

_CLOSING = "\"”’'»)\\]"
_OPENING = "\"“”‘’'«(\\["
_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]+)(?P<closing>[{_CLOSING}]*)\s+(?P<opening>[{_OPENING}]*)(?P<next>\S)"
)
_DAYS = "|".join((*WEEKDAYS["en"], *WEEKDAYS["id"]))
_RUN_ON = re.compile(
    rf"(?<![\w./@:-])(?:[a-z][a-z-]{{2,}}|(?:19|20)[0-9]{{2}}|{_DAYS})(?P<mark>[.!?])(?P<closing>[”’»)\]]?)"
    r"(?P<opening>[\"“‘(]?)(?P<next>(?!Com|Net|Org|Id\b|Co\b|Go\b)[A-Z])(?=(?P<word>[a-z]+)[\s,]\s*\S)"
)
"""A space was forgotten: `… lima tahun penjara.Sopir itu …`, but not `kompas.Com/`, `S.H.,M.H.`, `Node.Js`."""
_BEFORE = re.compile(r"[^\s(\[“\"‘'/]+$")
_WORD = re.compile(r"[\w-]+")
_INITIAL = re.compile(r"[A-Z]|[A-Z](?:\.[A-Z])+|Ch|Dj|Sj|Tj|Th|Ny|Kh|Moh|Muh|Md|Abd|Ph")
_ATTRIBUTION = "|".join((*english.LEXICON.attribution, *indonesian.LEXICON.attribution))
_ASKED = re.compile(
    rf"(?!(?:He|She|It|They|We|You|Ia|Dia|Kami|Kita|Saya|Mereka)\b)(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{_ATTRIBUTION})\b"
)
_LED_IN = re.compile(r"[,:]\s[“\"‘']\w")
"""The speaker stood before: `He asked, “Why?” Nobody answered.`"""
_SIGNED_OFF = re.compile(r"\([\w/*.-]{1,14}\)\.?$")
"""Initials that close a paragraph: `… penjara. (Red)`."""
_SET_IN = re.compile(r"\([^()]{1,80}\)(?:[,;]|\s[–—-]\s|\s[a-z])")
"""Brackets that belong to an abbreviation: `Shenzhen Comp. (China), …`, `SANTA BARBARA, Calif. (AP) — …`."""
_LETTERS = re.compile(r"(?:\b[A-Z],?\s(?:dan|atau|and|or)\s|\b[A-Z]/)$")
"""`vitamin A, C dan E.` and `I/O.` are no initials of a name."""
_SMALL = re.compile(r"[a-z]{1,2}-?[A-Z]\w|drg?\.\s+[A-Z]|[a-z]\)\s|\.[a-z0-9]")
"""`iPhone`, `e-KTP`, `dr. Andini`, `b) Matikan gas`, `.zip` open a sentence too."""
_EXCLAIMED = re.compile(r"(?<=\bYahoo)! (?:Finance|News|Mail|Sports?|Japan|Indonesia|Messenger|Inc)\b")
"""A mark that is the name's own."""
_FALTERING = re.compile(
    r"(?:(?<=[“”\"‘'(])|(?<=[.!?…] )|^)(?:\w+-)?(?P<word>[\w’']+)(?:\.{2,}|…)\s+(?=(?P=word)\b)",
    re.IGNORECASE,
)
"""A speaker who begins again: `“I... I froze”`; in `waited for it... It never came` nobody does."""
_QUOTED = re.compile(r"[\"“”‘’«][\w’'-]+,?(?:\s+[\w’'-]+,?){2}")
"""A quotation of at least three words, which no name goes on with."""
_LOOK_BACK = 40
"""Characters before a mark that may belong to its word: longer than any abbreviation."""
_FAR_BACK = 300
"""Characters in which the number before stands, or the mark that opened a quotation."""

_STARTERS = {
    "id": frozenset(
        """
        ia dia mereka kami kita saya ini itu hal adapun akan akibat akibatnya apa apabila atas bagi bahkan banyak
        beberapa begitu belum berdasarkan bersama bukan dalam dan dari demikian dengan di dua empat hanya hingga
        ibu jika juga kalau karena kata kedua keduanya kemudian kepada ketika ketiga kini lalu lima maka
        masih melalui memang menurut menurutnya meski meskipun mulai namun nantinya oleh pada padahal para
        pemerintah perusahaan pihak polisi sebab sebagai sebanyak sebelum sebelumnya sebuah sejak sejauh sejumlah
        agar akhirnya antara apakah bagaimana berikut bila hampir harus jadi jangan justru karenanya lebih mengapa
        misalnya mungkin sampai sebaliknya sedangkan sekitar seluruh selesai serta setidaknya tadi tapi tentu termasuk
        terutama selain selama selanjutnya semua sementara seorang seperti sesuai sesudah setelah setiap siapa sudah
        pt cv tak tanpa telah terdakwa tetapi tidak tiga untuk usai walau yang korban warga kasus saat acara
        """.split()
    ),
    "en": frozenset(
        """
        a about after all also although an and another as at because before both but by during each even every
        for four from he her his how however i if in instead it its last later many meanwhile more most
        much no not now of on one only other our she since so some still such that the their then there these
        they this those three through to two under until up we what when where which while who with you
        against among besides despite either ever everyone few hence instead just many neither nobody none nor nothing
        once only perhaps since several someone then there thus today tomorrow unless whether why within without yet
        yesterday police officials pt everybody everything anyone
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
    marks = [mark.start() for mark in _STRAIGHT.finditer(text)]
    for match in _stops(text, start, end):
        if match.re is _RUN_ON or _ends(text, match, start, language):
            end_of_this, start_of_next = _seam(match, marks)
            spans.append(Span(start, end_of_this))
            start = start_of_next
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


_STRAIGHT = re.compile(r"(?<!\d)\"")
"""A straight mark, which opens a quotation and closes it; behind a digit it may stand for inches."""


def _seam(match: re.Match[str], marks: list[int]) -> tuple[int, int]:
    """Return where one sentence ends and the next begins.

    Where a space was forgotten (`"Kami siap."Ia pergi`) a straight mark closes what stands open.
    """
    open_before = bisect_left(marks, match.start("opening")) % 2
    if match.re is _RUN_ON and match["opening"] == '"' and open_before:
        return match.end("opening"), match.end("opening")
    return match.end("closing"), match.start("opening")


def _ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Tell whether the mark that `match` found ends the sentence that began at `start`."""
    if not _opens(text, match):
        return False
    if match["mark"] != ".":
        return not (_goes_on(text, match, start) or _is_inside(text, match, start))
    before = _BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start())
    if before is None or match["closing"].strip(")]"):
        # A stop inside a closing quotation mark ends the sentence, whatever stands before it,
        # unless the mark is an abbreviation's own: `“PT.” Angkasa` is nobody's style.
        return True
    word, opening = before.group().rstrip(")]"), match.start("opening")
    far = text[max(start, before.start() - _FAR_BACK) : before.start()]
    if _is_list_number(word, far) or (word[:1].isupper() and _SET_IN.match(text, opening)):
        return False
    if _QUOTED.match(text, opening) or (_INITIAL.fullmatch(word) and _LETTERS.search(far)):
        return True  # `… kata Haris, S.H. “Kami banding,” …`, but `Muhammad A. “Buyung” Nasution`
    last = _BEFORE.search(far[-_LOOK_BACK:].rstrip())
    return _ends_after_word(word, last.group() if last else "", _Next(text, match.start("next"), language))


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence may open with what follows the mark."""
    following, opening = match["next"], match["opening"]
    if opening and (following.islower() or following == "*"):
        return opening in "\"“”‘’'«"
    if opening == "(" and _SIGNED_OFF.match(text, match.start("opening")):
        return False
    return bool(
        opening
        or following.isupper()
        or following.isdigit()
        or following in "@#$€£"
        or _SMALL.match(text, match.start("next"))
    )


def _goes_on(text: str, match: re.Match[str], start: int) -> bool:
    """Tell a question that its speaker follows: `“Who is he?” Kusnadi asked`.

    `Siapa dia?” tanya hakim` goes on in lower case and was turned away before.
    """
    if not match["closing"] or not _ASKED.match(text, match.start("next")):
        return False
    return not _LED_IN.search(text, max(start, match.start() - _FAR_BACK), match.start())


def _is_inside(text: str, match: re.Match[str], start: int) -> bool:
    """Tell a mark that is a name's own, or after which a speaker says a word once more."""
    at = match.start("mark")
    if _EXCLAIMED.match(text, at):
        return True
    before = max(start, at - _LOOK_BACK)
    return any(
        found.start() < at < found.end() for found in _FALTERING.finditer(text, before, at + _LOOK_BACK)
    )


def _is_list_number(word: str, before: str) -> bool:
    """Tell the number of a list: `1. Menguras bak`, `a. Kec. Sidorejo`, `Pemenangnya: 1. Kenya, 2. Etiopia`."""
    is_number = word.isdecimal() and (not before or len(word) <= 2)
    if not is_number and not (len(word) == 1 and "a" <= word <= "z"):
        return False
    previous = str(int(word) - 1) if is_number else chr(ord(word) - 1)
    return not before or before.rstrip().endswith((":", ";", "…", "...")) or f" {previous}. " in before


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
        """Whether a number follows: `Km. 92`, `No. X.K.1`."""
        return bool(_NUMBER.match(self.text, self.place))

    @property
    def starts(self) -> bool:
        """Whether the next word opens a sentence and is no name."""
        found = _WORD.match(self.text, self.place)
        return found is not None and found[0].casefold() in _STARTERS[self.language]

    @property
    def is_common(self) -> bool:
        """Whether a common word follows, with a small letter behind it: `Saham perusahaan …`, not `Budi Santoso`."""
        found = _TWO_WORDS.match(self.text, self.place)
        return found is not None and known(found[1].casefold(), self.language)

    @property
    def is_letter(self) -> bool:
        """Whether initials alone are what the next sentence speaks of: `SN dan Y. Y mengaku …`."""
        return bool(_LETTER.match(self.text, self.place))

    @property
    def is_timed(self) -> bool:
        """Whether a day or a zone follows: `8:30 p.m. Thursday`, `5 p.m. WIB`, `6 a.m. Jakarta time`."""
        return bool(_DAY_OR_ZONE.match(self.text, self.place))


_DAY_OR_ZONE = re.compile(
    rf"(?:{'|'.join((*WEEKDAYS['en'], *WEEKDAYS['id'], *map(str.capitalize, MONTH_NUMBERS['en'])))})\b"
    r"|(?:Eastern|Pacific|Mountain|Central[.,])|[A-Z]{2,5}\b|(?:[A-Z]\w+\s){1,3}[Tt]ime\b|[0-9(]"
)


def _ends_after_word(word: str, last: str, following: _Next) -> bool:
    """Decide after `word`, which follows the word `last` and precedes `following`."""
    folded, language = word.rpartition("-")[2].casefold(), following.language
    if folded in CLOSERS[language]:
        return True
    counted = last[-1:].isdigit()
    if folded in NUMBERED[language] and word != "P":  # `Governor P. Warjiyo`, but `p. 14`
        return not following.is_number or (counted and folded in UNITS)
    if folded in TITLES[language]:
        return (counted and folded in AFTER_NUMBERS) or (folded in BESIDE_NAMES and following.starts)
    if folded in ("a.m", "p.m"):
        return not following.is_timed
    if folded in _BEHIND_NAMES and not last[:1].isupper():
        return False  # `St. Just`, but `on Elm St. Just then …`
    is_initial = bool(_INITIAL.fullmatch(word))
    measured = counted and word in ("C", "F")  # `temperatures of 1,100 F (593 C). Workers …`
    if is_initial and (measured or last.casefold() in LETTERED or following.is_letter):
        return True
    if folded in ENDINGS[language] or (_is_degree(word) and not is_initial):
        binds = language == "en" and folded in _BEFORE_NOUNS and last != "Washington,"
        return following.starts or (following.is_common and not binds)
    if is_initial:
        return following.starts
    return not _VOWELLESS.fullmatch(word) or (not following.is_number and (counted or following.starts))


_VOWELLESS = re.compile(r"(?!Ng$|.*(.)\1)[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}")
"""A capital and consonants are no word: `I Gst. Bgs. Arya`, `Bldg. 4`. Dr Ng is a name, and `Hmm.` a sound."""


_BEFORE_NOUNS = frozenset("u.s u.k u.n e.u d.c inc co corp ltd jr sr st ave blvd rd".split())
"""`U.S. Embassy`, `D.C. Council`, `King Jr. Boulevard`, `St. Clair`: a common noun behind these may belong to them."""


_BEHIND_NAMES = frozenset("st ave blvd rd jr sr".split())
"""Belong to the name before them."""


def _is_degree(word: str) -> bool:
    """Tell a degree or an abbreviation of letters and stops (`S.Farm`, `M.Ikom`) from a word."""
    return bool(re.fullmatch(r"(?:[A-Z][a-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}", word))


_LETTER = re.compile(r"[A-Z]{1,3}\s+[a-z]")
_NUMBER = re.compile(r"(?:[A-Z]{1,5}[.-]?){0,4}[0-9]")
_TWO_WORDS = re.compile(r"([^\W\d_]+)\s+[a-z]")

"""Where sentences end in Indonesian and English newspapers.

No library splits Indonesian as it stands: they break after `PT.`, `M.Hum.`, `Jl.`, `tgl.`. The
rules here look at three things only: the mark, the word before it, and the word after it.
"""

from __future__ import annotations

import re

from pipeline.model import Span
from pipeline.text import english
from pipeline.text.abbreviations import CLOSERS, ENDINGS, TITLES

_CLOSING = "\"”’'»)\\]"
_OPENING = "\"“‘'«(\\["
_END = re.compile(rf"(?P<mark>[.!?…]+)(?P<closing>[{_CLOSING}]*)\s+(?P<opening>[{_OPENING}]*)(?P<next>\S)")
_BEFORE = re.compile(r"[^\s(\[“\"‘'/]+$")
_WORD = re.compile(r"[\w’'-]+")
_INITIAL = re.compile(r"[A-Z]|[A-Z](?:\.[A-Z])+|Ch|Dj|Sj|Tj|Th|Ny|Kh|Moh|Muh|Md")
_ASKED = re.compile(rf"(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{'|'.join(english.LEXICON.attribution)})\b")
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
    for match in _END.finditer(text, start, end):
        if _ends(text, match, start, language):
            spans.append(Span(start, match.end("closing")))
            start = match.start("opening")
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


def _ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Tell whether the mark that `match` found ends the sentence that began at `start`."""
    following = match["next"]
    if not (following.isupper() or following.isdigit() or match["opening"] or following in "@#"):
        return False
    if match["opening"] and (following.islower() or following == "*") and match["opening"] not in "\"“‘'«":
        return False
    if match["mark"] != ".":
        # `Siapa dia?” tanya hakim` goes on in lower case and was turned away above; English may
        # name the speaker first: `“Who is he?” Kusnadi asked`.
        return not (match["closing"] and _ASKED.match(text, match.start("next")))
    before = _BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start())
    word = before.group().rstrip(")]") if before else ""
    if match["closing"].strip(")]"):
        # A stop inside a closing quotation mark ends the sentence, whatever stands before it,
        # unless the mark is an abbreviation's own: `“PT.” Angkasa` is nobody's style.
        return True
    if word.isdigit() and before is not None and before.start() == start:
        return False  # `1. Menguras bak mandi`: the number of a list
    return _ends_after_word(word, _next_word(text, match), language)


def _ends_after_word(word: str, following: str, language: str) -> bool:
    folded = word.casefold()
    starts = following.casefold() in _STARTERS[language]
    if folded in CLOSERS[language]:
        return True
    if folded in ENDINGS[language] or _is_degree(word):
        return starts
    if folded in TITLES[language]:
        return False
    if _INITIAL.fullmatch(word):
        return starts
    return True


def _is_degree(word: str) -> bool:
    """Tell a degree or an abbreviation of letters and stops (`S.Farm`, `M.Ikom`) from a word."""
    return bool(re.fullmatch(r"(?:[A-Z][a-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}", word))


def _next_word(text: str, match: re.Match[str]) -> str:
    found = _WORD.match(text, match.start("next"))
    return found.group() if found else ""

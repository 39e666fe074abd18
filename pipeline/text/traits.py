"""What a line looks like, whatever it says: how long it is, how it begins and ends, what its words are of.

No list of buttons or headings is ever whole. But `Story Saved`, `Kirim Komentar` and what the next
site will write share their make: two words in title case, no stop, a word of what a page can do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.text import layout, makers
from pipeline.text.interface import deals_with_page, heads_other_articles, opens_as_button
from pipeline.text.languages import lexicon
from pipeline.text.stamps import is_ago, is_signed_stamp, is_stamp
from pipeline.text.steps import step
from pipeline.text.translations import known

_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 30)
_LONGEST = 400
"""Characters that are looked at: the longest line that may be more than a report."""

_READER = re.compile(r"\b(?:you(?:r|['’]re)?|our|us|we|anda|kamu|kami|\w+mu)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"@\w|\bwww\b|https?:|\w\.(?:com|id|co|net|org|example)\b")
_SITE = re.compile(
    r"\b(?:newsletters?|subscri\w+|langganan|berlangganan|comments?|komentar|apps?|aplikasi|whatsapp|telegram|google"
    r"|facebook|instagram|twitter|tiktok|e-?mail|surel|iklan|advertis\w+|ads?|premium|akun|account|login|privacy"
    r"|kebijakan|terms|copyright|hak cipta|redaksi|pedoman|kontak|karier|careers?|halaman|pages?|link|tautan|video"
    r"|podcast|feedback|disclaimer|inbox|notifications?|free|gratis)\b",
    re.IGNORECASE,
)
"""What a site speaks of when it speaks of itself."""
_MAKER = re.compile(
    r"\b(?:(?:oleh|by) (?-i:[A-Z])|penulis|editors?|reporters?|reporting|pewarta|jurnalis|journalist|wartawan"
    r"|correspondent|redaktur|kontributor|contributed\b|fotografer|writer|laporan|reportase|tim\b)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:foto|photos?|images?|gambar|ilustrasi|illustration|pictured?|caption|grafik|infografis|dok)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\(?\d{1,2}[.:]\d{2}\b|\d{1,3}[’']")
"""When: `17.30 WIT – Pencarian dihentikan`, `83' Gol!`"""
_NUMBERED = re.compile(r"\d{1,2}[.)]?\s")
_STRIPPED = ".,:;!?()[]“”\"'‘’"


@lru_cache(maxsize=2048)
def traits(line: str) -> tuple[str, ...]:
    """Return the names of what a line, which is not empty, looks like.

    >>> [name for name in traits("Story Saved") if name.startswith(("words", "case", "end"))]
    ['words 2', 'case title', 'end letter']
    """
    return tuple(_shape(line)) + tuple(_contents(line[:_LONGEST]))


def _shape(line: str) -> Iterator[str]:
    words = line.split(maxsplit=_LENGTHS[-1])
    yield f"words {step(len(words), _LENGTHS)}"
    yield f"case {_case(line, words)}"
    yield f"end {_end(line[-1])}"
    yield f"start {_start(line[0])}"


def _case(line: str, words: list[str]) -> str:
    spelled = [word for word in words if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in spelled)
    if not spelled:
        return "none"
    if line.isupper() and len(line) > _SHORTEST_CAPITALS:
        return "capitals"
    if capitals in (0, len(spelled)):
        return "title" if capitals else "small"
    return "mixed" if capitals >= _MOST * len(spelled) else "sentence"


_SHORTEST_CAPITALS = 3
"""`DPR` is as it is always written."""
_MOST = 0.7


def _end(mark: str) -> str:
    if mark.isalnum():
        return "letter"
    return "quote" if mark in "”\"'’" else mark if mark in ".?!:,;…)" else "mark"


def _start(mark: str) -> str:
    if mark.isalpha():
        return "capital" if mark.isupper() else "small"
    if mark.isdigit():
        return "digit"
    return {"(": "bracket", "[": "bracket", "#": "at", "@": "at"}.get(
        mark, "quote" if mark in "“\"‘'" else "mark"
    )


def _contents(line: str) -> Iterator[str]:
    words = [stripped for word in line.split() if (stripped := word.strip(_STRIPPED).lower())]
    little = sum(word in _FUNCTION_WORDS for word in words)
    yield f"little words {_share(little, len(words))}"
    yield f"strange {_share(sum(map(_is_strange, words)), len(words))}"
    yield f"page {_share(sum(map(deals_with_page, words)), len(words))}"
    if is_ago(line):
        yield "ago"
    elif is_stamp(line):
        yield "stamp"
    elif is_signed_stamp(line):
        yield "signed stamp"
    for name, fits in _TRAITS:
        if fits(line):
            yield name


def _is_strange(word: str) -> bool:
    return not (known(word, "id") or known(word, "en"))


def _share(part: int, whole: int) -> str:
    if part in (0, whole):
        return "all" if part else "none"
    return "many" if _MANY * part >= whole else "some"


_MANY = 3
"""A third of the words are many."""
_FUNCTION_WORDS = frozenset(
    word for language in ("id", "en") if (found := lexicon(language)) for word in found.function_words
)
_TRAITS = (
    ("digits", re.compile(r"\d").search),
    ("clock", _CLOCK.match),
    ("numbered", _NUMBERED.match),
    ("semicolons", re.compile(";.*;").search),
    ("comma at end", re.compile(",$").search),
    ("reader", _READER.search),
    ("address", _ADDRESS.search),
    ("site", _SITE.search),
    ("maker", _MAKER.search),
    ("picture", _PICTURE.search),
    ("bars", re.compile(r"\s[|›»>/·•]\s|^[|›»>/·]").search),
    ("label", layout.LABELLED.match),
    ("scene", layout.CAPTION_START.match),
    ("names", makers.is_names),
    ("person", makers.is_person),
    ("button", opens_as_button),
    ("others", heads_other_articles),
    ("prose", layout.is_prose),
)

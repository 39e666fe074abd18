"""Who does what to whom: the doer and the one it is done to, where both languages show them plainly.

`Truk itu ditabrak kereta` has the truck hit; `the truck hit a train` has it hitting. Only clauses of
which verb and both nouns are known on both sides are judged: the others are left to models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Span
from pipeline.text.languages import lexicon
from pipeline.text.translations import answers
from pipeline.text.words import Word, words

_ACTIVE = re.compile(r"(?:mem|men|meng|meny|me)[a-z]{3,}")
_PASSIVE = re.compile(r"di[a-z]{4,}")
_NO_VERBS = frozenset(
    """
    menteri mereka memang menurut mengenai menjadi merupakan melalui melainkan menjelang meski meskipun
    menit meter media mesin medali metode medis merah merek mental dini dingin dinding dibanding
    dibandingkan dikarenakan diduga dilaporkan disebut dikabarkan dinilai diketahui disinformasi
    distributor diplomat diskusi diskusikan distribusi disiplin diskon disabilitas dinamika dialog
    diagnosis digital dimensi dinamakan dikira digolongkan dilaksanakan diadakan dikenal digelar dimulai
    dibuka ditutup dijual diberangkatkan dirinya direktur dinas
    """.split()
)
_TAKEN_EITHER_WAY = frozenset(
    """
    menerima mendapat mendapatkan memperoleh mengalami menderita memenangi memenangkan menghadapi
    menjalani menyambut memiliki mempunyai membutuhkan memerlukan melibatkan mengikuti menyusul
    didampingi
    """.split()
)
"""`Ia menerima penghargaan` is `he was awarded`: the doer in one language is none in the other."""

_NOT_JUDGED = _NO_VERBS | _TAKEN_EITHER_WAY

_BREAK = re.compile(
    r"[.;:,()“”\"]|\b(?:dan|atau|tetapi|namun|karena|sehingga|agar|untuk|yang|bahwa|saat|ketika|setelah|"
    r"sebelum|jika)\b"
)
_PREPOSITIONS = frozenset(
    """
    di ke dari pada dengan dalam untuk oleh kepada terhadap atas bagi sebagai soal tentang hingga sampai
    sejak
    """.split()
)
_BE = frozenset(
    """
    is are was were be been being get gets got getting am
    """.split()
)
_NEAR = 4
"""So many words before its verb a noun stands at most."""

_CLOSE = 3
"""So many words behind it."""


class Swap(NamedTuple):
    """The doer of one language that is the other's sufferer, in both texts, and the verb between."""

    indonesian: Span
    english: Span


def swapped(indonesian: str, english: str) -> Swap | None:
    """Return the first clause in which doer and sufferer have changed places.

    >>> swapped("Truk itu ditabrak kereta.", "The truck was hit by a train.")
    >>> swapped("Truk itu ditabrak kereta.", "The truck hit a train.") is not None
    True
    """
    ours, theirs = words(indonesian), words(english)
    breaks = [match.span() for match in _BREAK.finditer(indonesian)]
    for place, verb in enumerate(ours):
        if not verb.text.startswith(("me", "di")):
            continue
        active = _is_verb(verb, _ACTIVE)
        if not active and not _is_verb(verb, _PASSIVE):
            continue
        before, after = _around(ours, place, indonesian, breaks)
        if not active and "yang" in [word.text for word in ours[max(0, place - 1) : place]]:
            continue  # `surat yang ditulis guru` is `a letter written by a teacher`, or `a letter the teacher wrote`
        first, second = _places(before, english, theirs), _places(after[:1], english, theirs)
        if not first or not second:
            continue
        said = answers(verb.text, "id", english, "en")
        for at in (
            [theirs.index(said[0])] if len(said) == 1 else _between_names(first, second, english, theirs)
        ):
            if _is_swapped(first, at, second, theirs, active=active):
                return Swap(verb.span, theirs[at].span)
    return None


def _is_swapped(
    first: Sequence[int], at: int, second: Sequence[int], theirs: Sequence[Word], *, active: bool
) -> bool:
    """Tell whether English turns doer and sufferer round: by its order or by its voice, not by both."""
    turned = max(second) < at < min(first)
    left, right = (second, first) if turned else (first, second)
    if not max(left) < at < min(right) or at - max(left) > _NEAR or min(right) - at > _CLOSE:
        return False
    near = [word.text for word in theirs[max(0, at - 3) : at]]
    by = "by" in [word.text for word in theirs[at + 1 : min(right)]]
    if by:
        return bool(_BE.intersection(near)) and "to" not in near and turned is not active
    plain = not _BE.intersection(near) and "to" not in near and not theirs[at].text.endswith("ing")
    return plain and turned is active


def _between_names(
    first: Sequence[int], second: Sequence[int], english: str, theirs: Sequence[Word]
) -> list[int]:
    """Return where the verb is that no table knows: between two names that English turns round."""
    if len(first) != 1 or len(second) != 1:
        return []
    names = all(english[theirs[place].span.start].isupper() for place in (*first, *second))
    return [second[0] + 1] if names and 2 <= first[0] - second[0] <= _CLOSE else []


_NO_DOER = frozenset(
    """
    lebih secara mati aman palsu bersama dengan sangat paling hidup tewas kembali lagi saja
    """.split()
)


def _is_verb(word: Word, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.fullmatch(word.text)) and word.text not in _NOT_JUDGED


def _around(
    found: Sequence[Word], place: int, text: str, breaks: Sequence[tuple[int, int]]
) -> tuple[list[Word], list[Word]]:
    """Return the nouns before the verb at `place` and behind it, in its clause, nearest first."""
    verb = found[place].span
    start = max((end for _, end in breaks if end <= verb.start), default=0)
    relative = text[:start].endswith("yang")
    if relative:  # `pelaku yang menipu`: the noun before `yang` is what the clause is about
        before = [word for word in found[:place] if word.text != "yang"][-1:]
    else:
        before = [word for word in found[:place] if word.span.start >= start]
    stop = min((begin for begin, _ in breaks if begin >= verb.end), default=len(text))
    behind = [word for word in found[place + 1 :] if word.span.start < stop]
    if behind and behind[0].text == "oleh":
        behind = behind[1:]
    cut = next((number for number, word in enumerate(behind) if word.text in _PREPOSITIONS), len(behind))
    return list(_nouns(reversed(before[-_NEAR:]))), list(_nouns(iter(behind[: min(cut, _NEAR)])))


def _nouns(found: Iterator[Word]) -> Iterator[Word]:
    known = lexicon("id")
    assert known is not None
    return (
        word
        for word in found
        if len(word.text) > 2 and word.text not in known.function_words and word.text not in _NO_DOER
    )


def _places(nouns: Sequence[Word], english: str, theirs: Sequence[Word]) -> list[int]:
    """Return where English says the nouns: by a known translation, or as the same name."""
    found = []
    for noun in nouns[:2]:
        said = [word for word in theirs if word.text == noun.text] or answers(noun.text, "id", english, "en")
        if len(said) == 1:
            found.append(theirs.index(said[0]))
    return found

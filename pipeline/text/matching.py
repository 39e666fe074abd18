"""Find terms in running text: whole words, longest first, with what Indonesian hangs on to them.

`NATO-nya` holds NATO and `Kemenkeu-lah` Kemenkeu; `Cinangka` does not hold Cina, nor `KPKNL` KPK.
Nothing is stemmed: `kementerian` (ministry) and `menteri` (minister) share a stem.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.model import Policy, Span, Term, TermMatch
from pipeline.text.casing import is_all_caps, is_title_case
from pipeline.text.countries import countries
from pipeline.text.english import OTHERWISE_IN_THE_PLURAL, plural
from pipeline.text.geography import find_offices, find_places
from pipeline.text.readings import Around, choose, words_around
from pipeline.text.words import find

_WORD = re.compile(r"\w+(?:[.’']\w+)*")
_CLITIC = re.compile(r"(?<=\w)-?(?:nya|lah|kah|pun|ku|mu)$", re.IGNORECASE)
_HANGING = ("nya", "lah", "kah", "pun", "ku", "mu", "'s", "’s")
"""How a word ends that may have something hanging on to it, in small letters."""
_GAP = re.compile(r"[\s\u00a0]+|[-–/]")
_MARK = re.compile(r"\s{0,3}([^\w\s/–-]{1,2})\s{0,3}")
"""What parts the words of some entries: `Kab. Sleman`, `Badan Meteorologi, Klimatologi, dan Geofisika`."""
_STREET = re.compile(
    r"\b(?:Jalan(?!\s+Tol\b)|Jln\.?|Jl\.?|Gang|Gg\.?)\s+[A-Z][\w’']*\.?(?:\s+(?:[A-Z][\w’']*\.?|\d+))*"
)


@dataclass(slots=True)
class _Node:
    """A step in the tree of words and of the marks between them; `terms` end here.

    `tails` are marks that an entry has behind its last word: `Brigjen (Purn)`, `Kol.`
    """

    next: dict[str, _Node] = field(default_factory=dict)
    terms: list[tuple[str, Term]] = field(default_factory=list)
    tails: tuple[str, ...] = ()


class TermBase:
    """Terms of one direction, compiled into a tree of words; matching takes linear time.

    Where several terms have the same source form, `text.readings` chooses among them.
    """

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self.terms = tuple(terms)
        self.language = language
        self._root = _Node()
        forms = [(form, term) for term in self.terms for form in (term.source, *term.aliases)]
        for form, term in forms:
            self._add(form, term)
        if language == "en":
            known = {form for form, _ in forms}
            for form, term in forms:
                last = form.rpartition(" ")[2]
                if not last.islower() or last in OTHERWISE_IN_THE_PLURAL:
                    continue  # `Trump hails a deal`, but `flash floods`, `deputy ministers`
                if (several := plural(form)) not in known:
                    self._add(several, term)

    @cached_property
    def digest(self) -> str:
        """A SHA-256 in hex over every field of every term, in order."""
        total = hashlib.sha256()
        for term in self.terms:
            total.update(repr(term).encode())
        return total.hexdigest()

    def _add(self, form: str, term: Term) -> None:
        """Add a form as it is written, and without its commas, which some papers leave out."""
        for written in dict.fromkeys((form, form.replace(",", ""))):
            node = self._root
            end = 0
            for match in _WORD.finditer(written):
                if end and (mark := _MARK.fullmatch(written[end : match.start()])):
                    node = node.next.setdefault(mark[1], _Node())
                node = node.next.setdefault(_folded(match.group()), _Node())
                end = match.end()
            if node is not self._root:
                node.terms.append((written[:end], term))
                if (tail := written[end:]) and tail not in node.tails:
                    node.tails = (*node.tails, tail)

    def find(self, text: str, context: frozenset[str] = frozenset()) -> tuple[TermMatch, ...]:
        """Return the terms in `text`, in order, not overlapping, the longest at each place.

        `context` are the words around, as `words_around` gives them for an article: they decide
        between the readings of a short form (`PBB` beside `pajak` is a tax).
        """
        # `Jalan Jenderal Sudirman` is no general: the names of streets are not translated.
        words = [Span(*match.span()) for match in _WORD.finditer(_STREET.sub(_blank, text))]
        titled = is_title_case(text)
        around = Around(text, self.language, context or words_around((text,)), is_all_caps(text), titled)
        found: list[TermMatch] = []
        place = 0
        while place < len(words):
            if not self._opens(words[place].of(text)):
                place += 1
                continue
            match, taken = self._longest(words, place, around)
            if match and (inside := self._longer_inside(words, place, taken, around)):
                place = inside
                continue
            place += taken
            if match and not _is_echo(match.span, text):
                match = _short_after_long(match, found, text)
                found.append(_as_plural(match, text) if self.language == "id" else match)
                while place < len(words) and words[place].start < found[-1].span.end:
                    place += 1
        # In `Dana Desa Dituntut` every word has a capital, and none says where a name ends.
        if self.language == "id" and not titled:
            found = _with_places(found, find_places(text, self._entry))
            found = _with_places(found, find_offices(text, self._entry))
        return tuple(found)

    def _opens(self, word: str) -> bool:
        """Tell whether any term begins with a word; most words are no term's, and no more is asked of them."""
        return any(_folded(form) in self._root.next for form in self._forms(word))

    def _forms(self, word: str) -> tuple[str, ...]:
        """Return what a word may be in a term: what a clitic leaves of it, and the whole word."""
        if word.lower().endswith(_HANGING) and (bare := self._bare(word)) != word:
            return bare, word
        return (word,)

    def _bare(self, word: str) -> str:
        """Return a word without what hangs on to it: `NATO-nya`, `NATO's`."""
        if self.language == "id":
            return _CLITIC.sub("", word)
        return word.removesuffix("'s").removesuffix("’s")

    def _longer_inside(self, words: list[Span], place: int, taken: int, around: Around) -> int | None:
        """Return where in a match a longer term begins that reaches beyond it.

        `The House` is a short form of what `House of Representatives` says in full.
        """
        needed = taken - (
            words[place].of(around.text) == "The"
        )  # `The House speaker`: an article weighs nothing
        for inside in range(place + 1, place + taken):
            match, more = self._longest(words, inside, around)
            if match and more > needed and inside + more > place + taken:
                return inside
        return None

    def _entry(self, name: str) -> Term | None:
        """Return the term of a name, if the term base has it."""
        node: _Node | None = self._root
        end = 0
        for match in _WORD.finditer(name):
            node = _across(node, name[end : match.start()]) if node and end else node
            node = node.next.get(_folded(match.group())) if node else None
            end = match.end()
        return next((term for form, term in node.terms if form == name), None) if node else None

    def _longest(self, words: list[Span], place: int, around: Around) -> tuple[TermMatch | None, int]:
        """Return the longest term that starts at word `place`, and how many words it takes."""
        text = around.text
        best: tuple[TermMatch | None, int] = (None, 1)
        node = self._root
        for ahead in range(place, len(words)):
            if ahead > place:
                stepped = _across(node, text[words[ahead - 1].end : words[ahead].start])
                if stepped is None:
                    break
                node = stepped
            word = words[ahead].of(text)
            for end, ending in self._endings(node, text, words[ahead]):
                span = Span(words[place].start, end)
                if match := choose(span, ending.terms, around):
                    tail = next((tail for tail in ending.tails if text.startswith(tail, end)), "")
                    best = (replace(match, span=Span(span.start, end + len(tail))), ahead - place + 1)
            follower = node.next.get(_folded(word))
            if follower is None:
                break
            node = follower
        return best

    def _endings(self, node: _Node, text: str, word: Span) -> Iterator[tuple[int, _Node]]:
        """Yield where a term may end in this word: the whole word, or what a clitic leaves of it."""
        for form in self._forms(word.of(text)):
            follower = node.next.get(_folded(form))
            if follower is not None and follower.terms:
                yield word.start + len(form), follower


def _across(node: _Node, gap: str) -> _Node | None:
    """Step over what parts two words: white space and hyphens always, another mark where an entry has it."""
    if _GAP.fullmatch(gap):
        return node
    mark = _MARK.fullmatch(gap)
    return node.next.get(_folded(mark[1])) if mark else None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def _as_plural(match: TermMatch, text: str) -> TermMatch:
    """Take a plural in as one term: `kementerian-kementerian`, `negara-negara maju`, `para menteri`."""
    start, end = match.span
    word = match.span.of(text)
    first = word.split(maxsplit=1)[0].casefold()
    behind = end + 1 + len(word)
    if text[end:behind].casefold() == f"-{word}".casefold() and not text[behind : behind + 1].isalnum():
        end = behind
    elif start > len(first) and text[start - len(first) - 1 : start].casefold() == f"{first}-":
        start -= len(first) + 1
    elif text[max(0, start - 5) : start].casefold() != "para ":
        return match
    return replace(match, span=Span(start, end), target=plural(match.target))


def _is_echo(span: Span, text: str) -> bool:
    """Tell the second half of a doubled verb: the `pura` of `berpura-pura` is no temple."""
    start = span.start - (span.end - span.start) - 1
    doubled = start > 0 and text[start : span.start].casefold() == f"{span.of(text)}-".casefold()
    return doubled and text[start - 1].isalpha()


def _with_places(found: list[TermMatch], places: Iterable[TermMatch]) -> list[TermMatch]:
    """Add places named by a pattern; a term inside one makes way, any other term keeps its place."""
    starts = [match.span.start for match in found]
    gone: set[int] = set()
    added: list[TermMatch] = []
    for place in places:
        first, last = bisect_left(starts, place.span.start), bisect_left(starts, place.span.end)
        inside = range(first, last)
        if first and found[first - 1].span.overlaps(place.span):
            continue
        if any(found[at].span.end > place.span.end or found[at].span == place.span for at in inside):
            continue
        gone.update(inside)
        added.append(place)
    kept = (match for at, match in enumerate(found) if at not in gone)
    return sorted((*kept, *added), key=lambda match: match.span)


def _short_after_long(match: TermMatch, found: list[TermMatch], text: str) -> TermMatch:
    """Keep the short form in brackets behind its long one: `Dewan Perwakilan Rakyat (DPR)`."""
    if not found or text[found[-1].span.end : match.span.start].strip(" ,") != "(":
        return match
    before = found[-1]
    if before.term is not match.term and before.target.casefold() != match.target.casefold():
        return match
    short = match.term.short
    return replace(match, target=short if short.isupper() else match.span.of(text))


def wanted_forms(match: TermMatch, source: str) -> tuple[str, ...]:
    """Return the forms of which one has to stand in the translation, the wanted one first."""
    term = match.term
    forms = (
        (match.span.of(source),) if term.policy is Policy.KEEP else (match.target, term.target, term.short)
    )
    different = {form.casefold(): form for form in reversed((*forms, *term.accepts)) if form}
    return tuple(reversed(different.values()))


def stands(match: TermMatch, source: str, target: str) -> Span | None:
    """Return where a form of a term stands in the translation, the wanted form first."""
    places = (find(form, target) for form in wanted_forms(match, source))
    return next((place for place in places if place), None)


def is_kept(match: TermMatch, source: str, target: str) -> bool:
    """Tell whether a term is right in the translation: a form of it stands there, or its country does."""
    if stands(match, source, target):
        return True
    # `invasi Rusia` is rightly `Russian invasion`.
    named = {found for _, found in countries(match.span.of(source), "id")}
    named |= {found for _, found in countries(match.span.of(source), "en")}
    there = {found for language in ("id", "en") for _, found in countries(target, language)}
    return bool(named) and named <= there

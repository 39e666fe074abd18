"""Find terms in running text: whole words, longest first, with what Indonesian hangs on to them.

`NATO-nya` holds NATO and `Kemenkeu-lah` Kemenkeu; `Cinangka` does not hold Cina, nor `KPKNL` KPK.
Nothing is stemmed: `kementerian` (ministry) and `menteri` (minister) share a stem.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace

from pipeline.model import Policy, Span, Term, TermMatch
from pipeline.text.casing import is_all_caps, is_title_case
from pipeline.text.countries import countries
from pipeline.text.geography import find_places
from pipeline.text.words import find

_WORD = re.compile(r"\w+(?:[.’']\w+)*")
_CLITIC = re.compile(r"(?<=\w)-?(?:nya|lah|kah|pun|ku|mu)$", re.IGNORECASE)
_GAP = re.compile(r"[\s\u00a0]+|[-–/]")


@dataclass(slots=True)
class _Node:
    """A step in the tree of words; `terms` end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    terms: list[tuple[str, Term]] = field(default_factory=list)


class TermBase:
    """Terms of one direction, compiled into a tree of words; matching takes linear time.

    Where two terms have the same source form, the one that came first wins, and before it one whose
    context words stand in the article.
    """

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self.terms = tuple(terms)
        self.language = language
        self._root = _Node()
        for term in self.terms:
            for form in (term.source, *term.aliases):
                self._add(form, term)

    @property
    def digest(self) -> str:
        """A SHA-256 in hex over every field of every term, in order."""
        total = hashlib.sha256()
        for term in self.terms:
            total.update(repr(astuple(term)).encode())
        return total.hexdigest()

    def _add(self, form: str, term: Term) -> None:
        node = self._root
        for match in _WORD.finditer(form):
            node = node.next.setdefault(match.group().casefold(), _Node())
        if node is not self._root:
            node.terms.append((form, term))

    def find(self, text: str, context: frozenset[str] = frozenset()) -> tuple[TermMatch, ...]:
        """Return the terms in `text`, in order, not overlapping, the longest at each place.

        `context` are the words around, as `words_around` gives them for an article: they decide
        between the readings of a short form (`PBB` beside `pajak` is a tax).
        """
        words = [Span(*match.span()) for match in _WORD.finditer(text)]
        shouted = is_all_caps(text)
        around = context or words_around((text,))
        found: list[TermMatch] = []
        place = 0
        while place < len(words):
            match, taken = self._longest(text, words, place, shouted, around)
            if match:
                found.append(_short_after_long(match, found, text))
            place += taken
        # In `Dana Desa Dituntut` every word has a capital, and none says where a name ends.
        if self.language == "id" and not is_title_case(text):
            found += [match for match in find_places(text, self._translation) if not _clashes(match, found)]
        return tuple(sorted(found, key=lambda match: match.span))

    def _translation(self, name: str) -> str | None:
        """Return what the term base calls a name, if it has it."""
        node: _Node | None = self._root
        for match in _WORD.finditer(name):
            node = node.next.get(match.group().casefold()) if node else None
        return next((term.target for form, term in node.terms if form == name), None) if node else None

    def _longest(
        self, text: str, words: list[Span], place: int, shouted: bool, around: frozenset[str]
    ) -> tuple[TermMatch | None, int]:
        """Return the longest term that starts at word `place`, and how many words it takes."""
        best: tuple[TermMatch | None, int] = (None, 1)
        node = self._root
        for ahead in range(place, len(words)):
            if ahead > place and not _GAP.fullmatch(text[words[ahead - 1].end : words[ahead].start]):
                break
            word = words[ahead].of(text)
            for end, ending in self._endings(node, text, words[ahead]):
                span = Span(words[place].start, end)
                if match := _chosen(span, text, ending.terms, shouted, around):
                    best = (match, ahead - place + 1)
            follower = node.next.get(word.casefold())
            if follower is None:
                break
            node = follower
        return best

    def _endings(self, node: _Node, text: str, word: Span) -> Iterator[tuple[int, _Node]]:
        """Yield where a term may end in this word: the whole word, or what a clitic leaves of it."""
        surface = word.of(text)
        bare = (
            _CLITIC.sub("", surface)
            if self.language == "id"
            else surface.removesuffix("'s").removesuffix("’s")
        )
        for form in dict.fromkeys((bare, surface)):
            follower = node.next.get(form.casefold())
            if follower is not None and follower.terms:
                yield word.start + len(form), follower


def _clashes(place: TermMatch, found: list[TermMatch]) -> bool:
    """Tell whether a place by pattern meets a term; one that lies inside it makes way."""
    inside = [
        match
        for match in found
        if place.span.start <= match.span.start
        and match.span.end <= place.span.end
        and match.span != place.span
    ]
    if any(match.span.overlaps(place.span) for match in found if match not in inside):
        return True
    for match in inside:
        found.remove(match)
    return False


def _short_after_long(match: TermMatch, found: list[TermMatch], text: str) -> TermMatch:
    """Keep the short form in brackets behind its long one: `Dewan Perwakilan Rakyat (DPR)`."""
    if not found or text[found[-1].span.end : match.span.start].strip(" ,") != "(":
        return match
    before = found[-1].target.casefold()
    return replace(match, target=match.span.of(text)) if match.target.casefold() == before else match


def words_around(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts in small letters, as the context that chooses between readings."""
    return frozenset(match.group().casefold() for text in texts for match in _WORD.finditer(text))


def wanted_forms(match: TermMatch, source: str) -> tuple[str, ...]:
    """Return the forms of which one has to stand in the translation, the wanted one first."""
    term = match.term
    forms = (
        (match.span.of(source),) if term.policy is Policy.KEEP else (match.target, term.target, term.short)
    )
    return tuple(dict.fromkeys(form for form in (*forms, *term.accepts) if form))


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


def _chosen(
    span: Span, text: str, terms: list[tuple[str, Term]], shouted: bool, around: frozenset[str]
) -> TermMatch | None:
    """Choose among terms of the same form: a fitting context first, then the order of the files."""
    surface = span.of(text)
    fitting = [
        term
        for form, term in terms
        if _fits_case(surface, form, shouted)
        and (not term.context or any(word.casefold() in around for word in term.context))
    ]
    fitting.sort(key=lambda term: not term.context)
    return TermMatch(span, fitting[0], _cased(fitting[0], surface, span, text)) if fitting else None


def _fits_case(surface: str, form: str, shouted: bool) -> bool:
    """Tell whether the text may write the term so: `as` is not AS, `Bank` may open a sentence.

    A form in capitals wants capitals; one with a capital wants it, so that `kali` (times) is not the
    Kali of a name; one in small letters takes any.
    """
    if surface == form or shouted:
        return True
    if form.isupper():
        return surface.isupper()
    if form.islower():
        return surface.casefold() == form.casefold()
    initials = zip(_WORD.findall(form), _WORD.findall(surface), strict=False)
    return all(word[0].isupper() or not wanted[0].isupper() for wanted, word in initials)


def _cased(term: Term, surface: str, span: Span, text: str) -> str:
    """Return the target form as this place asks for it: a capital where a sentence opens."""
    if term.policy is Policy.KEEP:
        return surface
    target = term.target
    before = text[: span.start].strip(" “\"'(‘")
    if target[:1].islower() and surface[:1].isupper() and (not before or before[-1] in ".!?"):
        return target[0].upper() + target[1:]
    return target

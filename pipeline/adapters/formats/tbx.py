"""TBX-Basic, what translation tools exchange terms in: the glossary, or the terms that stand in one edition.

Written is the form that they all read (`martif`, `termEntry`, `langSet`, `tig`). What TBX has no category for, our
policy and context, stands in `projectSubset` notes, so that nothing is lost on the way there and back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from pipeline.adapters.formats import _xml as xml
from pipeline.model import Edition, Policy, Term

SUFFIX = ".tbx"
OURS = "dwibahasa:"
"""What begins a note that only we understand."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = {"preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts"}
_FORBIDDEN = "deprecatedTerm-admn-sts"
_WHOLE = frozenset({"term", "note", "descrip", "admin", "termNote", "p", "title"})


class Entry(Protocol):
    """A term as both languages say it."""

    @property
    def indonesian(self) -> str:
        """The house's form in Indonesian."""

    @property
    def english(self) -> str:
        """The house's form in English."""

    @property
    def kind(self) -> str:
        """What it names: an institution, a place."""

    @property
    def policy(self) -> Policy:
        """How strictly it binds."""

    @property
    def indonesian_aliases(self) -> tuple[str, ...]:
        """Other forms in Indonesian."""

    @property
    def english_aliases(self) -> tuple[str, ...]:
        """Other forms in English."""

    @property
    def english_allowed(self) -> tuple[str, ...]:
        """Forms that are right in a translation, and not looked for in a source."""

    @property
    def short(self) -> str:
        """The form after the first mention."""

    @property
    def context(self) -> tuple[str, ...]:
        """Words of which one must stand in the article."""

    @property
    def note(self) -> str:
        """What a translator should know."""

    @property
    def origin(self) -> str:
        """Where the entry is from."""


class _Used(NamedTuple):
    indonesian: str
    english: str
    kind: str
    policy: Policy
    indonesian_aliases: tuple[str, ...]
    english_aliases: tuple[str, ...]
    english_allowed: tuple[str, ...]
    short: str
    context: tuple[str, ...]
    note: str
    origin: str


def write(edition: Edition) -> str:
    """Return the terms that stand in an edition's source, each once, in the order of the article."""
    terms = dict.fromkeys(match.term for unit in edition.units for match in unit.draft.matches)
    return document((_used(term, edition.article.direction.source) for term in terms), edition.article.key)


def _used(term: Term, source: str) -> _Used:
    indonesian, english = (term.source, term.target) if source == "id" else (term.target, term.source)
    theirs, ours = (term.aliases, term.accepts) if source == "id" else (term.accepts, term.aliases)
    allowed, aliases = (ours, ()) if source == "id" else ((), ours)
    about = (term.short, term.context, term.note, term.origin)
    return _Used(indonesian, english, term.kind, term.policy, theirs, aliases, allowed, *about)


def document(entries: Iterable[Entry], title: str = "Dwibahasa") -> str:
    """Return entries as a TBX-Basic file."""
    root = xml.begin("martif", {}, type="TBX-Basic", **{_LANG: "id"})
    description = xml.add(xml.add(root, "martifHeader"), "fileDesc")
    xml.add(xml.add(description, "titleStmt"), "title", xml.escaped(title))
    xml.add(xml.add(description, "sourceDesc"), "p", "Term bases of a newsroom, Indonesian and English")
    body = xml.add(xml.add(root, "text"), "body")
    for number, one in enumerate(entries, 1):
        _write_entry(body, number, one)
    return xml.written(root, _WHOLE)


def _write_entry(body: Any, number: int, one: Entry) -> None:
    entry = xml.add(body, "termEntry", id=f"c{number}")
    xml.add(entry, "descrip", one.kind, type="subjectField")
    xml.add(entry, "admin", f"{OURS}policy:{one.policy}", type="projectSubset")
    if one.short:
        xml.add(entry, "admin", f"{OURS}short:{xml.escaped(one.short)}", type="projectSubset")
    for word in one.context:
        xml.add(entry, "admin", f"{OURS}context:{xml.escaped(word)}", type="projectSubset")
    if one.origin:
        xml.add(entry, "admin", xml.escaped(one.origin), type="source")
    if one.note:
        xml.add(entry, "note", xml.escaped(one.note))
    indonesian = xml.add(entry, "langSet", **{_LANG: "id"})
    for place, form in enumerate((one.indonesian, *one.indonesian_aliases)):
        _write_term(indonesian, form, "admitted" if place else "preferred")
    english = xml.add(entry, "langSet", **{_LANG: "en"})
    for place, form in enumerate((one.english, *one.english_aliases)):
        status = "admitted" if place else "preferred"
        if one.policy is Policy.FORBID:
            status = _FORBIDDEN
        _write_term(english, form, status, short=form == one.short)
    for form in one.english_allowed:
        _write_term(english, form, "admitted", short=form == one.short, allowed=True)


def _write_term(parent: Any, form: str, status: str, *, short: bool = False, allowed: bool = False) -> None:
    holder = xml.add(parent, "tig")
    xml.add(holder, "term", xml.escaped(form))
    xml.add(holder, "termNote", _STATUS.get(status, status), type="administrativeStatus")
    if short:
        xml.add(holder, "termNote", "shortForm", type="termType")
    if allowed:
        xml.add(holder, "admin", f"{OURS}ok", type="projectSubset")

"""Term bases as TBX-Basic: what translation tools exchange.

Read are the form that we write (`martif`, `termEntry`, `langSet`, `tig`: `formats/tbx.py`) and the later one (`tbx`,
`conceptEntry`, `langSec`, `termSec`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.adapters.formats import _xml as xml
from pipeline.adapters.formats.tbx import OURS
from pipeline.adapters.glossaries.csv import ALLOWED, ENGLISH, KINDS, Row, row_of
from pipeline.errors import ArticleError, GlossaryError
from pipeline.model import Policy

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = ("termEntry", "conceptEntry")
_TERM_HOLDERS = ("tig", "ntig", "termSec")
_FORBIDDEN = ("deprecatedTerm", "supersededTerm")


def read(data: bytes, path: Path) -> Iterator[Row | GlossaryError]:
    """Read the entries of a TBX file as rows; what is wrong comes in its place.

    An entry of another tool gets the kind `concept` if its subject is none of ours, and the policy
    `require` where its English term is preferred, `prefer` where it says nothing.
    """
    try:
        root = xml.parse(data)
    except ArticleError as error:
        yield GlossaryError(path, 0, str(error))
        return
    entries = [element for element in root.iter() if xml.name(element) in _ENTRIES]
    if not entries:
        yield GlossaryError(path, 0, "has no term entries: is it TBX?")
    for entry in entries:
        try:
            yield _read_entry(entry, path)
        except GlossaryError as error:
            yield error


def _read_entry(entry: Any, path: Path) -> Row:
    line = int(entry.sourceline or 0)
    terms = {"id": _terms(entry, "id"), "en": _terms(entry, "en")}
    for language, forms in terms.items():
        if not forms:
            raise GlossaryError(path, line, f"the entry has no term in {language!r}")
    ours = [
        text.removeprefix(OURS) for text in _texts(entry, "admin", "projectSubset") if text.startswith(OURS)
    ]
    said = dict(text.partition(":")[::2] for text in ours if not text.startswith("context:"))
    subject = next(iter((*_texts(entry, "descrip", "subjectField"), *_texts(entry, "subjectField", ""))), "")
    notes = [_text(child) for child in xml.children(entry, "note")]
    if subject and subject not in KINDS:
        notes.append(f"subject: {subject}")
    (indonesian, *others), (english, *also) = terms["id"], terms["en"]
    cells = (
        indonesian.form,
        english.form,
        subject if subject in KINDS else "concept",
        said.get("policy") or _policy(english),
        ";".join(
            (
                *(one.form for one in others),
                *(f"{ALLOWED if one.allowed else ENGLISH}{one.form}" for one in also),
            )
        ),
        said.get("short") or next((one.form for one in (english, *also) if one.short), ""),
        ";".join(text.removeprefix("context:") for text in ours if text.startswith("context:")),
        "; ".join(notes),
        next(iter((*_texts(entry, "admin", "source"), *_texts(entry, "source", ""))), ""),
    )
    return row_of(path, line, [" ".join(cell.split()) for cell in cells])


class _Form:
    """A term as the file has it: the form, and what is said of it."""

    def __init__(self, holder: Any, form: str) -> None:
        said = {
            value for element in holder.iter() for value in (_text(element),) if xml.name(element) != "term"
        }
        self.form = form
        self.status = " ".join(sorted(said))
        self.short = bool(said & {"shortForm", "acronym", "abbreviation"})
        self.allowed = f"{OURS}ok" in said


def _terms(entry: Any, language: str) -> list[_Form]:
    """Return the terms of a language, the preferred one first."""
    found = [
        _Form(holder, form)
        for section in entry
        if xml.name(section) in ("langSet", "langSec")
        and xml.attribute(section, "lang").replace("_", "-").split("-")[0].lower() == language
        for holder in section
        if xml.name(holder) in _TERM_HOLDERS
        for element in holder.iter()
        if xml.name(element) == "term" and (form := _text(element))
    ]
    return sorted(found, key=lambda one: "preferred" not in one.status)


def _policy(english: _Form) -> Policy:
    if any(word in english.status for word in _FORBIDDEN):
        return Policy.FORBID
    return Policy.REQUIRE if "preferred" in english.status else Policy.PREFER


def _texts(entry: Any, tag: str, kind: str) -> list[str]:
    """Return what the children of an entry called `tag` say, groups (`descripGrp`) looked into."""
    within = (child for one in entry for child in ((one,) if not xml.name(one).endswith("Grp") else one))
    return [_text(one) for one in within if xml.name(one) == tag and xml.attribute(one, "type") == kind]


def _text(element: Any) -> str:
    return xml.unescaped(" ".join("".join(element.itertext()).split()))

"""XLIFF 2.1: editions to translators' tools, and what comes back from them.

A block is a group, a sentence a unit of one segment: most tools show notes by unit, and a flag belongs
to its sentence. Flags are notes, terms the glossary module, the machine's proposals the match module.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.adapters.formats import _record
from pipeline.adapters.formats._inline import text_of
from pipeline.adapters.formats._xml import (
    FORBIDDEN,
    add,
    attribute,
    begin,
    child,
    children,
    escaped,
    name,
    parse,
    unescaped,
    written,
)
from pipeline.errors import ArticleError
from pipeline.model import (
    BitextUnit,
    BlockKind,
    Direction,
    Edition,
    Flag,
    Policy,
    SegmentState,
    Severity,
    Unit,
)

SUFFIX = ".xlf"

_CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
_GLOSSARY = "{urn:oasis:names:tc:xliff:glossary:2.0}"
_MATCHES = "{urn:oasis:names:tc:xliff:matches:2.0}"
_METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
_PREFIXES = {None: _CORE[1:-1], "gls": _GLOSSARY[1:-1], "mtc": _MATCHES[1:-1], "mda": _METADATA[1:-1]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHOLE = frozenset({"source", "target", "note", "meta", "term", "translation", "definition"})

_OURS = "dwibahasa:"
_PRIORITIES = {Severity.CRITICAL: "1", Severity.MAJOR: "4", Severity.MINOR: "7"}


def write(edition: Edition) -> str:
    """Write the edition, whole: `read_edition` gives it back."""
    article = edition.article
    root = begin(f"{_CORE}xliff", _PREFIXES, version="2.1")
    root.attrib.update({"srcLang": article.direction.source, "trgLang": article.direction.target})
    root.set(_SPACE, "preserve")
    file = add(root, f"{_CORE}file", id="edition", original=escaped(article.key), canResegment="no")
    _keep(file, _record.head(edition))
    group = None
    for unit, record in _record.records(edition):
        block = unit.draft.segment.block
        if group is None or group.get("id") != block.key:
            group = add(file, f"{_CORE}group", id=block.key, type=f"{_OURS}{block.kind}")
        _write_unit(group, unit, record, edition)
    return written(root, _WHOLE)


def _write_unit(group: Any, unit: Unit, record: str, edition: Edition) -> None:
    segment = unit.draft.segment
    element = add(group, f"{_CORE}unit", id=segment.key)
    _keep(element, record)
    _write_matches(element, unit, f"{edition.signature.engine} {edition.signature.model}".strip())
    _write_glossary(element, unit)
    if unit.flags:
        notes = add(element, f"{_CORE}notes")
        for number, flag in enumerate(unit.flags, 1):
            text = escaped(f"{flag.severity} ({flag.check}): {flag.message}")
            attributes = {
                "category": escaped(flag.check),
                "priority": _PRIORITIES[flag.severity],
                **_side(flag),
            }
            add(notes, f"{_CORE}note", text, id=f"n{number}", **attributes)
    one = add(element, f"{_CORE}segment", id="s1", state=unit.state)
    _fill(add(one, f"{_CORE}source"), unit.source)
    _fill(add(one, f"{_CORE}target"), unit.target)
    if segment.tail:
        between = add(element, f"{_CORE}ignorable")
        _fill(add(between, f"{_CORE}source"), segment.tail)


def _keep(element: Any, record: str) -> None:
    metadata = add(element, f"{_METADATA}metadata")
    group = add(metadata, f"{_METADATA}metaGroup", category="dwibahasa")
    add(group, f"{_METADATA}meta", record, type="record")


def _kept(element: Any) -> str:
    """Return what `_keep` put there."""
    for metadata in children(element, "metadata"):
        for group in children(metadata, "metaGroup"):
            if group.get("category") == "dwibahasa":
                return next((one.text or "" for one in group if one.get("type") == "record"), "")
    return ""


def _write_matches(element: Any, unit: Unit, origin: str) -> None:
    proposals = [unit.machine.text, *(one.text for one in unit.alternatives)]
    if unit.draft.carried or not any(proposals):
        return
    matches = add(element, f"{_MATCHES}matches")
    for text in dict.fromkeys(proposals):
        match = add(matches, f"{_MATCHES}match", ref="#s1", type="mt", origin=escaped(origin))
        _fill(add(match, f"{_CORE}source"), unit.source)
        _fill(add(match, f"{_CORE}target"), text)


def _write_glossary(element: Any, unit: Unit) -> None:
    # The module knows no “not so”: what is forbidden stands in the flags.
    matches = [match for match in unit.draft.matches if match.term.policy is not Policy.FORBID]
    entries = {(match.term.source, match.target): match.term for match in matches}
    if not entries:
        return
    glossary = add(element, f"{_GLOSSARY}glossary")
    for (source, target), term in entries.items():
        entry = add(glossary, f"{_GLOSSARY}glossEntry")
        add(entry, f"{_GLOSSARY}term", escaped(source), source=escaped(term.origin))
        add(entry, f"{_GLOSSARY}translation", escaped(target))
        if term.note:
            add(entry, f"{_GLOSSARY}definition", escaped(term.note))


def _side(flag: Flag) -> dict[str, str]:
    """Say to which language a note applies, where it is one of them alone."""
    if (flag.source_span is None) is (flag.target_span is None):
        return {}
    return {"appliesTo": "source" if flag.source_span else "target"}


def _fill(element: Any, text: str) -> None:
    """Set the text of a source or target; XLIFF has an element for what XML can't hold."""
    place = 0
    last = None
    for found in (*FORBIDDEN.finditer(text), None):
        piece = text[place : found.start() if found else None]
        if last is None:
            element.text = piece
        else:
            last.tail = piece
        if found:
            last = add(element, f"{_CORE}cp", hex=f"{ord(found[0]):04X}")
            place = found.end()


def read_edition(data: bytes) -> Edition:
    """Return the edition that `write` wrote, with the texts and states that stand in it now.

    Raises:
        ArticleError: it is no XLIFF 2 of ours, or a tool has dropped what made it an edition.
    """
    for file in parse(data):
        units = (one for one in file.iter() if name(one) == "unit")
        return _record.rebuilt(_kept(file), [_written(unit) for unit in units])
    raise ArticleError("this XLIFF holds no file")


def _written(unit: Any) -> _record.Written:
    group, segment = unit.getparent(), child(unit, "segment")
    return _record.Written(
        group.get("id", ""),
        _kind(unit),
        unit.get("id", ""),
        _text(segment, "source"),
        _text(segment, "target"),
        _state(segment),
        _kept(unit),
    )


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return every segment of every file, in order, the untranslated ones too.

    Raises:
        ArticleError: it is no well-formed XLIFF 2.
    """
    root = parse(data)
    direction = _direction(root)
    for file in root:
        for unit in (one for one in file.iter() if name(one) == "unit"):
            yield from _of_unit(unit, direction, unescaped(file.get("original", "")))


def _of_unit(unit: Any, direction: Direction | None, edition: str) -> Iterator[BitextUnit]:
    segments = [one for one in unit if name(one) == "segment"]
    for number, segment in enumerate(segments, 1):
        key = unit.get("id", "")
        yield BitextUnit(
            key=key if len(segments) == 1 else f"{key}/{segment.get('id') or number}",
            source=_text(segment, "source"),
            target=_text(segment, "target"),
            direction=direction,
            kind=_kind(unit),
            state=_state(segment),
            edition=edition,
            base=_record.base_of(_kept(unit)),
            notes=tuple(unescaped(text_of(note)) for notes in children(unit, "notes") for note in notes),
        )


def _text(segment: Any, language: str) -> str:
    element = child(segment, language)
    if element is None:
        return ""
    text = text_of(element)
    return text if _preserved(element) else text.strip()


def _preserved(element: Any) -> bool:
    """Tell whether the white space belongs to the text; if not, a tool's line breaks surround it."""
    while element is not None:
        if said := attribute(element, "space"):
            return said == "preserve"
        element = element.getparent()
    return False


def _kind(unit: Any) -> BlockKind:
    for one in (unit, *unit.iterancestors()):
        said = one.get("type", "")
        if said.startswith(_OURS) and said.removeprefix(_OURS) in set(BlockKind):
            return BlockKind(said.removeprefix(_OURS))
    return BlockKind.PARAGRAPH


def _state(segment: Any) -> SegmentState:
    said = segment.get("state", "initial")
    return SegmentState(said) if said in set(SegmentState) else SegmentState.INITIAL


def _direction(root: Any) -> Direction | None:
    source, target = (root.get(one, "").lower().partition("-")[0] for one in ("srcLang", "trgLang"))
    if not source:
        raise ArticleError("this XLIFF doesn't say its source language (srcLang)")
    return Direction(source, target) if target else None

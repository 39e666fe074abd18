"""XLIFF 1.2: for the translators' tools that never moved on, which are most of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.adapters.formats import _record
from pipeline.adapters.formats._inline import text_of
from pipeline.adapters.formats._xml import (
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
from pipeline.model import BitextUnit, BlockKind, Direction, Edition, SegmentState, Severity, Unit

SUFFIX = ".xliff12.xlf"

_CORE = "{urn:oasis:names:tc:xliff:document:1.2}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHOLE = frozenset({"source", "target", "note", "context"})
_RECORD = "x-dwibahasa-record"
_KIND = "x-dwibahasa-"
_PRIORITIES = {Severity.CRITICAL: "1", Severity.MAJOR: "4", Severity.MINOR: "7"}

_STATES = {
    "translated": SegmentState.TRANSLATED,
    "needs-review-adaptation": SegmentState.TRANSLATED,
    "needs-review-l10n": SegmentState.TRANSLATED,
    "needs-review-translation": SegmentState.TRANSLATED,
    "signed-off": SegmentState.REVIEWED,
    "final": SegmentState.FINAL,
}
"""States of 1.2 as steps of a segment's way; all others mean that a translator has work to do."""

_WRITTEN_STATES = {
    SegmentState.INITIAL: "new",
    SegmentState.TRANSLATED: "translated",
    SegmentState.REVIEWED: "signed-off",
    SegmentState.FINAL: "final",
}


def write(edition: Edition) -> str:
    """Write the edition, whole: `read_edition` gives it back."""
    direction, signature = edition.article.direction, edition.signature
    root = begin(f"{_CORE}xliff", {None: _CORE[1:-1]}, version="1.2")
    file = add(root, f"{_CORE}file", original=escaped(edition.article.key), datatype="plaintext")
    file.attrib.update({"source-language": direction.source, "target-language": direction.target})
    header = add(file, f"{_CORE}header")
    tool = {"tool-id": "dwibahasa", "tool-name": "Dwibahasa", "tool-version": escaped(signature.version)}
    add(header, f"{_CORE}tool", **tool)
    whole = add(add(file, f"{_CORE}body"), f"{_CORE}group", id="edition")
    _keep(whole, _record.head(edition))
    group = None
    for unit, record in _record.records(edition):
        block = unit.draft.segment.block
        if group is None or group.get("id") != block.key:
            group = add(whole, f"{_CORE}group", id=block.key, restype=f"{_KIND}{block.kind}")
        _write_unit(group, unit, record)
    return written(root, _WHOLE)


def _write_unit(group: Any, unit: Unit, record: str) -> None:
    kind, approved = f"{_KIND}{unit.kind}", "yes" if unit.state is SegmentState.FINAL else "no"
    one = add(group, f"{_CORE}trans-unit", id=unit.draft.segment.key, restype=kind, approved=approved)
    one.set(_SPACE, "preserve")
    add(one, f"{_CORE}source", escaped(unit.source))
    add(one, f"{_CORE}target", escaped(unit.target), state=_WRITTEN_STATES[unit.state])
    for flag in unit.flags:
        text = escaped(f"{flag.severity} ({flag.check}): {flag.message}")
        add(one, f"{_CORE}note", text, priority=_PRIORITIES[flag.severity])
    for hypothesis in () if unit.draft.carried else (unit.machine, *unit.alternatives):
        proposal = add(one, f"{_CORE}alt-trans", origin="machine translation")
        add(proposal, f"{_CORE}source", escaped(unit.source))
        add(proposal, f"{_CORE}target", escaped(hypothesis.text))
    _keep(one, record)


def read_edition(data: bytes) -> Edition:
    """Return the edition that `write` wrote, with the texts and states that stand in it now.

    Raises:
        ArticleError: it is no XLIFF 1.2 of ours, or a tool has dropped what made it an edition.
    """
    root = parse(data)
    whole = next((one for one in root.iter(f"{_CORE}group") if one.get("id") == "edition"), root)
    return _record.rebuilt(_kept(whole), [_written(unit) for unit in root.iter(f"{_CORE}trans-unit")])


def _written(unit: Any) -> _record.Written:
    ((key, source, target),) = _segments(unit)
    block = unit.getparent().get("id", "")
    return _record.Written(block, _kind(unit), key, source, target, _state(unit), _kept(unit))


def _keep(element: Any, record: str) -> None:
    group = add(element, f"{_CORE}context-group")
    add(group, f"{_CORE}context", record, **{"context-type": _RECORD})


def _kept(element: Any) -> str:
    """Return what `_keep` put there."""
    contexts = (one for group in children(element, "context-group") for one in group)
    return next((one.text or "" for one in contexts if one.get("context-type") == _RECORD), "")


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return every segment of every file, in order, the untranslated ones too.

    Raises:
        ArticleError: it is no well-formed XLIFF 1.2.
    """
    for file in children(parse(data), "file"):
        languages = (file.get("source-language", ""), file.get("target-language", ""))
        direction = Direction(*(language.lower().partition("-")[0] for language in languages))
        for unit in (one for one in file.iter() if name(one) == "trans-unit"):
            for key, source, target in _segments(unit):
                yield BitextUnit(
                    key=key,
                    source=source,
                    target=target,
                    direction=direction if all(direction) else None,
                    kind=_kind(unit),
                    state=_state(unit),
                    edition=unescaped(file.get("original", "")),
                    base=_record.base_of(_kept(unit)),
                    notes=tuple(unescaped(text_of(note)) for note in children(unit, "note")),
                )


def _segments(unit: Any) -> Iterator[tuple[str, str, str]]:
    """Yield key, source and target of a unit, or of each of its segments where a tool has cut it up."""
    key, target = unit.get("id", ""), child(unit, "target")
    cut = _marked(child(unit, "seg-source"))
    translated = _marked(target)
    if cut and (target is None or translated):
        for number, source in cut.items():
            yield f"{key}/{number}", unescaped(text_of(source)), _text(translated.get(number), unit)
        return
    yield key, _text(child(unit, "source"), unit), _text(target, unit)


def _marked(element: Any | None) -> dict[str, Any]:
    """Return the segments marked in an element, by number."""
    if element is None:
        return {}
    found = (one for one in element.iter() if name(one) == "mrk" and one.get("mtype") == "seg")
    return {one.get("mid", ""): one for one in found}


def _text(element: Any | None, unit: Any) -> str:
    if element is None:
        return ""
    text = unescaped(text_of(element))
    return text if "preserve" in (attribute(element, "space"), attribute(unit, "space")) else text.strip()


def _kind(unit: Any) -> BlockKind:
    said = unit.get("restype", "").removeprefix(_KIND)
    return BlockKind(said) if said in set(BlockKind) else BlockKind.PARAGRAPH


def _state(unit: Any) -> SegmentState:
    target = child(unit, "target")
    if target is None:
        return SegmentState.INITIAL
    if unit.get("approved") == "yes":
        return SegmentState.FINAL
    return _STATES.get(target.get("state", ""), SegmentState.INITIAL)

"""XLIFF 2.1: editions to translators' tools, and what comes back from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.adapters.formats._inline import text_of
from pipeline.adapters.formats._xml import attribute, child, children, name, parse, unescaped
from pipeline.errors import ArticleError
from pipeline.model import BitextUnit, BlockKind, Direction, SegmentState

_OURS = "dwibahasa:"


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return every segment of every file, in order, the untranslated ones too.

    Raises:
        ArticleError: it is no well-formed XLIFF 2.
    """
    root = parse(data)
    direction = _direction(root)
    for file in root:
        for unit in (one for one in file.iter() if name(one) == "unit"):
            yield from _of_unit(unit, direction, file.get("original", ""))


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

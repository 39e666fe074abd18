"""XLIFF 1.2: for the translators' tools that never moved on, which are most of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.adapters.formats._inline import text_of
from pipeline.adapters.formats._xml import attribute, child, children, name, parse, unescaped
from pipeline.model import BitextUnit, BlockKind, Direction, SegmentState

_KIND = "x-dwibahasa-"

_STATES = {
    "translated": SegmentState.TRANSLATED,
    "needs-review-adaptation": SegmentState.TRANSLATED,
    "needs-review-l10n": SegmentState.TRANSLATED,
    "needs-review-translation": SegmentState.TRANSLATED,
    "signed-off": SegmentState.REVIEWED,
    "final": SegmentState.FINAL,
}
"""States of 1.2 as steps of a segment's way; all others mean that a translator has work to do."""


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
                    edition=file.get("original", ""),
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

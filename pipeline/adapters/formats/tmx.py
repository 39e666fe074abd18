"""TMX 1.4b: translation memories, from and for every translator's tool."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

from pipeline.adapters.formats._inline import text_of
from pipeline.adapters.formats._xml import attribute, children, each, unescaped
from pipeline.errors import ArticleError
from pipeline.model import BitextUnit, BlockKind, Direction, SegmentState

_OURS = "x-dwibahasa-"


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return every pair of a source and a translation; a unit in three languages makes two.

    Raises:
        ArticleError: it is no well-formed TMX.
    """
    return stream(BytesIO(data))


def stream(file: BinaryIO) -> Iterator[BitextUnit]:
    """Return the pairs of `units` from an open file, in constant memory.

    Raises:
        ArticleError: it is no well-formed TMX.
    """
    for number, element in enumerate(each(file, "tu"), 1):
        yield from _pairs(element, number)


def _pairs(element: Any, number: int) -> Iterator[BitextUnit]:
    variants = [(_language(one), one) for one in children(element, "tuv")]
    source = _language_of(element)
    first = next((one for one in variants if one[0] == source), variants[0] if variants else None)
    if first is None:
        raise ArticleError(f"translation unit {number} has no text")
    given = [(one.get("type", ""), unescaped(text_of(one))) for one in children(element, "prop")]
    known = {kind.removeprefix(_OURS): value for kind, value in given if kind.startswith(_OURS)}
    for variant in variants:
        if variant is first:
            continue
        yield BitextUnit(
            key=known.get("key") or element.get("tuid") or str(number),
            source=_segment(first[1], number),
            target=_segment(variant[1], number),
            direction=Direction(first[0], variant[0]),
            kind=_known(BlockKind, known.get("kind"), BlockKind.PARAGRAPH),
            state=_known(SegmentState, known.get("state"), SegmentState.INITIAL),
            edition=known.get("edition", ""),
            base=known.get("base"),
            author=_either(element, variant[1], "changeid", "creationid"),
            at=_moment(_either(element, variant[1], "changedate", "creationdate")),
            notes=tuple(unescaped(text_of(note)) for note in children(element, "note")),
            properties=tuple(one for one in given if not one[0].startswith(_OURS)),
        )


def _language_of(element: Any) -> str:
    """Return the language that the unit, or else the file, calls its source."""
    header = element.getroottree().getroot().find("header")
    said = element.get("srclang") or (header.get("srclang", "") if header is not None else "")
    return str(said).lower().partition("-")[0]


def _language(variant: Any) -> str:
    return attribute(variant, "lang").lower().partition("-")[0].partition("_")[0]


def _segment(variant: Any, number: int) -> str:
    segments = children(variant, "seg")
    if len(segments) != 1:
        raise ArticleError(f"translation unit {number} has {len(segments)} segments in one language")
    return unescaped(text_of(segments[0]))


def _known(kind: Any, value: str | None, default: Any) -> Any:
    return kind(value) if value in set(kind) else default


def _either(element: Any, variant: Any, *names: str) -> str:
    return next((one.get(name) for name in names for one in (variant, element) if one.get(name)), "")


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None

"""TMX 1.4b: translation memories, from and for every translator's tool; an edition is a small one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

from pipeline import __version__
from pipeline.adapters.formats import _record
from pipeline.adapters.formats._inline import text_of
from pipeline.adapters.formats._xml import (
    add,
    attribute,
    begin,
    children,
    each,
    escaped,
    line,
    parse,
    unescaped,
)
from pipeline.errors import ArticleError
from pipeline.model import BitextUnit, BlockKind, Direction, Edition, SegmentState, Unit

SUFFIX = ".tmx"

_OURS = "x-dwibahasa-"
_RECORD = f"{_OURS}record"
_MOMENT = "%Y%m%dT%H%M%SZ"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADER = {
    "creationtool": "dwibahasa",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "dwibahasa",
    "adminlang": "en",
    "datatype": "plaintext",
}


def write(edition: Edition) -> str:
    """Write the edition, whole: `read_edition` gives it back."""
    found = (_unit_of(edition, unit, record) for unit, record in _record.records(edition))
    return "".join(written_units(found, edition.article.direction.source, _record.head(edition)))


def _unit_of(edition: Edition, unit: Unit, record: str) -> BitextUnit:
    segment = unit.draft.segment
    return BitextUnit(
        key=segment.key,
        source=unit.source,
        target=unit.target,
        direction=unit.direction,
        kind=unit.kind,
        state=unit.state,
        edition=edition.article.key,
        notes=tuple(f"{flag.severity} ({flag.check}): {flag.message}" for flag in unit.flags),
        properties=((f"{_OURS}block", segment.block.key), (_RECORD, record)),
    )


def written_units(units: Iterable[BitextUnit], source: str, record: str = "") -> Iterator[str]:
    """Write a memory piece by piece, in constant memory; joined, the pieces are the file.

    `source` is the language that most units translate from. A unit without a direction is left out:
    TMX can't say what it is.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    header = begin("header", {}, srclang=source, **_HEADER)
    if record:
        add(header, "prop", record, type=_RECORD)
    yield line(header)
    yield "<body>\n"
    yield from (line(_element(unit)) for unit in units if unit.direction)
    yield "</body>\n</tmx>\n"


def _element(unit: BitextUnit) -> Any:
    assert unit.direction is not None
    element = begin("tu", {}, srclang=unit.direction.source)
    if unit.at:
        element.set("changedate", unit.at.astimezone(UTC).strftime(_MOMENT))
    if unit.author:
        element.set("changeid", escaped(unit.author))
    for note in unit.notes:
        add(element, "note", escaped(note))
    ours = {
        "edition": unit.edition,
        "key": unit.key,
        "kind": unit.kind,
        "state": unit.state,
        "base": unit.base,
    }
    said = [(f"{_OURS}{name}", value) for name, value in ours.items() if value is not None]
    for kind, value in (*said, *unit.properties):
        add(element, "prop", value if kind == _RECORD else escaped(value), type=escaped(kind))
    for language, text in zip(unit.direction, (unit.source, unit.target), strict=True):
        variant = add(element, "tuv")
        variant.set(_LANGUAGE, language)
        add(variant, "seg", escaped(text))
    return element


def read_edition(data: bytes) -> Edition:
    """Return the edition that `write` wrote, with the texts and states that stand in it now.

    Raises:
        ArticleError: it is a memory like any other, not an edition of ours.
    """
    header = parse(data).find("header")
    said = _property(header, _RECORD) if header is not None else ""
    return _record.rebuilt(said, (_written(element) for element in each(BytesIO(data), "tu")))


def _written(element: Any) -> _record.Written:
    (unit,) = _pairs(element, 0)
    block, record = (_property(element, name) for name in (f"{_OURS}block", _RECORD))
    return _record.Written(block, unit.kind, unit.key, unit.source, unit.target, unit.state, record)


def _property(element: Any, kind: str) -> str:
    return next((one.text or "" for one in children(element, "prop") if one.get("type") == kind), "")


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
    given = [(unescaped(one.get("type", "")), unescaped(text_of(one))) for one in children(element, "prop")]
    known = {kind.removeprefix(_OURS): value for kind, value in given if kind.startswith(_OURS)}
    for variant in variants:
        if variant is first:
            continue
        yield BitextUnit(
            key=known["key"] if "key" in known else element.get("tuid") or str(number),
            source=_segment(first[1], number),
            target=_segment(variant[1], number),
            direction=Direction(first[0], variant[0]),
            kind=_known(BlockKind, known.get("kind"), BlockKind.PARAGRAPH),
            state=_known(SegmentState, known.get("state"), SegmentState.INITIAL),
            edition=known.get("edition", ""),
            base=known.get("base") if "record" not in known else _record.base_of(_property(element, _RECORD)),
            author=unescaped(_either(element, variant[1], "changeid", "creationid")),
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
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None

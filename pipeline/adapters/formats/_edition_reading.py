"""An edition from its JSON, piece by piece; `json` tells a broken one from a whole one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Direction,
    Draft,
    Edit,
    Edition,
    Flag,
    Hypothesis,
    ItemMeta,
    Policy,
    PubStatus,
    Segment,
    SegmentState,
    Severity,
    Signature,
    Span,
    Term,
    TermMatch,
    Unit,
)

DRAFT = "draft"
"""The contract's word for a segment that no person has touched."""
NAMED = ("source", "target")
"""What a term's entry always says; the rest only where the term base says it."""
_NAME = re.compile(r"(?!\.)[^/\\\0-\x1f\x7f\ud800-\udfff\ufffe\uffff]{1,200}")
"""What an article's key may be: files are called by it."""
_KEY = re.compile(r"[A-Za-z0-9_.-]{1,40}")
"""What a block's or a segment's key may be: elements are called by it."""


def edition(record: Mapping[str, Any]) -> Edition:
    """Return the edition; what is wrong with the record is whatever Python says of it."""
    direction = Direction(_text(record["direction"]["source"]), _text(record["direction"]["target"]))
    units = tuple(unit for block in record["blocks"] for unit in _units(block, direction))
    keys = [unit.draft.segment.key for unit in units]
    if len(set(keys)) < len(keys):
        raise ValueError("two segments have the same key")
    blocks = {unit.draft.segment.block.key: unit.draft.segment.block for unit in units}
    published = record["published"]
    article = Article(
        key=_called(record["key"], _NAME),
        direction=direction,
        published=datetime.fromisoformat(published) if published else None,
        origin=_text(record.get("origin", "")),
        blocks=tuple(blocks.values()),
        meta=_meta(record["item"]) if record.get("item") else None,
    )
    signature = dict(record["signature"])
    signature["checks"] = tuple(signature.get("checks", ()))
    return Edition(article, units, Signature(**signature))


def _meta(item: Mapping[str, Any]) -> ItemMeta:
    moments = {
        name: datetime.fromisoformat(item[name]) if item.get(name) else None
        for name in ("updated", "embargoed_until", "deadline")
    }
    return ItemMeta(
        guid=_text(item["guid"]),
        version=_text(item["version"]),
        status=PubStatus(item["status"]),
        urgency=item.get("urgency"),
        **moments,
    )


def _units(block: Mapping[str, Any], direction: Direction) -> Iterator[Unit]:
    text = "".join(one["source"] + one.get("tail", "") for one in block["segments"])
    whole = Block(_called(block["key"], _KEY), BlockKind(block["kind"]), text)
    for one in block["segments"]:
        segment = Segment(_called(one["key"], _KEY), whole, _text(one["source"]), _text(one.get("tail", "")))
        matches = tuple(_match(term) for term in one["terms"])
        status = one["status"]
        yield Unit(
            draft=Draft(segment, direction, segment.text, matches),
            machine=Hypothesis(_text(one["machine"]), one["score"]),
            target=_text(one["target"]),
            alternatives=tuple(Hypothesis(_text(text)) for text in one.get("alternatives", ())),
            fault=_text(one.get("fault", "")),
            edits=tuple(Edit(**edit) for edit in one["edits"]),
            flags=tuple(_flag(flag) for flag in one["flags"]),
            state=SegmentState.INITIAL if status == DRAFT else SegmentState(status),
            risk=float(one.get("risk", 0.0)),
            review=one.get("review") is True,
        )


def _match(term: Mapping[str, Any]) -> TermMatch:
    entry = {
        "source": term["source"],
        "target": term["target"],
        "kind": term["kind"],
        **term.get("entry", {}),
    }
    known = {one.name for one in fields(Term)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in entry.items()
        if name in known
    }
    values["policy"] = Policy(values.get("policy", Policy.REQUIRE))
    return TermMatch(_span(term["source_span"]), Term(**values), _text(term["target"]))


def _flag(flag: Mapping[str, Any]) -> Flag:
    source, target = (_span(found) if found else None for found in (flag["source_span"], flag["target_span"]))
    return Flag(_text(flag["check"]), Severity(flag["severity"]), _text(flag["message"]), source, target)


def _span(value: Any) -> Span:
    start, end = value
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(f"{value!r} should be two places in a text")
    return Span(start, end)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} should be a text")
    return value


def _called(value: Any, form: re.Pattern[str]) -> str:
    if not form.fullmatch(_text(value)):
        raise ValueError(f"{value[:80]!r} can't be a key")
    return str(value)

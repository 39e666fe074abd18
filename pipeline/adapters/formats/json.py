"""The edition as JSON: what other systems read, how a later run knows what is stale, and the whole of it.

The schema is `dwibahasa/edition/1`. Beyond what it promises, `signature.style` records the house
style, a segment's `tail` the white space after it, `alternatives` the model's other hypotheses, `fault`
why the engine failed, a term's `entry` what the term base says of it, and `origin` the file's name.
Every other format of an edition can be made from it: only the engine's own figures for single tokens
are left behind, and the digits of a score that nobody reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from math import isfinite
from pathlib import PurePath
from typing import Any

from pipeline.errors import ArticleError
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
    Policy,
    Segment,
    SegmentState,
    Severity,
    Signature,
    Span,
    Term,
    TermMatch,
    Unit,
)
from pipeline.text.placement import places

SUFFIX = ".json"
SCHEMA = "dwibahasa/edition/1"

_DRAFT = "draft"
_NAMED = ("source", "target")
"""What a term's entry always says; the rest only where the term base says it."""
_NAME = re.compile(r"(?!\.)[^/\\\0]{1,200}")
"""What an article's key may be: files are called by it."""
_KEY = re.compile(r"[A-Za-z0-9_.-]{1,40}")
"""What a block's or a segment's key may be: elements are called by it."""


def write(edition: Edition) -> str:
    """Write the edition; two runs over the same input give the same bytes."""
    return json.dumps(as_data(edition), ensure_ascii=False, indent=1) + "\n"


def as_data(edition: Edition) -> dict[str, Any]:
    """Return the edition as plain dictionaries and lists."""
    article = edition.article
    by_block: dict[str, list[Unit]] = {block.key: [] for block in article.blocks}
    for unit in edition.units:
        by_block[unit.draft.segment.block.key].append(unit)
    title = next((unit for unit in edition.units if unit.kind is BlockKind.HEADLINE), None)
    return {
        "schema": SCHEMA,
        "key": article.key,
        "origin": PurePath(article.origin).name,
        "direction": article.direction._asdict(),
        "published": article.published.isoformat() if article.published else None,
        "title": {"source": article.title, "target": title.target if title else ""},
        "signature": asdict(edition.signature),
        "blocks": [
            {
                "key": block.key,
                "kind": block.kind,
                "segments": [_segment(unit) for unit in by_block[block.key]],
            }
            for block in article.blocks
        ],
        "summary": {
            "segments": len(edition.units),
            "flagged": len(edition.needs_review),
            "words": edition.words,
        },
    }


def _segment(unit: Unit) -> dict[str, Any]:
    matches = unit.draft.matches
    found = zip(matches, places(matches, unit.source, unit.target), strict=True)
    return {
        "key": unit.draft.segment.key,
        "source": unit.source,
        "tail": unit.draft.segment.tail,
        "machine": unit.machine.text,
        "target": unit.target,
        "status": _DRAFT if unit.state is SegmentState.INITIAL else unit.state,
        "score": _score(unit.machine.score),
        "alternatives": [hypothesis.text for hypothesis in unit.alternatives],
        "fault": unit.fault,
        "edits": [asdict(edit) for edit in unit.edits],
        "terms": [_term(match, place, unit) for match, place in found],
        "flags": [flag_data(flag) for flag in unit.flags],
    }


def _score(score: float | None) -> float | None:
    """Round a score; JSON has no word for infinity, which is what an empty translation may get."""
    return round(score, 4) if score is not None and isfinite(score) else None


def _term(match: TermMatch, place: Span | None, unit: Unit) -> dict[str, Any]:
    return {
        "source": match.span.of(unit.source),
        "target": match.target,
        "source_span": list(match.span),
        "target_span": list(place) if place else None,
        "kind": match.term.kind,
        "entry": {name: value for name, value in asdict(match.term).items() if value or name in _NAMED},
    }


def flag_data(flag: Flag) -> dict[str, Any]:
    """Return a flag as plain data, as every JSON of ours shows it."""

    def span(found: Span | None) -> list[int] | None:
        return list(found) if found is not None else None

    return {
        "check": flag.check,
        "severity": flag.severity,
        "message": flag.message,
        "source_span": span(flag.source_span),
        "target_span": span(flag.target_span),
    }


def read_edition(data: bytes) -> Edition:
    """Read an edition that `write` wrote.

    Raises:
        ArticleError: it is no edition of this schema, or somebody has broken it.
    """
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"this is no JSON: {error}") from error
    return from_data(record)


def from_data(record: Any) -> Edition:
    """Return the edition that `as_data` made `record` of.

    Raises:
        ArticleError: it is no edition of this schema, or somebody has broken it.
    """
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise ArticleError(f"this is no edition of ours: it doesn't say {SCHEMA!r}")
    try:
        return _edition(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArticleError(f"this edition is broken: {type(error).__name__}: {error}") from error


def _edition(record: Mapping[str, Any]) -> Edition:
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
    )
    signature = dict(record["signature"])
    signature["checks"] = tuple(signature.get("checks", ()))
    return Edition(article, units, Signature(**signature))


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
            state=SegmentState.INITIAL if status == _DRAFT else SegmentState(status),
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

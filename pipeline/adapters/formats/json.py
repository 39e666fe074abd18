"""The edition as JSON: what other systems read, how a later run knows what is stale, and the whole of it.

The schema is `dwibahasa/edition/1`. Beyond what it promises, `signature.style` records the house
style, `item` what the source said of the article (status, embargo), `origin` the file's name, a segment's
`tail` the white space after it, `alternatives` the model's other hypotheses, `fault` why the engine
failed, and a term's `entry` what the term base says of it.
Every other format of an edition can be made from it: only the engine's own figures for single tokens
are left behind, and the digits of a score that nobody reads.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, fields
from datetime import datetime
from math import isfinite
from pathlib import PurePath
from typing import Any

from pipeline.adapters.formats import _edition_reading
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, Flag, ItemMeta, SegmentState, Span, Term, TermMatch, Unit
from pipeline.text.placement import places

SUFFIX = ".json"
SCHEMA = "dwibahasa/edition/1"
_BLOCKS = ',\n "blocks": ['
"""Stands once in an edition as it is written: inside a text, JSON has no line breaks."""
_line = json.JSONEncoder(ensure_ascii=False).encode
_TERM = tuple(field.name for field in fields(Term))


def write(edition: Edition) -> str:
    """Write the edition, a segment a line; two runs over the same input give the same bytes.

    With everything indented, Python's slower encoder would take longer than all checks together.
    """
    data = as_data(edition)
    blocks = data.pop("blocks")
    head = json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}")
    body = ",\n".join(map(_block, blocks))
    return f"{head}{_BLOCKS}\n{body}\n ]\n}}\n"


def _block(block: dict[str, Any]) -> str:
    segments = ",\n".join(f"    {_line(one)}" for one in block["segments"])
    head = _line({"key": block["key"], "kind": block["kind"]}).removesuffix("}")
    return f'  {head}, "segments": [\n{segments}\n  ]}}'


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
        "item": _item(article.meta) if article.meta else None,
        "title": {"source": article.title, "target": title.target if title else ""},
        "signature": asdict(edition.signature),
        "summary": {
            "segments": len(edition.units),
            "flagged": len(edition.needs_review),
            "review": sum(unit.review for unit in edition.units),
            "words": edition.words,
            "severities": Counter(flag.severity for unit in edition.units for flag in unit.flags),
        },
        "blocks": [
            {
                "key": block.key,
                "kind": block.kind,
                "segments": [_segment(unit) for unit in by_block[block.key]],
            }
            for block in article.blocks
        ],
    }


def _item(meta: ItemMeta) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(meta).items()
    }


def read_head(text: str) -> dict[str, Any]:
    """Return what a written edition says before its blocks: key, signature, summary.

    A run over ten thousand articles asks each edition whether it is still good, and needs no sentence of it.

    Raises:
        ValueError: the text is no edition of ours, or not a whole one.
    """
    head, blocks, rest = text.partition(_BLOCKS)
    if not blocks or not rest.endswith("}\n"):
        raise ValueError("this is not a whole edition")
    found = json.loads(head + "}")
    if not isinstance(found, dict):
        raise ValueError("this is no edition")  # noqa: TRY004 - the caller's text is wrong, not its type
    return found


def _segment(unit: Unit) -> dict[str, Any]:
    matches = unit.draft.matches
    found = zip(matches, places(matches, unit.source, unit.target), strict=True)
    return {
        "key": unit.draft.segment.key,
        "source": unit.source,
        "tail": unit.draft.segment.tail,
        "machine": unit.machine.text,
        "target": unit.target,
        "status": _edition_reading.DRAFT if unit.state is SegmentState.INITIAL else unit.state,
        "score": _score(unit.machine.score),
        "alternatives": [hypothesis.text for hypothesis in unit.alternatives],
        "fault": unit.fault,
        "edits": [asdict(edit) for edit in unit.edits],
        "terms": [_term(match, place, unit) for match, place in found],
        "flags": [flag_data(flag) for flag in unit.flags],
        "risk": unit.risk,
        "review": unit.review,
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
        "entry": {
            name: value
            for name in _TERM
            if (value := getattr(match.term, name)) or name in _edition_reading.NAMED
        },
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
        return _edition_reading.edition(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArticleError(f"this edition is broken: {type(error).__name__}: {error}") from error

"""The edition as JSON: what other systems read, and how a later run knows what is stale.

The schema is `dwibahasa/edition/1`. Beyond what it promises, `signature.style` records the house
style, a segment's `alternatives` the model's other hypotheses, and `origin` the file's name.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from math import isfinite
from pathlib import PurePath
from typing import Any

from pipeline.model import BlockKind, Edition, Flag, Span, TermMatch, Unit
from pipeline.text.placement import places

SUFFIX = ".json"
SCHEMA = "dwibahasa/edition/1"


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
        "machine": unit.machine.text,
        "target": unit.target,
        "status": "draft",
        "score": _score(unit.machine.score),
        "alternatives": [hypothesis.text for hypothesis in unit.alternatives],
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

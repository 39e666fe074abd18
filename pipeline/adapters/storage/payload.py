"""Units, manuscripts and signatures as JSON, in the shape that the tables keep: short, and exact where it counts.

Of the alternatives the text and the score are kept, of the engine's own choice everything. Databases
refuse two characters that Python takes: NUL and half a surrogate pair; both become U+FFFD, once,
before anything is made of the text.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from datetime import datetime
from math import isfinite
from typing import Any

from pipeline.model import (
    BlockKind,
    Direction,
    Draft,
    Edit,
    Hypothesis,
    ItemMeta,
    Link,
    Manuscript,
    Paragraph,
    Policy,
    PubStatus,
    Segment,
    Signature,
    Span,
    Term,
    TermMatch,
    Unit,
)

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    r"""Return `text` with what no database takes replaced.

    >>> storable("Gempa\x00 Cianjur")
    'Gempa� Cianjur'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def digest_of(*parts: str, length: int = 32) -> str:
    """Return a digest of texts, in hex; no two different lists of texts share one."""
    joined = json.dumps(parts).encode()
    return hashlib.sha256(joined).hexdigest()[:length]


def manuscript_data(manuscript: Manuscript) -> dict[str, Any]:
    """Return a manuscript as plain data."""
    meta = manuscript.meta
    return {
        "origin": storable(manuscript.origin),
        "paragraphs": [[storable(one.text), one.hint] for one in manuscript.paragraphs],
        "published": manuscript.published.isoformat() if manuscript.published else None,
        "language": manuscript.language,
        "meta": json.loads(json.dumps(asdict(meta), default=datetime.isoformat)) if meta else None,
    }


def manuscript_from(data: dict[str, Any]) -> Manuscript:
    """Return the manuscript that `manuscript_data` made this of."""
    return Manuscript(
        data["origin"],
        tuple(Paragraph(text, BlockKind(hint) if hint else None) for text, hint in data["paragraphs"]),
        _moment(data["published"]),
        data["language"],
        _meta(data["meta"]) if data["meta"] else None,
    )


def _meta(data: dict[str, Any]) -> ItemMeta:
    moments = {name: _moment(data[name]) for name in ("updated", "embargoed_until", "deadline")}
    return ItemMeta(**data | moments | {"status": PubStatus(data["status"])})


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def signature_data(signature: Signature) -> dict[str, Any]:
    """Return a signature as plain data, lists for tuples."""
    data: dict[str, Any] = json.loads(json.dumps(asdict(signature)))
    return data


def signature_digest(signature: Signature) -> str:
    """Return what tells two signatures apart."""
    return digest_of(json.dumps(signature_data(signature), sort_keys=True), length=64)


def signature_from(data: dict[str, Any]) -> Signature:
    """Return the signature that `signature_data` made this of."""
    return Signature(**data | {"checks": tuple(data["checks"])})


def unit_data(unit: Unit) -> dict[str, Any]:
    """Return what a unit holds beside its texts and its flags."""
    draft, machine = unit.draft, unit.machine
    data = {
        "sent": draft.text if draft.text != draft.segment.text else None,
        "terms": [[*match.span, match.target, asdict(match.term)] for match in draft.matches],
        "tokens": machine.token_scores if all(map(isfinite, machine.token_scores)) else (),
        "links": [[*link.source, *link.target, link.weight] for link in machine.alignment],
        "alternatives": [[storable(one.text), finite(one.score)] for one in unit.alternatives],
        "edits": [[edit.rule, storable(edit.before), storable(edit.after)] for edit in unit.edits],
        "fault": unit.fault,
        "review": unit.review,
    }
    compact: dict[str, Any] = json.loads(json.dumps({name: value for name, value in data.items() if value}))
    return compact


def unit_from(
    segment: Segment,
    direction: Direction,
    machine: tuple[str, float | None],
    target: str,
    data: dict[str, Any],
) -> Unit:
    """Return the unit of a segment; `machine` is the engine's text and score, `data` comes from `unit_data`."""
    text, score = machine
    links = tuple(
        Link(Span(start, end), Span(first, last), weight)
        for start, end, first, last, weight in data.get("links", ())
    )
    matches = tuple(
        TermMatch(Span(start, end), _term(term), wanted) for start, end, wanted, term in data.get("terms", ())
    )
    return Unit(
        Draft(segment, direction, data.get("sent") or segment.text, matches),
        Hypothesis(text, score, tuple(data.get("tokens", ())), links),
        target,
        tuple(Hypothesis(*one) for one in data.get("alternatives", ())),
        data.get("fault", ""),
        tuple(Edit(*one) for one in data.get("edits", ())),
    )


def _term(data: dict[str, Any]) -> Term:
    lists = {name: tuple(data[name]) for name in ("aliases", "accepts", "context")}
    return Term(**data | lists | {"policy": Policy(data["policy"])})


def finite(score: float | None) -> float | None:
    """Return a score, None for infinity: an empty translation may have it, and JSON knows no word for it."""
    return score if score is not None and isfinite(score) else None

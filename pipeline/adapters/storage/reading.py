"""Rows as the values that the ports promise: articles, sentences, units of an edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, and_, func, select

from pipeline.adapters.storage.flagging import flag_from
from pipeline.adapters.storage.payload import manuscript_from, signature_from, unit_from
from pipeline.adapters.storage.schema import (
    articles,
    blocks,
    flags,
    outputs,
    revisions,
    segments,
    signatures,
    verdicts,
)
from pipeline.adapters.storage.schema.base import NEVER
from pipeline.adapters.storage.statements import first, rows
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Direction,
    Edit,
    Edition,
    ItemMeta,
    PubStatus,
    Segment,
    SegmentState,
    Severity,
    Unit,
)
from pipeline.model.work import (
    REVIEWER,
    ArticleRecord,
    ArticleState,
    FlagRecord,
    SegmentRecord,
    TermUse,
    Verdict,
)
from pipeline.text.placement import places

Row: TypeAlias = dict[str, Any]

_AS_IN_ARTICLES = """
    key source title title_target origin link embargoed_until priority pending reason revision version
    risk words segments reviewed final stale received_at updated_at published_at
""".split()
_AS_IN_SEGMENTS = (
    "key block_key position source tail target version stale previous_source updated_at risk".split()
)


def direction_of(row: Row) -> Direction:
    """Return an article's direction."""
    return Direction(row["source_language"], row["target_language"])


def published_of(row: Row) -> datetime | None:
    """Return when the source published an article, with the offset that it gave."""
    return datetime.fromisoformat(row["published"]) if row["published"] else None


@cache
def article_rows() -> Select[Any]:
    """Return the statement for articles with the model that translated them."""
    return select(articles, signatures.c.body.label("signature_body")).outerjoin(
        signatures, signatures.c.number == articles.c.signature
    )


def article_record(row: Row) -> ArticleRecord:
    """Return the article of a row of `article_rows`."""
    return ArticleRecord(
        **{name: row[name] for name in _AS_IN_ARTICLES},
        direction=direction_of(row),
        published=published_of(row),
        pub_status=PubStatus(row["pub_status"]),
        deadline=row["deadline"] if row["deadline"] < NEVER else None,
        state=ArticleState(row["state"]),
        assignee=row["assignee"] or "",
        model=(row["signature_body"] or {}).get("model", ""),
        open_flags={severity: row[str(severity)] for severity in Severity},
    )


@cache
def _segment_rows() -> Select[Any]:
    """Return the statement for present sentences, each with its block and what a machine said last."""
    newest = (
        select(func.max(outputs.c.number))
        .where(outputs.c.segment == segments.c.number)
        .correlate(segments)
        .scalar_subquery()
    )
    return (
        select(
            segments,
            blocks.c.key.label("block_key"),
            blocks.c.kind,
            outputs.c.machine,
            outputs.c.score,
            outputs.c.target.label("proposed"),
            outputs.c.payload,
        )
        .join(blocks, blocks.c.number == segments.c.block)
        .outerjoin(outputs, outputs.c.number == newest)
        .where(segments.c.removed_in.is_(None))
        .order_by(segments.c.position)
    )


def segment_row(connection: Connection, article: int, key: str) -> Row | None:
    """Return the row of one present sentence."""
    return first(connection, _segment_rows().where(segments.c.article == article, segments.c.key == key))


def segment_records(
    connection: Connection, article: Row, key: str | None = None
) -> tuple[SegmentRecord, ...]:
    """Return the present sentences of an article, or the one of `key`."""
    wanted = _segment_rows().where(segments.c.article == article["number"])
    found = rows(connection, wanted.where(segments.c.key == key) if key else wanted)
    flagged = _flag_records(connection, [row["number"] for row in found])
    return tuple(_record(row, direction_of(article), flagged.get(row["number"], ())) for row in found)


def _record(row: Row, direction: Direction, flagged: tuple[FlagRecord, ...]) -> SegmentRecord:
    unit = _unit(row, direction, Block(row["block_key"], BlockKind(row["kind"]), row["source"]))
    return SegmentRecord(
        **{name: row[name] for name in _AS_IN_SEGMENTS},
        kind=unit.kind,
        machine=unit.machine.text,
        score=unit.machine.score,
        alternatives=tuple(one.text for one in unit.alternatives),
        edits=unit.edits,
        terms=_terms(unit),
        state=SegmentState(row["state"]),
        author=row["author"] or "",
        flags=flagged,
    )


def _terms(unit: Unit) -> tuple[TermUse, ...]:
    matches = unit.draft.matches
    found = zip(matches, places(matches, unit.source, unit.target), strict=True)
    return tuple(
        TermUse(
            match.span.of(unit.source), match.target, match.term.kind, match.term.note, *match.span, place
        )
        for match, place in found
    )


def _flag_records(connection: Connection, numbers: list[int]) -> Mapping[int, tuple[FlagRecord, ...]]:
    """Return the current flags of sentences, each with the last verdict on it."""
    if not numbers:
        return {}
    newest = (
        select(func.max(verdicts.c.number))
        .where(verdicts.c.flag == flags.c.number)
        .correlate(flags)
        .scalar_subquery()
    )
    statement = (
        select(flags, verdicts.c.reason, verdicts.c.actor, verdicts.c.at)
        .outerjoin(verdicts, verdicts.c.number == newest)
        .where(and_(flags.c.segment.in_(numbers), flags.c.current))
        .order_by(flags.c.number)
    )
    found: dict[int, list[FlagRecord]] = defaultdict(list)
    for row in rows(connection, statement):
        said = (row["reason"] or "", row["actor"] or "", row["at"])
        found[row["segment"]].append(FlagRecord(row["key"], flag_from(row), Verdict(row["verdict"]), *said))
    return {number: tuple(records) for number, records in found.items()}


def _unit(row: Row, direction: Direction, block: Block) -> Unit:
    segment = Segment(row["key"], block, row["source"], row["tail"])
    machine = (row["machine"] or "", row["score"])
    unit = unit_from(segment, direction, machine, row["target"], row["payload"] or {})
    edits = unit.edits
    if row["author"] and row["target"] != row["proposed"]:
        edits = (*edits, Edit(REVIEWER, row["proposed"] or "", row["target"]))
    review = bool((row["payload"] or {}).get("review"))
    return replace(unit, edits=edits, state=SegmentState(row["state"]), risk=row["risk"], review=review)


def units_of(connection: Connection, article: Row) -> tuple[tuple[Unit, str], ...]:
    """Return the present units of an article with their flags, and who wrote each target."""
    found = rows(connection, _segment_rows().where(segments.c.article == article["number"]))
    flagged = _flag_records(connection, [row["number"] for row in found])
    texts: dict[str, str] = defaultdict(str)
    for row in found:
        texts[row["block_key"]] += row["source"] + row["tail"]
    made: dict[str, Block] = {}
    units: list[tuple[Unit, str]] = []
    for row in found:
        key = row["block_key"]
        block = made.setdefault(key, Block(key, BlockKind(row["kind"]), texts[key]))
        unit = _unit(row, direction_of(article), block)
        open_flags = tuple(
            record.flag
            for record in flagged.get(row["number"], ())
            if record.verdict is not Verdict.DISMISSED
        )
        units.append((replace(unit, flags=open_flags), row["author"] or ""))
    return tuple(units)


def edition_of(connection: Connection, key: str) -> Edition | None:
    """Return an article's edition as it stands, None if it was never translated."""
    article = first(connection, article_rows().where(articles.c.key == key))
    if article is None or article["signature_body"] is None:
        return None
    units = tuple(unit for unit, _ in units_of(connection, article))
    present = dict.fromkeys(unit.draft.segment.block for unit in units)
    meta = _item(connection, article)
    whole = Article(
        key, direction_of(article), published_of(article), article["origin"], tuple(present), meta
    )
    return Edition(whole, units, signature_from(article["signature_body"]))


def _item(connection: Connection, article: Row) -> ItemMeta | None:
    """Return what the source says of the article by now; None if it never said anything."""
    held = (revisions.c.article == article["number"]) & (revisions.c.revision == article["revision"])
    text = connection.execute(select(revisions.c.manuscript).where(held)).scalar_one()
    said = manuscript_from(text).meta
    now = {"status": PubStatus(article["pub_status"]), "embargoed_until": article["embargoed_until"]}
    if said is None and now == {"status": PubStatus.USABLE, "embargoed_until": None}:
        return None
    return replace(said or ItemMeta(), **now)

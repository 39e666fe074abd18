"""A segment as the page shows it: runs of text that are marked, its flags, what may be done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.model import CARRIED, BlockKind, Flag, SegmentState, Severity, Span
from pipeline.model.discussion import Comment, KeptDraft
from pipeline.model.work import FlagRecord, SegmentRecord, Verdict
from pipeline.review.readiness import is_routine, waits

_ORDER = tuple(Severity)
_RANK = {name: at for at, name in enumerate((*map(str, _ORDER), "term"))}


class Mark(NamedTuple):
    """What a place is marked for: `kind` is a severity or `term`, `tip` says why, in the words of a `check`."""

    place: Span
    kind: str
    tip: str
    check: str = ""


class Run(NamedTuple):
    """A stretch of text that is set one way, as a `Mark` says."""

    text: str
    mark: str = ""
    tip: str = ""
    check: str = ""


class Row(NamedTuple):
    """A segment beside its translation."""

    segment: SegmentRecord
    source: tuple[Run, ...]
    target: tuple[Run, ...]
    severity: str
    label: str
    carried: bool
    routine: bool
    draft: KeptDraft | None
    comments: int

    @property
    def final(self) -> bool:
        """Whether it is approved."""
        return self.segment.state is SegmentState.FINAL

    @property
    def waits(self) -> bool:
        """Whether somebody still has something to do here."""
        return waits(self.segment)

    @property
    def open_flags(self) -> list[FlagRecord]:
        """The flags that nobody has dismissed."""
        return [flag for flag in self.segment.flags if flag.verdict is not Verdict.DISMISSED]

    @property
    def settled_flags(self) -> list[FlagRecord]:
        """The flags that somebody has dismissed."""
        return [flag for flag in self.segment.flags if flag.verdict is Verdict.DISMISSED]


def rows_of(
    segments: Sequence[SegmentRecord],
    drafts: Iterable[KeptDraft],
    comments: Iterable[Comment],
    only: str | None = None,
) -> list[Row]:
    """Return the rows of an article, or that of `only`, a label where another kind of block begins."""
    kept = {draft.segment: draft for draft in drafts}
    remarks: dict[str, int] = {}
    for comment in comments:
        if comment.resolved_at is None:
            remarks[comment.segment] = remarks.get(comment.segment, 0) + 1
    return [
        row_of(one, _label(one, segments[at - 1] if at else None), kept.get(one.key), remarks.get(one.key, 0))
        for at, one in enumerate(segments)
        if only is None or one.key == only
    ]


def _label(one: SegmentRecord, before: SegmentRecord | None) -> str:
    same_list = before is not None and before.kind is one.kind is BlockKind.LIST_ITEM
    goes_on = before is not None and (before.block_key == one.block_key or same_list)
    return "" if goes_on or one.kind is BlockKind.PARAGRAPH else str(one.kind)


def row_of(segment: SegmentRecord, label: str = "", draft: KeptDraft | None = None, comments: int = 0) -> Row:
    """Return one row."""
    flags = [flag.flag for flag in segment.flags if flag.verdict is not Verdict.DISMISSED]
    worst = min((flag.severity for flag in flags), key=_ORDER.index, default=None)
    source = [_reason(flag, flag.source_span) for flag in flags if flag.source_span]
    target = [_reason(flag, flag.target_span) for flag in flags if flag.target_span]
    for term in segment.terms:
        tip = f"{term.source} → {term.target}"
        source.append(Mark(Span(term.start, term.end), "term", tip))
        if term.place:
            target.append(Mark(term.place, "term", tip))
    return Row(
        segment,
        tuple(runs(segment.source, source)),
        tuple(runs(segment.target, target)),
        str(worst) if worst else "",
        label,
        segment.kind in CARRIED,
        is_routine(segment),
        draft,
        comments,
    )


def _reason(flag: Flag, place: Span) -> Mark:
    return Mark(place, str(flag.severity), flag.message, flag.check)


def runs(text: str, marks: Iterable[Mark]) -> Iterator[Run]:
    """Cut a text where a mark begins or ends; where several meet, the gravest shows.

    >>> [run.text for run in runs("Rp 1,5 triliun naik", [Mark(Span(0, 14), "major", "amount")])]
    ['Rp 1,5 triliun', ' naik']
    """
    inside = [mark for mark in marks if 0 <= mark.place.start < mark.place.end <= len(text)]
    inside.sort(key=lambda mark: _RANK[mark.kind])
    cuts = sorted({0, len(text), *(edge for mark in inside for edge in mark.place)})
    for start, end in pairwise(cuts):
        over = next((mark for mark in inside if mark.place.start <= start and end <= mark.place.end), None)
        yield Run(text[start:end], over.kind, over.tip, over.check) if over else Run(text[start:end])


def next_waiting(segments: Sequence[SegmentRecord], after: str) -> str:
    """Return the key of the next segment that waits after `after`: flagged ones first, then any other."""
    keys = [one.key for one in segments]
    start = keys.index(after) + 1 if after in keys else 0
    ring = [*segments[start:], *segments[:start]]
    waiting = [one for one in ring if waits(one) and one.key != after]
    flagged = [one for one in waiting if any(flag.verdict is not Verdict.DISMISSED for flag in one.flags)]
    return next((one.key for one in (*flagged, *waiting)), "")

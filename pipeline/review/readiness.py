"""How far an article is: what waits for a person, what is routine, and what stands against publishing."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import CARRIED, SegmentState, Severity
from pipeline.model.work import ArticleRecord, SegmentRecord, Verdict

BLOCKERS = (
    "A critical flag is open.",
    "Not every sentence is final.",
    "This article has not been translated yet.",
)
"""Why an article can't be published, the gravest reason first."""


def is_routine(segment: SegmentRecord) -> bool:
    """Tell a line that is carried over by rule, raises no question and still waits."""
    open_flags = any(flag.verdict is not Verdict.DISMISSED for flag in segment.flags)
    return segment.kind in CARRIED and not open_flags and segment.state is not SegmentState.FINAL


def waits(segment: SegmentRecord) -> bool:
    """Tell whether a person still has something to do here: it isn't final, or something critical is open."""
    critical = any(
        flag.flag.severity is Severity.CRITICAL and flag.verdict is not Verdict.DISMISSED
        for flag in segment.flags
    )
    return critical or segment.state is not SegmentState.FINAL


def blockers(article: ArticleRecord, segments: Sequence[SegmentRecord]) -> list[str]:
    """Return why an article can't be published, the gravest reason first."""
    critical, unfinished, untranslated = BLOCKERS
    reasons = []
    if article.open_flags.get(Severity.CRITICAL):
        reasons.append(critical)
    if any(one.state is not SegmentState.FINAL for one in segments):
        reasons.append(unfinished)
    if not segments:
        reasons.append(untranslated)
    return reasons

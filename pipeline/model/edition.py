"""A translated article: units with their edits and flags, how they were made, where they lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.model.article import Article, BlockKind, Direction
from pipeline.model.evidence import Signal
from pipeline.model.spans import Span
from pipeline.model.translation import Draft, Hypothesis


class Severity(StrEnum):
    """How much a flag matters: may it be printed (critical), must it be read (major), or seen (minor)."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class SegmentState(StrEnum):
    """How far a segment has come, in the words of XLIFF 2.1."""

    INITIAL = "initial"
    """The machine's draft: no person has touched it."""
    TRANSLATED = "translated"
    """A person has written or taken over the translation; nobody has reviewed it."""
    REVIEWED = "reviewed"
    FINAL = "final"
    """Approved for print."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that a rule made between the machine's text and the target."""

    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw. The stage makes a `Flag` of it, so no check repeats its own name."""

    message: str
    source: Span | None = None
    target: Span | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A reason for a person to look: which check, how bad, what to look at and why."""

    check: str
    severity: Severity
    message: str
    source_span: Span | None = None
    target_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment with its translation. `machine` never changes; `edits` lead from it to `target`.

    `signals` are what models say of it, `risk` is how likely it has an error, from 0 to 1, and `review`
    whether a person must look at it before the routine approval.
    """

    draft: Draft
    machine: Hypothesis
    target: str
    alternatives: tuple[Hypothesis, ...] = ()
    fault: str = ""
    edits: tuple[Edit, ...] = ()
    flags: tuple[Flag, ...] = ()
    state: SegmentState = SegmentState.INITIAL
    signals: tuple[Signal, ...] = ()
    risk: float = 0.0
    review: bool = False

    @property
    def source(self) -> str:
        """The segment's text, as the article has it."""
        return self.draft.segment.text

    @property
    def kind(self) -> BlockKind:
        """The kind of the block the segment stands in."""
        return self.draft.segment.block.kind

    @property
    def direction(self) -> Direction:
        """Source and target language."""
        return self.draft.direction


@dataclass(frozen=True, slots=True)
class Signature:
    """How an edition was made, so that a later run knows what is stale."""

    version: str
    engine: str
    model: str
    model_digest: str
    glossary_digest: str
    decoding: Mapping[str, object] = field(default_factory=dict)
    checks: tuple[str, ...] = ()
    style: Mapping[str, object] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """An article in both languages, with what a reviewer has to look at."""

    article: Article
    units: tuple[Unit, ...]
    signature: Signature

    @property
    def needs_review(self) -> tuple[Unit, ...]:
        """The units with at least one flag, in reading order."""
        return tuple(unit for unit in self.units if unit.flags)

    @property
    def words(self) -> int:
        """Words of the source, as white space parts them."""
        return sum(len(unit.source.split()) for unit in self.units)


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is known of an edition that is written: where it lies and what a table says of it."""

    key: str
    paths: tuple[str, ...]
    words: int
    segments: int
    flagged: int
    severities: Mapping[Severity, int]

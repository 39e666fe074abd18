"""Every value that travels through the pipeline, frozen, so that no stage can change another's work.

Each state of the text has a type of its own: a `Manuscript` has no block kinds yet, an `Article`
no sentences, a `Draft` no translation, a `Unit` no verdict. An untranslated thing can't be checked.

Spans are character offsets into the text they belong to, half open: `text[start:end]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """A stretch of text, `start` inclusive, `end` exclusive, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Direction(NamedTuple):
    """From which language into which, as BCP 47 primary tags (`id`, `en`)."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


# --- the article ---------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block is for on the page; decides whether and how it is translated."""

    MASTHEAD = "masthead"
    PROMO = "promo"
    HEADLINE = "headline"
    DUPLICATE_HEADLINE = "duplicate_headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    SOURCE = "source"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    RELATED = "related"
    TAGS = "tags"


CARRIED = frozenset(
    {
        BlockKind.MASTHEAD,
        BlockKind.PROMO,
        BlockKind.DUPLICATE_HEADLINE,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.CREDIT,
        BlockKind.SOURCE,
        BlockKind.RELATED,
        BlockKind.TAGS,
    }
)
"""Kinds that no model ever sees: their text is carried over, by rule, with an `Edit` that says so."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph as a reader found it.

    `hint` is what the markup says it is (`<figcaption>` is a caption); plain text has none.
    """

    text: str
    hint: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a reader makes of a file: paragraphs in order, and what the file says of itself."""

    origin: str
    paragraphs: tuple[Paragraph, ...]
    published: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A typed piece of an article; `key` is unique in the article (`b3`)."""

    key: str
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article to translate: typed blocks in reading order."""

    key: str
    direction: Direction
    published: datetime | None
    origin: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The headline, or the first block's text where there is none."""
        texts = [b.text for b in self.blocks if b.kind is BlockKind.HEADLINE]
        return texts[0] if texts else (self.blocks[0].text if self.blocks else "")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a whole line where a block has no sentences.

    `tail` is the white space that follows: joining text + tail rebuilds the block exactly.
    """

    key: str
    block: Block
    text: str
    tail: str = ""


# --- terms ---------------------------------------------------------------------------------


class Policy(StrEnum):
    """How strictly a term binds the translation."""

    REQUIRE = "require"
    """The target form, or one it accepts, has to stand in the translation."""
    PREFER = "prefer"
    """The target form is the house's choice; another one is a minor flag."""
    KEEP = "keep"
    """The source form stays as it is (`batik`, `Idulfitri`)."""
    FORBID = "forbid"
    """The target form must not stand in the translation (`Badan Perlindungan Lingkungan` for EPA)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a term base, seen in one direction.

    `aliases` are other source forms, `accepts` other right target forms. `short` is the target
    form after the first mention, where papers use both. `context` lists words of which one must
    stand in the same article before the entry applies (`PBB` is a tax beside `pajak`).
    """

    source: str
    target: str
    kind: str
    policy: Policy = Policy.REQUIRE
    aliases: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    short: str = ""
    context: tuple[str, ...] = ()
    note: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a source text, clitics left out of the span (`NATO` in `NATO-nya`).

    `target` is the form wanted here: the term's own, in the case that the place asks for.
    """

    span: Span
    term: Term
    target: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A segment made ready for an engine.

    `text` is what the engine gets (terms already in the target language where the model obeys
    that); `matches` are spans in `segment.text`.
    """

    segment: Segment
    direction: Direction
    text: str
    matches: tuple[TermMatch, ...] = ()

    @property
    def carried(self) -> bool:
        """Whether the segment is carried over by rule and no engine sees it."""
        return self.segment.block.kind in CARRIED


# --- translation ---------------------------------------------------------------------------


class Link(NamedTuple):
    """An alignment between a stretch of the text sent and a stretch of the hypothesis."""

    source: Span
    target: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that an engine proposes.

    `score` is the mean natural-log probability a token, or None where no model ran;
    `token_scores` are the same token by token, where the engine gives them.
    """

    text: str
    score: float | None = None
    token_scores: tuple[float, ...] = ()
    alignment: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine made of one text: hypotheses, best first, never empty.

    `fault` says why the engine could not translate it; the only hypothesis is then the text itself.
    `notes` say what was done to the text on the way (split, true-cased), for the record.
    """

    hypotheses: tuple[Hypothesis, ...]
    fault: str = ""
    notes: tuple[str, ...] = ()

    @property
    def best(self) -> Hypothesis:
        """The engine's first choice."""
        return self.hypotheses[0]


# --- quantities ----------------------------------------------------------------------------


class QuantityKind(StrEnum):
    """What a quantity measures; values compare only within a kind."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    SCORE = "score"


class PartialDate(NamedTuple):
    """A date of which parts may be missing: `20 Maret`, `Maret 2023`, `Senin (20/3)`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


Value: TypeAlias = Decimal | time | PartialDate
"""A range is two quantities that share a unit, a score two of its own kind."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value read from a text, in the unit that the text gives it.

    `unit` is an ISO 4217 code for money, `%`, `pp` or `bp` (basis points) for percent, a CLDR unit
    for measures, `WIB`, `WITA` or `WIT` for times, and empty otherwise. `approximate` marks
    `puluhan`, `belasan`. `spelled` marks values in words (`dua`, `kedua`, `half`): they may meet
    their like in the other language, but one that is missing is not an error by itself, since
    `kedua pihak` is rightly `both sides`.
    """

    span: Span
    kind: QuantityKind
    value: Value
    unit: str = ""
    approximate: bool = False
    spelled: bool = False


# --- the edition ---------------------------------------------------------------------------


class Severity(StrEnum):
    """How much a flag matters: may it be printed (critical), must it be read (major), or seen (minor)."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


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
    """A segment with its translation. `machine` never changes; `edits` lead from it to `target`."""

    draft: Draft
    machine: Hypothesis
    target: str
    alternatives: tuple[Hypothesis, ...] = ()
    fault: str = ""
    edits: tuple[Edit, ...] = ()
    flags: tuple[Flag, ...] = ()

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

"""Every value that travels through the pipeline, frozen, so that no stage can change another's work.

Each state of the text has a type of its own: a `Manuscript` has no block kinds yet, an `Article`
no sentences, a `Draft` no translation, a `Unit` no verdict. An untranslated thing can't be checked.

Spans are character offsets into the text they belong to, half open: `text[start:end]`.
"""

from pipeline.model.article import (
    CARRIED,
    Article,
    Block,
    BlockKind,
    Direction,
    Manuscript,
    Paragraph,
    Segment,
)
from pipeline.model.edition import (
    Edit,
    Edition,
    Finding,
    Flag,
    SegmentState,
    Severity,
    Shelved,
    Signature,
    Unit,
)
from pipeline.model.evidence import AttendedWord, ScoredWord, Scoring, Signal
from pipeline.model.exchange import BitextUnit
from pipeline.model.intake import NewsItem, SourceState
from pipeline.model.item import ItemMeta, PubStatus
from pipeline.model.quantities import PartialDate, Quantity, QuantityKind, Value
from pipeline.model.spans import Span
from pipeline.model.terms import Policy, Term, TermMatch
from pipeline.model.translation import Draft, Hypothesis, Link, Translation

__all__ = [
    "CARRIED",
    "Article",
    "AttendedWord",
    "BitextUnit",
    "Block",
    "BlockKind",
    "Direction",
    "Draft",
    "Edit",
    "Edition",
    "Finding",
    "Flag",
    "Hypothesis",
    "ItemMeta",
    "Link",
    "Manuscript",
    "NewsItem",
    "Paragraph",
    "PartialDate",
    "Policy",
    "PubStatus",
    "Quantity",
    "QuantityKind",
    "ScoredWord",
    "Scoring",
    "Segment",
    "SegmentState",
    "Severity",
    "Shelved",
    "Signal",
    "Signature",
    "SourceState",
    "Span",
    "Term",
    "TermMatch",
    "Translation",
    "Unit",
    "Value",
]

"""The bilingual edition as one HTML page: what the template is given, and its colours.

A reviewer opens it at night, prints it, reads it on a phone. It needs no script and no network, and
everything in it that came from an article is text: the template escapes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import jinja2

from pipeline.adapters.formats._standing import standing
from pipeline.model import CARRIED, BlockKind, Edition, Flag, Policy, Severity, Span, TermMatch, Unit
from pipeline.text.placement import places

PALETTE = {
    "light": {
        "paper": "#fbfaf7",
        "panel": "#ffffff",
        "ink": "#1d1f23",
        "quiet": "#585d66",
        "line": "#d9d6cd",
        "accent": "#1f5a87",
        "term": "#e6f0f7",
        "critical": "#a3121f",
        "critical-wash": "#fdeceb",
        "major": "#8a4b00",
        "major-wash": "#fdf1de",
        "minor": "#4d5a00",
        "minor-wash": "#f3f5dc",
    },
    "dark": {
        "paper": "#16181c",
        "panel": "#1e2126",
        "ink": "#e8e6e1",
        "quiet": "#a9adb5",
        "line": "#3a3e46",
        "accent": "#8cc1ea",
        "term": "#23384a",
        "critical": "#ff9a94",
        "critical-wash": "#3d1f20",
        "major": "#f4b860",
        "major-wash": "#3a2c14",
        "minor": "#cbd66f",
        "minor-wash": "#2d3115",
    },
}
"""Colours by theme; every pair that text is set in has a contrast of at least 4.5 to 1 (WCAG AA)."""

PAIRS = (
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "panel")),
    ("ink", "term"),
    ("quiet", "term"),
    *((severity, f"{severity}-wash") for severity in Severity),
    *(("ink", f"{severity}-wash") for severity in Severity),
)
"""Text colour and ground, as the style sheet pairs them."""

KIND_NAMES = {
    BlockKind.MASTHEAD: "Masthead",
    BlockKind.PROMO: "Promotion",
    BlockKind.HEADLINE: "Headline",
    BlockKind.DUPLICATE_HEADLINE: "Headline, set twice",
    BlockKind.BYLINE: "Byline",
    BlockKind.DATELINE: "Dateline",
    BlockKind.CREDIT: "Credit",
    BlockKind.SOURCE: "Source",
    BlockKind.PARAGRAPH: "",
    BlockKind.SUBHEAD: "Subhead",
    BlockKind.CAPTION: "Caption",
    BlockKind.LIST_ITEM: "List",
    BlockKind.RELATED: "Related",
    BlockKind.TAGS: "Tags",
}
MEANINGS = {
    Severity.CRITICAL: "must not be printed so",
    Severity.MAJOR: "must be read",
    Severity.MINOR: "worth a look",
}
PAIRED = 16
"""Terms of one sentence whose two sides light up together; a sentence has hardly ever more."""

LANGUAGE_NAMES = {"id": "Indonesian", "en": "English"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Run(NamedTuple):
    """A stretch of text that is set one way: `flag` is a severity or empty, `term` what a tip says.

    `pair` is the term's number in its row, the same on both sides, from 1; 0 where there is no term.
    """

    text: str
    flag: str = ""
    term: str = ""
    pair: int = 0


class Row(NamedTuple):
    """A unit as the page shows it."""

    unit: Unit
    key: str
    kind: BlockKind
    label: str
    carried: bool
    severity: str
    source: tuple[Run, ...]
    target: tuple[Run, ...]


def render(edition: Edition) -> str:
    """Return the page."""
    article = edition.article
    rows: list[Row] = []
    for unit in edition.units:
        block = unit.draft.segment.block
        before = rows[-1].unit.draft.segment.block if rows else None
        named = before == block or (before and before.kind is block.kind is BlockKind.LIST_ITEM)
        rows.append(_row(unit, "" if named else KIND_NAMES[block.kind]))
    flagged = [row for row in rows if row.unit.flags]
    severities = Counter(flag.severity for unit in edition.units for flag in unit.flags)
    return _template().render(
        edition=edition,
        article=article,
        standing=standing(article),
        title=_shown(
            next((row.unit.target for row in rows if row.kind is BlockKind.HEADLINE), article.title)
        ),
        source_title=_shown(article.title),
        rows=rows,
        flagged=flagged,
        following={row.key: after.key for row, after in pairwise(flagged)},
        severities=[(severity, MEANINGS[severity], severities.get(severity, 0)) for severity in Severity],
        first={row.severity: row.key for row in reversed(flagged)},
        pairs=range(1, PAIRED + 1),
        palette=PALETTE,
        languages=LANGUAGE_NAMES,
        shown=_shown,
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("pipeline.adapters.formats"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("edition.html.j2")


def _row(unit: Unit, label: str) -> Row:
    matches = unit.draft.matches
    found = enumerate(zip(places(matches, unit.source, unit.target), matches, strict=True), 1)
    terms_there = [(span, match, number) for number, (span, match) in found if span]
    terms_here = [(match.span, match, number) for number, match in enumerate(matches, 1)]
    return Row(
        unit,
        unit.draft.segment.key,
        unit.kind,
        label,
        unit.kind in CARRIED,
        str(unit.flags[0].severity) if unit.flags else "",
        tuple(_runs(unit.source, _flagged(unit.flags, "source_span"), terms_here)),
        tuple(_runs(unit.target, _flagged(unit.flags, "target_span"), terms_there)),
    )


def _flagged(flags: Sequence[Flag], side: str) -> list[tuple[Span, str]]:
    spans = [(getattr(flag, side), str(flag.severity)) for flag in flags]
    return [(span, severity) for span, severity in spans if span is not None]


def _runs(
    text: str, flags: Sequence[tuple[Span, str]], terms: Sequence[tuple[Span, TermMatch, int]]
) -> Iterator[Run]:
    """Cut a text wherever a flag or a term begins or ends; the worst flag colours a run."""
    cuts = {0, len(text)}
    for span in (*(span for span, _ in flags), *(span for span, _, _ in terms)):
        cuts |= {min(max(place, 0), len(text)) for place in span}
    for start, end in pairwise(sorted(cuts)):
        here = Span(start, end)
        flag = next((severity for span, severity in flags if span.overlaps(here)), "")
        tip, pair = next(
            ((_tip(match), number) for span, match, number in terms if span.overlaps(here)), ("", 0)
        )
        yield Run(_shown(here.of(text)), flag, tip, pair)


def _tip(match: TermMatch) -> str:
    note = f" ({match.term.note})" if match.term.note else ""
    term = match.term
    if term.policy is Policy.KEEP:
        return f"{term.source} stays as it is{note}"
    wanted = f"not “{term.target}”" if term.policy is Policy.FORBID else term.target
    return f"{term.source} → {wanted}{note}"


def _shown(text: str) -> str:
    """Return text with what no browser may show made visible as a replacement mark."""
    return _CONTROL.sub("\ufffd", text)

"""An institution is named in full where an article first speaks of it, and by its short form after that.

Indonesian readers know the KPK; readers of English are told once that it is the Corruption Eradication
Commission (KPK). The rule looks at the whole edition. Headlines, captions and quotations stay as they
are, since nothing may be put into a speaker's mouth, and where a sentence can't be changed safely
(`KPK's`) the next one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model import BlockKind, Edit, Policy, Span, Term, Unit
from pipeline.text.english import LEXICON
from pipeline.text.quotations import quotations

RULE = "first mention"

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_KINDS = frozenset({"institution", "organisation", "party", "military"})
_WELL_KNOWN = frozenset({"UN", "EU", "NATO", "ASEAN", "UNESCO", "UNICEF", "FIFA", "UEFA"})
"""Short forms that English papers use from the first mention on."""

_WITH_ARTICLE = re.compile(
    r"\b(?:Agency|Assembly|Association|Authority|Bank|Board|Bureau|Center|Chamber of \w+ and \w+|Commission|"
    r"Committee|Company|Confederation|Corporation|Council|Court|Department|Federation|Force|Forces|Forum|Foundation|"
    r"Fund|Institute|Military|Ministry|Movement|Office|Organization|Party|Police|Red Cross|Union)\b(?! Indonesia)"
)
_ARTICLE = re.compile(
    r"\b(?:the|a|an|its|their|his|her|our|this|that|[\w’']+['’]s|[a-z]+s['’]) $", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(r"(?:\w[\w’'-]* [A-Z][\w’'-]*|regency|city|province|district) $")
"""A branch is named by its place: `the Cianjur Regency BPBD`, `the Sleman regency KPU`."""
_PART_OF_A_NAME = re.compile(r" (?!Chair|Commission|Deputy|Director|Head|Investigat|Secretary|Spokes)[A-Z]")
"""What stands before a name's other half: `the AFC Pro license`, `BMKG Juanda`."""
_VERB = re.compile(
    r"[a-z]+ed|arrests?|began|came|cost|cut|detains?|finds?|found|gave|held|holds?|kept|led|lost|made|met|names?|"
    r"ran|saw|sees?|sent|set|takes?|told|took|went|won"
)


class _Place(NamedTuple):
    """A mention in a target, and what is to stand there."""

    span: Span
    written: str


def introduce(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Name in full, then briefly, every institution that has a short form; one `Edit` for each change."""
    last = _last_mentions(units)
    introduced: set[str] = set()
    done: list[Unit] = []
    for number, unit in enumerate(units):
        if unit.kind in _BODY and not unit.fault and unit.direction.target == "en":
            for term in dict.fromkeys(_terms(unit)):
                more = last[term.target] > number
                unit = _mention(unit, term, introduced, more=more)  # noqa: PLW2901 - one term after another
        done.append(unit)
    return tuple(done)


def _terms(unit: Unit) -> Iterator[Term]:
    for match in unit.draft.matches:
        term = match.term
        introducible = term.kind in _KINDS and term.short and term.short not in _WELL_KNOWN
        if introducible and term.policy in (Policy.REQUIRE, Policy.PREFER) and term.short != term.target:
            yield term


def _last_mentions(units: Sequence[Unit]) -> dict[str, int]:
    """Return the number of the last unit that speaks of each institution."""
    return {
        term.target: number
        for number, unit in enumerate(units)
        if unit.kind in _BODY
        for term in _terms(unit)
    }


def _mention(unit: Unit, term: Term, introduced: set[str], *, more: bool) -> Unit:
    """Write a term in a unit as its place in the edition asks for; note that it was introduced."""
    target = unit.target
    full = _free(rf"{re.escape(term.target)}", target)
    short = _free(rf"{re.escape(term.short)}(?!\w)", target)
    if term.target in introduced:
        place = _shortened(full, term, target) if full else None
    elif full and _bracketed(target, full, term):
        introduced.add(term.target)
        return unit
    elif full:
        place = _with_brackets(full, term, target, more=more)
        introduced.add(term.target)
    elif short:
        place = _in_full(short, term, target)
        if place:
            introduced.add(term.target)
    else:
        return unit
    return _written(unit, place) if place else unit


def _free(form: str, target: str) -> Span | None:
    """Find a name outside quotations, brackets, possessives and longer compounds (`KPK-led`)."""
    quoted = quotations(target)
    if quoted.opened or quoted.closed:
        return None
    for found in re.finditer(rf"(?<![\w(-])(?:{form})(?![\w-]|['’]s)", target):
        span = Span(*found.span())
        if not any(span.overlaps(quotation) for quotation in quoted.spans):
            return span
    return None


def _bracketed(target: str, full: Span, term: Term) -> bool:
    return target[full.end :].startswith(f" ({term.short})")


def _with_brackets(full: Span, term: Term, target: str, *, more: bool) -> _Place | None:
    """Put the short form behind the full one, if it comes back and is not a part of it (the House)."""
    if not more or term.short in term.target or _has(term.short, target):
        return None
    return _Place(full, f"{term.target} ({term.short})")


def _in_full(short: Span, term: Term, target: str) -> _Place | None:
    """Write a short form out, with the article that the name wants and an acronym goes without."""
    before, after = target[: short.start], target[short.end :]
    alone = _stands_alone(after)
    if not term.short.isupper() and not (alone and re.search(r"(?:^|\W)[Tt]he $", before)):
        return None  # the House speaker, the White House
    if _PART_OF_A_NAME.match(after):
        return None
    written = term.target if term.short in term.target else f"{term.target} ({term.short})"
    if article := re.search(r"\b[Aa]n? $", before):
        short = Span(article.start(), short.end)
        written = f"{article[0][0]}{'n' if term.target[0] in 'AEIO' else ''} {written}"
    elif alone and _WITH_ARTICLE.search(term.target) and not _has_article(before):
        opens = not before.strip(" “\"'‘(") or before.rstrip(" “\"'‘(")[-1] in ".!?:"
        written = f"{'The' if opens else 'the'} {written}"
    return _Place(short, written)


def _has_article(before: str) -> bool:
    return bool(_ARTICLE.search(before) or _PLACE_BEFORE.search(before))


def _stands_alone(after: str) -> bool:
    """Tell a name that stands for itself (`KPK detained`) from one before a noun (`KPK investigators`)."""
    following = re.match(r"\s*([\w’']*)", after)
    word = following[1] if following else ""
    return (
        not word
        or word in LEXICON.function_words
        or word in LEXICON.attribution
        or bool(_VERB.fullmatch(word))
    )


def _shortened(full: Span, term: Term, target: str) -> _Place | None:
    """Write the short form for the full one, unless both stand here."""
    start, end = full
    if _bracketed(target, full, term):
        end += len(f" ({term.short})")
    elif _has(term.short, target[:start] + target[end:]):
        return None
    return _Place(Span(start, end), term.short)


def _has(short: str, target: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", target) is not None


def _written(unit: Unit, place: _Place) -> Unit:
    span, written = place
    target = unit.target[: span.start] + written + unit.target[span.end :]
    edit = Edit(RULE, span.of(unit.target), written)
    return replace(unit, target=target, edits=(*unit.edits, edit))

"""Terms and names act twice: written into the source before the engine, looked after in what it says.

The order is that of least harm. A model that was trained for it gets the target form in its source
and copies it; among its hypotheses the one that keeps the terms is preferred; a term that it left
in the source language is replaced, with an `Edit`; what is still missing is left for the check to
flag, because a wrong replacement costs more than a flag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import (
    Direction,
    Draft,
    Edit,
    Hypothesis,
    Policy,
    Segment,
    Span,
    TermMatch,
    Translation,
    Unit,
)
from pipeline.text.matching import TermBase, is_kept
from pipeline.text.names import kept_names, misspelt

_NAMES = frozenset(
    {
        "institution",
        "place",
        "country",
        "organisation",
        "party",
        "acronym",
        "agency",
        "event",
        "company",
        "military",
    }
)
"""Kinds whose target form is a name: written into a source they can only be copied."""


def annotate(
    segment: Segment, direction: Direction, terms: TermBase, context: frozenset[str], *, code_switch: bool
) -> Draft:
    """Find the terms of a segment, and write their target forms into the text for the engine."""
    bare = Draft(segment, direction, segment.text)
    if bare.carried:
        return bare
    matches = terms.find(segment.text, context)
    text = _switched(segment.text, matches)[0] if code_switch else segment.text
    return Draft(segment, direction, text, matches)


def restore(draft: Draft, translation: Translation, names: frozenset[str] = frozenset()) -> Unit:
    """Choose the hypothesis that keeps terms and names best, and put right what it left or misspelt.

    `names` are the article's own, as `text.names` finds them.
    """
    source = draft.segment.text
    hypotheses = translation.hypotheses
    kept = [
        _kept(draft.matches, source, one.text) + kept_names(source, one.text, names) for one in hypotheses
    ]
    chosen = hypotheses[kept.index(max(kept))]
    target, edits = chosen.text, []
    for match in draft.matches:
        if not _binds(match) or translation.fault or is_kept(match, source, target):
            continue
        # Once a term is put in, the alignment's offsets are no longer the target's.
        if span := _replaceable(draft, match, target, chosen if target == chosen.text else None):
            form = match.term.target if span.start else match.target
            edits.append(Edit("term", span.of(target), form))
            target = target[: span.start] + form + target[span.end :]
    if not translation.fault:
        for span, name in sorted(misspelt(source, target, names), reverse=True):
            edits.append(Edit("name", span.of(target), name))
            target = target[: span.start] + name + target[span.end :]
    others = tuple(one for one in hypotheses if one is not chosen)
    return Unit(draft, chosen, target, others, translation.fault, tuple(edits))


def _binds(match: TermMatch) -> bool:
    return match.term.policy is Policy.REQUIRE


def _kept(matches: Sequence[TermMatch], source: str, target: str) -> int:
    return sum(is_kept(match, source, target) for match in matches if _binds(match))


def _switched(text: str, matches: Sequence[TermMatch]) -> tuple[str, dict[TermMatch, Span]]:
    """Write the target forms of names into `text`; return it, and where each term stands in it."""
    pieces: list[str] = []
    spans: dict[TermMatch, Span] = {}
    end, length = 0, 0
    for match in matches:
        switch = _binds(match) and match.term.kind in _NAMES
        piece = match.target if switch else match.span.of(text)
        length += match.span.start - end
        pieces += [text[end : match.span.start], piece]
        spans[match] = Span(length, length + len(piece))
        end, length = match.span.end, length + len(piece)
    return "".join([*pieces, text[end:]]), spans


def _replaceable(draft: Draft, match: TermMatch, target: str, aligned: Hypothesis | None) -> Span | None:
    """Find what stands in the target for a term that is missing, if it is safe to replace it.

    Safe is the source form left as it was (`KTT NATO` in an English sentence), or a capitalised run
    that the model attended to from the term alone: a garbled name (`Moskow`).
    """
    surface = match.span.of(draft.segment.text)
    if found := re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", target):
        return Span(*found.span())
    if aligned is None or match.term.kind not in _NAMES:
        return None
    switched, spans = _switched(draft.segment.text, draft.matches)
    place = spans[match] if draft.text == switched else match.span
    links = [link for link in aligned.alignment if link.source.overlaps(place) and link.weight >= 0.5]
    if not links:
        return None
    run = Span(min(link.target.start for link in links), max(link.target.end for link in links))
    words = run.of(target).strip(".,;:!?”\"')").split()
    if len(words) != len(links) or not all(word[:1].isupper() for word in words):
        return None
    if any(_within(other, run, target) for other in draft.matches if other is not match):
        return None
    stripped = run.of(target).rstrip(".,;:!?”\"')")
    stripped = re.sub(r"['’]s$", "", stripped)
    return Span(run.start, run.start + len(stripped)) if stripped else None


def _within(match: TermMatch, run: Span, target: str) -> bool:
    """Tell whether another term's form stands in the run: then it is not garbled, only shared."""
    return match.target.casefold() in run.of(target).casefold()

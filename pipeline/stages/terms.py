"""Terms and names act twice: written into the source before the engine, looked after in what it says.

The order is that of least harm. A model that was trained for it gets the target form in its source
and copies it, and so it does with numbers, which it gets in digits; among its hypotheses the one that keeps
terms, figures and names is preferred, and where none does the sentence is begun anew with what was lost
(`insist`); a term that it left in the source language is replaced, with an `Edit`; what is still missing is
left for the check to flag, because a wrong replacement costs more than a flag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import (
    Direction,
    Draft,
    Edit,
    Hypothesis,
    Link,
    Policy,
    Segment,
    Span,
    TermMatch,
    Translation,
    Unit,
)
from pipeline.stages.choose import choose
from pipeline.text.casing import is_all_caps
from pipeline.text.countries import countries
from pipeline.text.matching import TermBase, is_kept
from pipeline.text.names import misspelt, standing
from pipeline.text.quantities import parse
from pipeline.text.spelled import in_digits
from pipeline.text.spelling import bare

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
"""Kinds whose target form is a name: a capitalised run in its place is a garbled one."""

_SURE = 0.5
"""How much of its attention a word gives to a term, for the word to be the term's translation."""

_MARKS = ".,;:!?”\"')"


def annotate(  # noqa: PLR0913 - by name, what a segment is looked at with
    segment: Segment,
    direction: Direction,
    terms: TermBase,
    context: frozenset[str],
    names: frozenset[str] = frozenset(),
    *,
    code_switch: bool,
) -> Draft:
    """Find the terms of a segment, and write their target forms into the text for the engine.

    `names` are the article's own, as `text.names` finds them; what a term or a country stands for is none.
    """
    plain = Draft(segment, direction, segment.text)
    if plain.carried:
        return plain
    matches = terms.find(segment.text, context)
    text = _switched(segment.text, matches, direction.source)[0] if code_switch else segment.text
    return Draft(segment, direction, text, matches, _names(segment.text, direction, matches, names))


def _names(
    source: str, direction: Direction, matches: Sequence[TermMatch], names: frozenset[str]
) -> tuple[str, ...]:
    """Return the names that have to stand in the translation; `Bucharest` is no misspelt `Bukares`."""
    here = standing(source, names)
    if not here:
        return ()
    spans = [match.span for match in matches] + [span for span, _ in countries(source, direction.source)]
    settled = {bare(word) for span in spans for word in span.of(source).split()}
    return tuple(name for name in here if name not in settled)


def restore(draft: Draft, translation: Translation) -> Unit:
    """Choose the hypothesis that keeps terms and names best, and put right what it left or misspelt."""
    source = draft.segment.text
    hypotheses = translation.hypotheses
    chosen = choose(draft, hypotheses)
    target, edits = chosen.text, []
    for match in draft.matches:
        if not _binds(match) or translation.fault or is_kept(match, source, target):
            continue
        # Once a term is put in, the alignment's offsets are no longer the target's.
        if span := _replaceable(draft, match, target, chosen if target == chosen.text else None):
            form = _form(match, span, source)
            edits.append(Edit("term", span.of(target), form))
            target = target[: span.start] + form + target[span.end :]
    if not translation.fault:
        for span, name in sorted(misspelt(draft.names, target), reverse=True):
            edits.append(Edit("name", span.of(target), name))
            target = target[: span.start] + name + target[span.end :]
    # The links have done their work.
    others = tuple(one.without_links() for one in hypotheses if one is not chosen)
    return Unit(draft, chosen.without_links(), target, others, translation.fault, tuple(edits))


def _form(match: TermMatch, span: Span, source: str) -> str:
    """Return the target form as it is put in: a capital only where it opens the sentence."""
    if is_all_caps(source):
        return match.term.target.upper()
    inside = match.target[:1].lower() + match.target[1:]
    return inside if span.start and inside == match.term.target else match.target


def _binds(match: TermMatch) -> bool:
    return match.term.policy is Policy.REQUIRE


def _writes(match: TermMatch) -> bool:
    """Tell a term whose target form is written into the source.

    Preferred ones too: a model that learnt to copy takes `restitution` for `uang pengganti`, which it
    does not know, and `road traffic` costs it nothing.
    """
    return match.term.policy in (Policy.REQUIRE, Policy.PREFER)


def _switched(text: str, matches: Sequence[TermMatch], language: str) -> tuple[str, dict[TermMatch, Span]]:
    """Write the target forms into `text`, and numbers in words as digits; return it, and where each term stands.

    What belongs to a quantity stays: `87,15 dolar AS` is read as a whole.
    """
    counted = parse(text, language)
    inside = [quantity.span for quantity in counted]
    changes: list[tuple[Span, str, TermMatch | None]] = [
        (
            match.span,
            match.target if _writes(match) and not _is_inside(match, inside) else match.span.of(text),
            match,
        )
        for match in matches
    ]
    taken = [match.span for match in matches]
    changes += [
        (quantity.span, digits, None)
        for quantity in counted
        if (digits := in_digits(quantity, text, language)) and not any(map(quantity.span.overlaps, taken))
    ]
    pieces: list[str] = []
    spans: dict[TermMatch, Span] = {}
    end, length = 0, 0
    for span, piece, match in sorted(changes, key=lambda change: change[0]):
        length += span.start - end
        pieces += [text[end : span.start], piece]
        if match:
            spans[match] = Span(length, length + len(piece))
        end, length = span.end, length + len(piece)
    return "".join([*pieces, text[end:]]), spans


def _is_inside(match: TermMatch, counted: Sequence[Span]) -> bool:
    return any(span.start < match.span.start < span.end for span in counted)


def term_places(draft: Draft) -> dict[TermMatch, Span]:
    """Return where each term of a draft stands in the text that goes to the engine."""
    switched, spans = _switched(draft.segment.text, draft.matches, draft.direction.source)
    return spans if draft.text == switched else {match: match.span for match in draft.matches}


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
    place = term_places(draft)[match]
    run = _run(aligned.alignment, place)
    if run is None:
        return None
    run = _widened(run, target, match.target)
    if run is None or any(_within(other, run, target) for other in draft.matches if other is not match):
        return None
    # The article and the marks around a name are not its own.
    name = re.search(r"^[“\"'‘(]*(?:[Tt]he )?(.*?)(?:['’]s)?[.,;:!?”\"')]*$", run.of(target))
    return Span(run.start + name.start(1), run.start + name.end(1)) if name and name[1] else None


def _run(links: Sequence[Link], place: Span) -> Span | None:
    """Return the words in the hypothesis that answer to a stretch of the source, if they stand together.

    One of them has to answer to it clearly; each word has one link, to what it attends to most.
    """
    inside = [number for number, link in enumerate(links) if link.source.overlaps(place)]
    if not any(links[number].weight >= _SURE for number in inside):
        return None
    if inside[-1] - inside[0] + 1 != len(inside):
        return None
    return Span(links[inside[0]].target.start, links[inside[-1]].target.end)


def _widened(run: Span, target: str, wanted: str) -> Span | None:
    """Take in the words beside a garbled name that belong to it; None if it is not clear where it ends.

    `South Chinese Sea` is replaced as a whole, or it became `South South China Sea`; of `National
    Development Planning Agency` no part is replaced alone.
    """
    words = [Span(*found.span()) for found in re.finditer(r"\S+", target)]
    first = next(at for at, word in enumerate(words) if word.overlaps(run))
    last = max(at for at, word in enumerate(words) if word.overlaps(run))
    if not all(_capital(word.of(target)) for word in words[first : last + 1]):
        return None
    parts = set(wanted.casefold().split())
    while first and _joined(words[first - 1], target) and words[first - 1].of(target).casefold() in parts:
        first -= 1
    if first > 1 and _joined(words[first - 1], target) and _capital(words[first - 1].of(target)):
        return None
    after = words[last + 1] if last + 1 < len(words) and _joined(words[last], target) else None
    if after and _capital(after.of(target)):
        return None
    return Span(words[first].start, words[last].end)


def _capital(word: str) -> bool:
    return word.lstrip("“\"'‘(")[:1].isupper()


def _joined(word: Span, target: str) -> bool:
    """Tell whether a word has no mark behind it that parts it from the next."""
    return word.of(target)[-1] not in _MARKS


def _within(match: TermMatch, run: Span, target: str) -> bool:
    """Tell whether another term's form stands in the run: then it is not garbled, only shared."""
    return match.target.casefold() in run.of(target).casefold()

"""A term of the glossary is missing, was forced in, or is one that must not stand.

`Mahkamah Konstitusi` is the Constitutional Court on every page of the paper; `Supreme Court` is
another house.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Policy, QuantityKind, Severity, Span, TermMatch, Unit
from pipeline.text.matching import is_kept, wanted_forms
from pipeline.text.paraphrases import paraphrased
from pipeline.text.quantities import parse
from pipeline.text.words import find

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Judge each term of the source once, then the edits that forced one in."""
    judged: set[str] = set()
    for match in unit.draft.matches:
        if match.term.source not in judged:
            judged.add(match.term.source)
            yield from _judge(match, unit)
    for edit in unit.edits:
        if edit.rule == "term":
            yield Finding(
                f"“{edit.after}” was put in for “{edit.before}” as the glossary wants: "
                "read whether the sentence still runs.",
                None,
                find(edit.after, unit.target),
                Severity.MINOR,
            )


def _judge(match: TermMatch, unit: Unit) -> Iterator[Finding]:
    term, said = match.term, match.span.of(unit.source)
    if term.policy is Policy.FORBID:
        place = find(term.target, unit.target)
        if place:
            why = f" ({term.note})" if term.note else ""
            yield Finding(f"“{place.of(unit.target)}” must not stand for “{said}”{why}.", match.span, place)
        return
    short = said.isupper() and find(said, unit.target)  # `ketua KPK`, `the KPK chairman`
    if short or is_kept(match, unit.source, unit.target) or _in_money(match, unit):
        return
    # Another form of the term in small letters (`act`, `budget`) is often a word like any other.
    loose = said.islower() and said != term.source.lower()
    strict = term.policy is Policy.REQUIRE and not loose and not _is_paraphrased(match, unit)
    severity = Severity.MAJOR if strict else Severity.MINOR
    listed = " or ".join(f"“{form}”" for form in wanted_forms(match, unit.source)[:3])
    yield Finding(f"“{said}” should be {listed} here.", match.span, None, severity)


def _is_paraphrased(match: TermMatch, unit: Unit) -> bool:
    """Tell whether English says the body without its name, as a second mention rightly does."""
    term, surface = match.term, match.span.of(unit.source)
    if unit.direction.target == "en":
        return paraphrased(
            {surface, term.source, *term.aliases}, wanted_forms(match, unit.source), unit.target
        )
    return paraphrased({term.target, *term.accepts}, (surface,), unit.source) and surface.islower()


def _in_money(match: TermMatch, unit: Unit) -> bool:
    """Tell whether the term is part of an amount (`dollar AS`), which the check on numbers compares."""
    amounts = parse(unit.source, unit.direction.source)
    money = (_widened(one.span) for one in amounts if one.kind is QuantityKind.MONEY)
    return any(match.span.overlaps(span) for span in money)


def _widened(span: Span) -> Span:
    """Return a span with the currency that may follow it."""
    return Span(span.start, span.end + len(" dollar AS"))

"""A term of the glossary is missing, was forced in, or is one that must not stand.

`Mahkamah Konstitusi` is the Constitutional Court on every page of the paper; `Supreme Court` is
another house.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Policy, Severity, TermMatch, Unit
from pipeline.text.countries import countries
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
    forms = (term.source,) if term.policy is Policy.KEEP else (match.target, term.target, term.short)
    wanted = tuple(dict.fromkeys(form for form in (*forms, *term.accepts) if form))
    if any(find(form, unit.target) for form in wanted) or _as_country(match, unit):
        return
    severity = Severity.MAJOR if term.policy is Policy.REQUIRE else Severity.MINOR
    listed = " or ".join(f"“{form}”" for form in wanted[:3])
    yield Finding(f"“{said}” should be {listed} here.", match.span, None, severity)


def _as_country(match: TermMatch, unit: Unit) -> bool:
    """Tell whether a country stands in the target as its adjective (`invasi Rusia`, `Russian invasion`)."""
    source, target = unit.direction
    named = {found for _, found in countries(match.span.of(unit.source), source)}
    return bool(named) and named <= {found for _, found in countries(unit.target, target)}

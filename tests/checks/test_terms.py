from __future__ import annotations

from dataclasses import replace

import pytest
from builders import unit
from checks.cases import of_units, severities

from pipeline.checks import terms
from pipeline.model import Edit, Policy, Span, Term, TermMatch

COURT = Term("Mahkamah Konstitusi", "Constitutional Court", "institution", accepts=("the court",), short="MK")
RUSSIA = Term("Rusia", "Russia", "place")
SUMMIT = Term("KTT", "summit", "event", Policy.PREFER)
BATIK = Term("batik", "batik", "culture", Policy.KEEP)
AGENCY = Term("EPA", "Environmental Protection Agency", "agency", Policy.FORBID, note="the photo agency")


def match(source: str, term: Term) -> TermMatch:
    start = source.index(term.source)
    return TermMatch(Span(start, start + len(term.source)), term, term.target)


CASES = [
    (COURT, "Mahkamah Konstitusi menolak.", "The Constitutional Court refused.", []),
    (COURT, "Mahkamah Konstitusi menolak.", "The court refused.", []),
    (COURT, "Mahkamah Konstitusi menolak.", "MK refused.", []),
    (COURT, "Mahkamah Konstitusi menolak.", "The Supreme Court refused.", ["major"]),
    (RUSSIA, "Invasi Rusia berlanjut.", "The Russian invasion continues.", []),
    (RUSSIA, "Invasi Rusia berlanjut.", "The Ukrainian invasion continues.", ["major"]),
    (SUMMIT, "KTT dimulai.", "The meeting started.", ["minor"]),
    (SUMMIT, "KTT dimulai.", "The summits started.", []),
    (BATIK, "Ia memakai batik.", "He wore a dyed shirt.", ["major"]),
    (BATIK, "Ia memakai batik.", "He wore batik.", []),
    (AGENCY, "Foto: EPA", "Photo: Environmental Protection Agency", ["major"]),
    (AGENCY, "Foto: EPA", "Photo: EPA", []),
]


@pytest.mark.parametrize(("term", "source", "target", "expected"), CASES)
def test_terms_are_kept(term: Term, source: str, target: str, expected: list[str]) -> None:
    if term.policy is Policy.KEEP and expected:
        expected = ["minor"]
    assert severities(terms, source, target, matches=[match(source, term)]) == expected


def test_a_term_that_was_put_in_is_shown() -> None:
    forced = replace(
        unit("KTT dimulai.", "The summit started."), edits=(Edit("term", "conference", "summit"),)
    )
    assert of_units(terms, [forced]) == [["minor"]]

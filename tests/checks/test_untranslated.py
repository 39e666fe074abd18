from __future__ import annotations

import pytest
from builders import EN_ID, unit
from checks.cases import of_units, severities

from pipeline.checks import untranslated
from pipeline.model import Policy, Span, Term, TermMatch

CASES = [
    ("Bandara itu ditutup.", "The airport was closed.", []),
    ("Virus itu menyerang bank sentral.", "The virus attacked the central bank.", []),
    ("Pertunjukan gamelan di banjar itu meriah.", "The gamelan show at the banjar was lively.", []),
    ("Andi Wijaya", "Andi Wijaya", []),
    ("12-15", "12-15", []),
    ("Ia menjual batik dan tempe.", "She sells batik and tempe.", []),
    ("Bandara itu ditutup karena abu.", "Bandara itu ditutup karena abu.", ["critical"]),
    ("Petugas menghentikan pemadaman listrik.", "Officers stopped the pemadaman of power.", ["major"]),
    ("Mereka menunggu di balai desa.", "They waited di balai desa.", ["major"]),
    ("“Dunia sedang berubah,” katanya.", "“Dunia is changing,” she said.", ["major"]),
    ("Awal pekan ini ia tiba.", "Awal this week he arrived.", ["major"]),
    ("Dunia Fantasi dibuka lagi.", "Dunia Fantasi has reopened.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_copied_words_are_flagged(source: str, target: str, expected: list[str]) -> None:
    assert severities(untranslated, source, target) == expected


def test_a_word_that_the_glossary_keeps_is_no_fault() -> None:
    term = Term("pendampingan", "pendampingan", "concept", Policy.KEEP)
    kept = unit("Program pendampingan itu jalan.", "The pendampingan program works.")
    match = TermMatch(Span(8, 20), term, "pendampingan")
    known = unit(kept.source, kept.target, matches=[match])
    assert of_units(untranslated, [kept, known]) == [["major"], []]


def test_the_letter_of_a_road_is_no_copied_article() -> None:
    right = unit("A detour awaits on the A14.", "Jalan memutar menanti di A14.", direction=EN_ID)
    assert of_units(untranslated, [right]) == [[]]

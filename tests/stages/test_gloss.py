"""A word that the engine left in the source's language is replaced by what it is usually translated by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import EN_ID, ID_EN, unit
from checks.cases import of_units

from pipeline.checks import untranslated
from pipeline.model import Direction, Edit, Policy, Span, Term, TermMatch
from pipeline.model.work import REVIEWER
from pipeline.stages.gloss import gloss
from pipeline.text.copies import GLOSS

CASES = [
    ("Badai itu merusak rumah.", "The badai damaged houses.", "The storm damaged houses.", ID_EN),
    ("Badai merusak rumah.", "Badai damaged houses.", "Storm damaged houses.", ID_EN),
    (
        "The poison killed three people.",
        "Poison menewaskan tiga orang.",
        "Racun menewaskan tiga orang.",
        EN_ID,
    ),
    # a run would need another order, a name is none, and a dish stays one
    ("Racun badai itu kuat.", "The racun badai was strong.", "The racun badai was strong.", ID_EN),
    ("Badai Wijaya menang.", "Badai Wijaya won.", "Badai Wijaya won.", ID_EN),
    ("Ia menjual tempe.", "She sells tempe.", "She sells tempe.", ID_EN),
    (
        "Universitas Gajah Mada meneliti gajah Sumatra.",
        "Universitas Gajah Mada studies Sumatran elephants.",
        "Universitas Gajah Mada studies Sumatran elephants.",
        ID_EN,
    ),
    ("Bunga Citra membawa bunga.", "Bunga Citra carried flowers.", "Bunga Citra carried flowers.", ID_EN),
    ("Seekor gajah mati.", "A gajah died.", "An elephant died.", ID_EN),
    ("Badai itu merusak rumah.", "The storm damaged houses.", "The storm damaged houses.", ID_EN),
    # the whole source again is for a person
    ("Badai itu reda.", "Badai itu reda.", "Badai itu reda.", ID_EN),
]


@pytest.mark.parametrize(("source", "said", "wanted", "direction"), CASES)
def test_a_copied_word_is_said_in_the_target_language(
    source: str, said: str, wanted: str, direction: Direction
) -> None:
    found = gloss(unit(source, said, direction=direction))
    assert found.target == wanted
    assert [edit.rule for edit in found.edits] == ([GLOSS] if wanted != said else [])


def test_a_person_is_asked_whether_the_word_is_meant() -> None:
    found = gloss(unit("Badai itu merusak rumah.", "The badai damaged houses."))
    assert found.edits == (Edit(GLOSS, "badai", "storm"),)
    assert of_units(untranslated, [found]) == [["major"]]
    (told,) = untranslated.check(found)
    assert told.target is not None
    assert told.target.of(found.target) == "storm"


def test_what_a_reviewer_made_of_it_is_asked_about_no_more() -> None:
    found = gloss(unit("Badai itu merusak rumah.", "The badai damaged houses."))
    said = Edit(REVIEWER, found.target, "The gale damaged houses.")
    corrected = replace(found, target=said.after, edits=(*found.edits, said))
    assert of_units(untranslated, [corrected]) == [[]]


def test_what_the_glossary_keeps_stays() -> None:
    term = Term("badai", "badai", "concept", Policy.KEEP)
    kept = unit(
        "Musim badai tiba.", "The badai season arrived.", matches=[TermMatch(Span(6, 11), term, "badai")]
    )
    assert gloss(kept) is kept

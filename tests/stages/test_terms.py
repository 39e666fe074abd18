from __future__ import annotations

import re

import pytest
from builders import ID_EN, segment
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Hypothesis, Link, Policy, Span, Term, Translation
from pipeline.stages.terms import annotate, restore
from pipeline.text.matching import TermBase

TERMS = TermBase(
    [
        Term("KTT", "summit", "event"),
        Term("Moskow", "Moscow", "place"),
        Term("Korea Utara", "North Korea", "country"),
        Term("Laut Cina Selatan", "South China Sea", "place"),
        Term("Badan Bencana", "Disaster Agency", "institution"),
        Term("gempa", "earthquake", "nature", Policy.PREFER, accepts=("quake",)),
    ],
    "id",
)
NOTHING: frozenset[str] = frozenset()


def test_terms_are_written_into_the_source_where_the_model_obeys() -> None:
    draft = annotate(segment("Gempa di Korea Utara, kata Moskow."), ID_EN, TERMS, NOTHING, code_switch=True)
    assert draft.text == "Earthquake di North Korea, kata Moscow."
    assert [match.span.of(draft.segment.text) for match in draft.matches] == [
        "Gempa",
        "Korea Utara",
        "Moskow",
    ]


def test_a_term_that_belongs_to_a_quantity_is_left_to_the_quantity() -> None:
    terms = TermBase([Term("dolar AS", "US dollar", "economy", Policy.PREFER)], "id")
    draft = annotate(segment("Harga 87,15 dolar AS; kurs dolar AS"), ID_EN, terms, NOTHING, code_switch=True)
    assert draft.text == "Harga 87,15 dolar AS; kurs US dollar"


def test_without_code_switching_the_source_stays() -> None:
    draft = annotate(segment("Kata Moskow."), ID_EN, TERMS, NOTHING, code_switch=False)
    assert draft.text == "Kata Moskow."


def test_the_hypothesis_that_keeps_the_terms_is_preferred() -> None:
    draft = annotate(segment("KTT di Moskow"), ID_EN, TERMS, NOTHING, code_switch=False)
    texts = ("The meeting in Moscow", "The summit in Moscow", "Summit")
    unit = restore(draft, Translation(tuple(Hypothesis(text) for text in texts)))
    assert (unit.target, unit.machine.text) == ("The summit in Moscow", "The summit in Moscow")
    assert [one.text for one in unit.alternatives] == ["The meeting in Moscow", "Summit"]


def test_a_term_left_in_the_source_language_is_put_in() -> None:
    draft = annotate(segment("KTT di Moskow"), ID_EN, TERMS, NOTHING, code_switch=False)
    unit = restore(draft, Translation((Hypothesis("The KTT in Moscow"),)))
    assert unit.target == "The summit in Moscow"
    assert [(edit.rule, edit.before, edit.after) for edit in unit.edits] == [("term", "KTT", "summit")]


def test_a_garbled_name_is_put_right_where_the_alignment_is_sure() -> None:
    draft = annotate(segment("kata Moskow"), ID_EN, TERMS, NOTHING, code_switch=False)
    links = (Link(Span(0, 4), Span(0, 4), 0.9), Link(Span(5, 11), Span(5, 11), 0.9))
    assert restore(draft, Translation((Hypothesis("says Moskva", alignment=links),))).target == "says Moscow"


def aligned(source: str, target: str, *pairs: tuple[int, int, float]) -> Hypothesis:
    """Link words by their numbers: the source's, the target's, how surely."""
    places = [[Span(*found.span()) for found in re.finditer(r"\S+", text)] for text in (source, target)]
    links = (Link(places[0][one], places[1][other], weight) for one, other, weight in pairs)
    return Hypothesis(target, alignment=tuple(links))


@pytest.mark.parametrize(
    ("source", "target", "pairs", "wanted"),
    [
        # What belongs to the garbled name is taken in.
        (
            "di Laut Cina Selatan",
            "in South Chinese Sea",
            ((0, 0, 0.9), (0, 1, 0.4), (2, 2, 0.9), (1, 3, 0.9)),
            "in South China Sea",
        ),
        # Where a name has no clear end, nothing is replaced.
        (
            "kata Badan Bencana",
            "said the National Planning Agency",
            ((0, 0, 0.9), (0, 1, 0.4), (0, 2, 0.4), (1, 3, 0.6), (1, 4, 0.9)),
            "said the National Planning Agency",
        ),
        # The article and the marks stay.
        (
            "“Badan Bencana datang",
            "“The Disasters Office’s came",
            ((0, 0, 0.4), (1, 1, 0.9), (0, 2, 0.9), (2, 3, 0.9)),
            "“The Disaster Agency’s came",
        ),
        ("KTT", "KT", ((0, 0, 0.9),), "Summit"),
    ],
)
def test_a_name_is_replaced_as_a_whole_or_not_at_all(
    source: str, target: str, pairs: tuple[tuple[int, int, float], ...], wanted: str
) -> None:
    draft = annotate(segment(source), ID_EN, TERMS, NOTHING, code_switch=False)
    assert restore(draft, Translation((aligned(source, target, *pairs),))).target == wanted


def test_in_a_line_in_capitals_a_term_is_put_in_in_capitals() -> None:
    draft = annotate(segment("KTT BAHAS HARGA PANGAN"), ID_EN, TERMS, NOTHING, code_switch=False)
    unit = restore(draft, Translation((Hypothesis("KTT DISCUSSES FOOD PRICES"),)))
    assert unit.target == "SUMMIT DISCUSSES FOOD PRICES"


def test_what_is_not_sure_is_left_for_the_check() -> None:
    draft = annotate(segment("Gempa di KTT"), ID_EN, TERMS, NOTHING, code_switch=False)
    unit = restore(draft, Translation((Hypothesis("A meeting shook"),)))
    assert (unit.target, unit.edits) == ("A meeting shook", ())


@given(st.text(alphabet="abc, .KUo", max_size=40))
def test_where_no_term_matches_nothing_changes(text: str) -> None:
    draft = annotate(segment(text), ID_EN, TERMS, NOTHING, code_switch=True)
    assert draft.text == text
    assert restore(draft, Translation((Hypothesis(text),))).target == text

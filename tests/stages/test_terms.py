from __future__ import annotations

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
        Term("gempa", "earthquake", "nature", Policy.PREFER, accepts=("quake",)),
    ],
    "id",
)
NOTHING: frozenset[str] = frozenset()


def test_names_are_written_into_the_source_where_the_model_obeys() -> None:
    draft = annotate(segment("Gempa di Korea Utara, kata Moskow."), ID_EN, TERMS, NOTHING, code_switch=True)
    assert draft.text == "Gempa di North Korea, kata Moscow."
    assert [match.span.of(draft.segment.text) for match in draft.matches] == [
        "Gempa",
        "Korea Utara",
        "Moskow",
    ]


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


def test_what_is_not_sure_is_left_for_the_check() -> None:
    draft = annotate(segment("Gempa di KTT"), ID_EN, TERMS, NOTHING, code_switch=False)
    unit = restore(draft, Translation((Hypothesis("A meeting shook"),)))
    assert (unit.target, unit.edits) == ("A meeting shook", ())


@given(st.text(alphabet="abc, .KUo", max_size=40))
def test_where_no_term_matches_nothing_changes(text: str) -> None:
    draft = annotate(segment(text), ID_EN, TERMS, NOTHING, code_switch=True)
    assert draft.text == text
    assert restore(draft, Translation((Hypothesis(text),))).target == text

from __future__ import annotations

import pytest
from builders import ID_EN, draft
from showing import rows

from pipeline.model import Draft, Hypothesis, Policy, Span, Term, TermMatch, Translation
from pipeline.stages.choose import Lost, choose, lost
from pipeline.stages.terms import restore


def bound(text: str, source: str, target: str, policy: Policy = Policy.REQUIRE) -> Draft:
    """Return a draft with one term in it."""
    term = Term(source, target, "place", policy)
    start = text.index(source)
    return Draft(
        draft(text).segment, ID_EN, text, (TermMatch(Span(start, start + len(source)), term, target),)
    )


CHOICES = """
Ekspor Meksiko 48,6 miliar dolar AS. | Exports reached US$48.6 billion. / Mexico exported US$48.6 billion. | 1
Ekspor Meksiko 48,6 miliar dolar AS. | Mexico exported US$4.6 billion. / Mexico exported US$48.6 billion. | 1
Ekspor Meksiko 48,6 miliar dolar AS. | Mexico exported US$48.6 billion. / Mexico sold US$48.6 billion. | 0
Ekspor Meksiko 48,6 miliar dolar AS. | Exports reached US$48.6 billion. / Mexico exported US$4.6 billion. | 0
Tiga warga Meksiko tewas. | Mexicans died. / Three people from Mexico died. | 1
"""


@pytest.mark.parametrize(("source", "said", "wanted"), rows(CHOICES))
def test_the_first_hypothesis_that_loses_least_is_chosen(source: str, said: str, wanted: str) -> None:
    hypotheses = [Hypothesis(text.strip()) for text in said.split("/")]
    assert choose(bound(source, "Meksiko", "Mexico"), hypotheses) is hypotheses[int(wanted)]


def test_what_must_be_kept_as_it_is_counts_as_what_must_be_translated() -> None:
    kept = bound("Ia mengantongi sertifikat halal.", "halal", "halal", Policy.KEEP)
    assert lost(kept, "She has a certificate.") == Lost(bound=1, preferred=0)
    assert lost(kept, "She has a halal certificate.") == (0, 0)


def test_a_preferred_term_is_kept_where_that_costs_no_figure() -> None:
    source = "Sebanyak 300 nelayan tewas."
    one = bound(source, "nelayan", "fisherman", Policy.PREFER)
    said = [
        Hypothesis("As many as 300 sailors died."),
        Hypothesis("As many as 30 fishermen died."),
        Hypothesis("As many as 300 fishermen died."),
    ]
    assert [tuple(lost(one, each.text)) for each in said] == [(0, 1), (1, 0), (0, 0)]
    assert choose(one, said) is said[2]
    assert choose(one, said[:2]) is said[0]


def test_a_term_that_was_translated_is_no_misspelt_name() -> None:
    one = bound("Ia tinggal di Bukares sejak lama.", "Bukares", "Bucharest")
    unit = restore(one, Translation((Hypothesis("He has long lived in Bucharest."),)))
    assert unit.target == "He has long lived in Bucharest."


def test_of_those_that_lose_as_little_the_one_without_an_invented_word_is_chosen() -> None:
    source = "Turnamen berikutnya digelar 300 hari lagi."
    texts = [
        "The nextnament is 30 days away.",
        "The nextnament is 300 days away.",
        "The next one is 300 days away.",
    ]
    said = [Hypothesis(text) for text in texts]
    assert choose(draft(source), said) is said[2]
    assert choose(draft(source), said[:2]) is said[1]


def test_a_copy_of_the_source_is_not_chosen_for_its_figures() -> None:
    source = "Sebanyak 300 kapal akan singgah."
    said = (Hypothesis("As many as 30 ships will call."), Hypothesis(source))
    assert choose(draft(source), said) is said[0]


def test_of_two_with_a_copied_word_the_one_that_can_be_mended_is_chosen() -> None:
    source = "Badai itu merusak tiang."
    said = [Hypothesis("The storm damaged the tiang."), Hypothesis("The badai damaged the pole.")]
    assert choose(draft(source), said) is said[1]
    assert choose(draft(source), said[:1]) is said[0]

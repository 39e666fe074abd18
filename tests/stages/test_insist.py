from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from builders import EN_ID, ID_EN, STYLE, draft

from pipeline.adapters.engines.echo import EchoEngine
from pipeline.model import Direction, Draft, Hypothesis, Link, Policy, Span, Term, TermMatch, Translation
from pipeline.stages.terms import restore
from pipeline.stages.translate import translate


def bound(text: str, *terms: str, direction: Direction = ID_EN) -> Draft:
    """Return a draft with terms in it, each as `source > target > kind`."""
    matches: list[TermMatch] = []
    for one in terms:
        source, target, kind = (part.strip() for part in one.split(">"))
        start = text.index(source, matches[-1].span.end if matches else 0)
        matches.append(TermMatch(Span(start, start + len(source)), Term(source, target, kind), target))
    return draft(text, matches=matches, direction=direction)


def linked(source: str, said: str, links: str, score: float = -0.5) -> Hypothesis:
    """Return a hypothesis whose words answer to the words of `source` that `links` numbers."""
    here, there = ([Span(*word.span()) for word in re.finditer(r"\S+", text)] for text in (source, said))
    numbers = map(int, links.split())
    alignment = tuple(Link(here[at], span, 0.6) for at, span in zip(numbers, there, strict=True))
    return Hypothesis(said, score, alignment=alignment)


class Begun(EchoEngine):
    """An engine that says what it was told to, and something else for each time that it is told how to begin."""

    def __init__(self, first: Hypothesis, *then: Hypothesis) -> None:
        super().__init__()
        self.first, self.then = first, list(then)
        self.asked: list[tuple[str, str]] = []

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        return [Translation((self.first,)) for _ in texts]

    def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
        self.asked += zip(texts, openings, strict=True)
        return [self.then.pop(0) if self.then else None for _ in texts]


OPENINGS = [
    # Nothing speaks of it: on either side of the words of its neighbour.
    (
        "Tiga warga Meksiko tewas.",
        "Meksiko > Mexico > country",
        linked("Tiga warga Meksiko tewas.", "Three people died.", "0 1 3"),
        ["Three Mexico", "Three people Mexico"],
    ),
    # In the place of the words that speak of it and behind them, with an article where one may stand.
    (
        "Menteri BUMN tiba.",
        "Menteri BUMN > state minister > office",
        linked("Menteri BUMN tiba.", "The minister arrived.", "0 0 2"),
        ["The state minister", "The minister state minister"],
    ),
    (
        "Kata dia, KPK tiba.",
        "KPK > Corruption Court > institution",
        linked("Kata dia, KPK tiba.", "He says that court has arrived.", "1 0 0 2 3 3"),
        ["He says that the Corruption Court", "He says that court Corruption Court"],
    ),
    (
        "Ia jaksa agung.",
        "jaksa agung > attorney general > office",
        linked("Ia jaksa agung.", "He is a prosecutor.", "0 0 1 2"),
        ["He is attorney general", "He is a prosecutor attorney general"],
    ),
    (
        "Ia jaksa agung.",
        "jaksa agung > attorney general > office",
        linked("Ia jaksa agung.", "He is a prosecutor.", "0 0 0 2"),
        ["He is an attorney general", "He is a prosecutor attorney general"],
    ),
    # Before the name of a place stands no article, and the mark that opens a quotation stays.
    (
        "Ia ke “Laut Jawa”, katanya.",
        "Laut Jawa > Java Sea > place",
        linked("Ia ke “Laut Jawa”, katanya.", "He went to “sea”, he said.", "0 0 1 2 4 4"),
        ["He went to “Java Sea", "He went to “sea Java Sea"],
    ),
]


@pytest.mark.parametrize(("source", "term", "said", "wanted"), OPENINGS)
def test_a_translation_is_begun_anew_where_the_lost_term_was_spoken_of(
    source: str, term: str, said: Hypothesis, wanted: list[str]
) -> None:
    engine = Begun(said)
    translate([[bound(source, term)]], engine, STYLE)
    assert engine.asked == [(source, opening) for opening in wanted]


def test_the_second_way_counts_where_nothing_came_of_the_first() -> None:
    source, term, said, _ = OPENINGS[-1]
    kept = Hypothesis("He went to “sea Java Sea”, he said.", -0.6)
    ((found,),) = translate([[bound(source, term)]], Begun(said, said, kept), STYLE)
    assert found.hypotheses == (said, kept)


def test_a_preferred_term_is_put_in_one_way() -> None:
    source, _, said, wanted = OPENINGS[0]
    place = Span(source.index("Meksiko"), source.index(" tewas"))
    term = Term("Meksiko", "Mexico", "country", policy=Policy.PREFER)
    engine = Begun(said)
    translate([[draft(source, matches=[TermMatch(place, term, "Mexico")], direction=ID_EN)]], engine, STYLE)
    assert engine.asked == [(source, wanted[0])]


def test_a_name_is_put_in_one_way_for_behind_a_misspelt_one_it_would_stand_twice() -> None:
    source = "Kata Wongsakul, harga naik."
    engine = Begun(linked(source, "Wongkul said prices rose.", "1 0 2 3"))
    translate([[draft(source, names=["Wongsakul"])]], engine, STYLE)
    assert engine.asked == [(source, "Wongsakul")]


def test_an_article_of_its_own_is_enough() -> None:
    source = "Kata almarhum, harga naik."
    engine = Begun(linked(source, "He said prices rose.", "1 0 2 3"))
    translate([[bound(source, "almarhum > the late > office")]], engine, STYLE)
    assert engine.asked[0][1] == "The late"


def test_indonesian_is_begun_without_articles() -> None:
    source = "He met the mayor."
    engine = Begun(linked(source, "Ia bertemu dia.", "0 1 3"))
    translate([[bound(source, "mayor > wali kota > office", direction=EN_ID)]], engine, STYLE)
    assert engine.asked == [(source, "Ia bertemu wali kota"), (source, "Ia bertemu dia wali kota")]


SOURCE = "Lima warga Meksiko tewas."
LOSING = bound(SOURCE, "Meksiko > Mexico > country")
FIRST = linked(SOURCE, "Five people died.", "0 1 3")
KEPT = Hypothesis("Five people from Mexico died.", -0.7)


def test_what_keeps_more_joins_the_others_and_is_chosen() -> None:
    ((found,),) = translate([[LOSING]], Begun(FIRST, KEPT), STYLE)
    assert [one.text for one in found.hypotheses] == ["Five people died.", "Five people from Mexico died."]
    assert found.notes == ("insisted",)
    unit = restore(LOSING, found)
    assert unit.target == unit.machine.text == "Five people from Mexico died."
    assert [one.text for one in unit.alternatives] == ["Five people died."]


@pytest.mark.parametrize(("begun", "taken"), [(-0.2, -0.5), (-0.7, -0.7)])
def test_what_was_begun_is_taken_for_no_likelier_than_what_the_engine_said_of_itself(
    begun: float, taken: float
) -> None:
    """An opening counts as certain, however unlikely it was."""
    engine = Begun(FIRST, Hypothesis("Five people from Mexico died.", begun))
    ((found,),) = translate([[LOSING]], engine, STYLE)
    assert [one.score for one in found.hypotheses] == [-0.5, taken]


@pytest.mark.parametrize(
    "broken",
    [
        Hypothesis("Five people people from Mexico died.", -0.6),
        Hypothesis("Five from Mexico, Mexico died.", -0.6),
        Hypothesis("Five people died there.", -0.4),
    ],
    ids=["a word twice", "the term twice", "the term still lost"],
)
def test_a_term_is_not_forced_into_a_broken_sentence(broken: Hypothesis) -> None:
    ((found,),) = translate([[LOSING]], Begun(FIRST, broken), STYLE)
    assert found.hypotheses == (FIRST,)
    assert not found.notes


GLUED = [
    ("Angin 480 kilometer per jam/h.", False),
    ("Angin 480 kilometer per jamkup.", False),
    ("Angin 480 kilometer per jam.", True),
]


@pytest.mark.parametrize(("said", "taken"), GLUED)
def test_what_goes_on_inside_what_was_forced_is_not_taken(said: str, taken: bool) -> None:
    """To the parser `480 kilometer per jam/h` holds the figure."""
    source = "Winds reached 480 kph."
    one = draft(source, direction=EN_ID)
    engine = Begun(linked(source, "Angin mencapai.", "0 1"), Hypothesis(said, -0.6))
    ((found,),) = translate([[one]], engine, STYLE)
    assert engine.asked[0][1] == "Angin 480 kilometer per jam"
    assert ("insisted" in found.notes) is taken


PEOPLE = [
    ("Syrian president was rejected.", True),
    ("Syrians rejected the president.", True),
    ("Syriaidential leader of Syria was rejected.", False),
]


@pytest.mark.parametrize(("said", "taken"), PEOPLE)
def test_the_people_of_a_country_are_no_broken_word(said: str, taken: bool) -> None:
    source = "Presiden Suriah ditolak."
    one = bound(source, "Suriah > Syria > country")
    engine = Begun(linked(source, "President was rejected.", "0 2 2"), Hypothesis(said, -0.6))
    ((found,),) = translate([[one]], engine, STYLE)
    assert engine.asked[0][1] == "Syria"
    assert ("insisted" in found.notes) is taken


MORE = [("5 jutaan orang mengungsi.", False), ("5 juta orang mengungsi.", True)]


@pytest.mark.parametrize(("said", "taken"), MORE)
def test_an_ending_that_makes_another_figure_is_not_taken(said: str, taken: bool) -> None:
    source = "Some 5 million people fled."
    one = draft(source, direction=EN_ID)
    engine = Begun(linked(source, "Orang mengungsi.", "3 4"), Hypothesis(said, -0.6))
    ((found,),) = translate([[one]], engine, STYLE)
    assert ("insisted" in found.notes) is taken


def test_a_term_in_brackets_may_be_followed_by_what_it_belongs_to() -> None:
    source = "Ali (menteri Suriah) tiba."
    one = bound(source, "Suriah > Syria > country")
    engine = Begun(linked(source, "Ali (minister) arrived.", "0 1 3"))
    translate([[one]], engine, STYLE)
    assert engine.asked[0][1] == "Ali (Syria"


def test_where_only_the_first_hypothesis_has_links_another_that_keeps_more_is_begun_anew_by_them() -> None:
    source = "Warga Meksiko tiba di Laut Jawa."
    one = bound(source, "Meksiko > Mexico > country", "Laut Jawa > Java Sea > place")
    first = linked(source, "People came to it.", "0 2 3 4")

    class Two(Begun):
        def translate(self, texts: Sequence[str]) -> list[Translation]:
            return [Translation((self.first, Hypothesis("People from Mexico came.", -0.6))) for _ in texts]

    engine = Two(first)
    translate([[one]], engine, STYLE)
    assert engine.asked[0][1] == "People came to Java Sea"


def test_what_the_source_says_twice_may_be_said_twice() -> None:
    source = "Warga Meksiko menolong warga Meksiko."
    one = bound(source, *["Meksiko > Mexico > country"] * 2)
    first = linked(source, "People help others.", "0 2 3")
    said = Hypothesis("Mexico helps Mexico.", -0.6)
    ((found,),) = translate([[one]], Begun(first, said), STYLE)
    assert found.hypotheses == (first, said)


def test_nothing_is_begun_anew_that_lost_nothing() -> None:
    engine = Begun(KEPT)
    ((found,),) = translate([[LOSING]], engine, STYLE)
    assert not engine.asked
    assert not found.notes


def test_two_lost_terms_are_put_in_one_after_the_other() -> None:
    source = "Warga Meksiko tiba di Laut Jawa."
    one = bound(source, "Meksiko > Mexico > country", "Laut Jawa > Java Sea > place")
    first = linked(source, "People came to it.", "0 2 3 4")
    second = linked(source, "People of Mexico came to it.", "0 1 1 2 3 4", -0.6)
    third = Hypothesis("People of Mexico came to the Java Sea.", -0.7)
    engine = Begun(first, second, third)
    ((found,),) = translate([[one]], engine, STYLE)
    assert [opening for _, opening in engine.asked] == ["Mexico", "People of Mexico came to Java Sea"]
    assert found.hypotheses == (first, third)


def test_the_term_of_a_headline_in_capitals_is_put_in_and_shouted_again() -> None:
    source = "LIMA WARGA MEKSIKO TEWAS"
    one = bound(source, "MEKSIKO > Mexico > country")
    first = linked(source, "Five people die", "0 1 3")
    engine = Begun(first, Hypothesis("Five people from Mexico die", -0.6))
    ((found,),) = translate([[one]], engine, STYLE)
    assert engine.asked[0][1] == "Five Mexico"
    assert found.hypotheses[-1].text == "FIVE PEOPLE FROM MEXICO DIE"
    assert found.notes == ("true-cased", "insisted")


LOST = [
    # A figure, in house form; an ordinal with an article where one may stand.
    ("Ekspor naik 5,2 persen.", "Exports rose.", "0 1", "Exports 5.2 percent"),
    ("Rapat digelar 20 Maret.", "The meeting was held.", "0 0 1 1", "The meeting March 20"),
    ("Presiden ke-44 tiba.", "The president arrived.", "0 0 2", "The 44th"),
    ("Ia presiden ke-44.", "He is president.", "0 0 1", "He is 44th"),
    # What the source closes is closed, and only that.
    ("Kata dia, Minggu (2/12).", "He said on Sunday (12).", "1 0 2 2 3", "He said on Sunday (December 2)"),
    ("Kata dia (Minggu 2/12 malam).", "He said (Sunday 12).", "1 0 2 3", "He said (Sunday December 2"),
]


@pytest.mark.parametrize(("source", "said", "links", "wanted"), LOST)
def test_a_figure_that_was_lost_is_put_in_too(source: str, said: str, links: str, wanted: str) -> None:
    engine = Begun(linked(source, said, links))
    translate([[draft(source)]], engine, STYLE)
    assert engine.asked[0][1] == wanted


def test_a_name_that_was_lost_is_put_in_letter_for_letter() -> None:
    source = "Kata Wongsakul, harga naik."
    engine = Begun(
        linked(source, "He said prices rose.", "0 0 2 3"), Hypothesis("Wongsakul said prices rose.", -0.6)
    )
    ((found,),) = translate([[draft(source, names=["Wongsakul"])]], engine, STYLE)
    assert engine.asked[0][1] == "Wongsakul"
    assert found.hypotheses[-1].text == "Wongsakul said prices rose."


def test_the_sentences_of_a_batch_are_begun_anew_together() -> None:
    calls = []

    class Counting(Begun):
        def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
            calls.append(len(texts))
            return super().complete(texts, openings)

    translate([[LOSING, LOSING], [LOSING]], Counting(FIRST), STYLE)
    assert calls == [3, 3]


def test_a_preferred_term_is_put_in_too_and_behind_what_is_required() -> None:
    text = "Nelayan Meksiko tewas."
    meksiko = Term("Meksiko", "Mexico", "country")
    nelayan = Term("Nelayan", "fisherman", "society", Policy.PREFER)
    both = draft(
        text,
        matches=[
            TermMatch(Span(0, 7), nelayan, "Fisherman"),
            TermMatch(Span(8, 15), meksiko, "Mexico"),
        ],
    )
    first = linked(text, "A man died.", "0 0 2")
    engine = Begun(
        first, Hypothesis("A man in Mexico died.", -0.5), Hypothesis("A fisherman in Mexico died.", -0.5)
    )
    ((said,),) = translate([[both]], engine, STYLE)
    assert ["Mex" in opening for _, opening in engine.asked] == [True, False]
    assert restore(both, said).target == "A fisherman in Mexico died."

from __future__ import annotations

import pytest

from pipeline.text.words import find, vocabulary, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("… — 12 !", ()),
        ("don’t", ("don’t",)),
        ("Negara-negara ASEAN", ("negara-negara", "asean")),
        ("47-year-old", ("year-old",)),
    ],
)
def test_words_are_letters_joined_by_hyphen_or_apostrophe(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(word.text for word in words(text)) == expected


def test_a_word_knows_its_place() -> None:
    text = "Tidak, kata dia."
    assert [word.span.of(text) for word in words(text)] == ["Tidak", "kata", "dia"]


def test_the_vocabulary_is_every_word_once() -> None:
    assert vocabulary("Ya, ya, Ya!") == {"ya"}


@pytest.mark.parametrize(
    ("form", "text", "stands"),
    [
        ("KPK", "the KPK's case", True),
        ("KPK", "KPKNL", False),
        ("state budget", "the State\nBudget", True),
        ("", "anything", False),
        ("U.S.", "the U.S. said", True),
    ],
)
def test_a_form_is_found_as_whole_words(form: str, text: str, stands: bool) -> None:
    assert (find(form, text) is not None) is stands

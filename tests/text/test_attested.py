from __future__ import annotations

from importlib.resources import files

import pytest

from pipeline.text.attested import attested, is_name, made_of


@pytest.mark.parametrize(
    "word",
    "ferns ferny ferned ferning unfern fern-like fern's outfernings refernable".split(),
)
def test_english_makes_forms_of_a_word(word: str) -> None:
    assert made_of(word, "en", {"fern", "like"})
    assert not made_of(word, "en", {"like"})


@pytest.mark.parametrize(
    "word",
    "memfasumkan difasumkannya fasum-fasumnya pemfasuman keterfasuman ketidakfasuman berfasum fasumlah".split(),
)
def test_indonesian_makes_forms_of_a_word(word: str) -> None:
    assert made_of(word, "id", {"fasum"})
    assert not made_of(word, "id", {"sumfa"})


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("menjagal", "jagal"),
        ("menyusur", "susur"),
        ("mengepak", "kepak"),
        ("memukat", "pukat"),
    ],
)
def test_the_nasal_takes_the_place_of_a_letter(word: str, root: str) -> None:
    assert made_of(word, "id", {root})
    assert made_of(root, "id", {word})


def test_a_short_root_gets_a_vowel_before_it() -> None:
    assert made_of("mengebom", "id", {"bom"})


@pytest.mark.parametrize("word", ["mengvas", "menybas", "memtas", "vass"])
def test_the_nasal_suits_the_letter_behind_it(word: str) -> None:
    assert not made_of(word, "id", {"vas", "bas", "tas"})


@pytest.mark.parametrize("one", ["colour", "analyse", "theatre", "organisation", "travelled"])
def test_a_word_in_one_spelling_is_a_word_in_the_other(one: str) -> None:
    other = {"colour": "color", "analyse": "analyze", "theatre": "theater", "travelled": "traveled"}
    assert made_of(one, "en", {other.get(one, "organization")})


def test_no_word_has_a_letter_three_times_running() -> None:
    assert not made_of("employeees", "en", {"employee"})


def test_the_lists_are_sorted_and_small() -> None:
    for which in ("en", "id", "names"):
        rows = files("pipeline.text").joinpath(f"attested.{which}.txt").read_text("utf-8").splitlines()
        words = [row for row in rows if not row.startswith("#")]
        assert words == sorted(set(words))
        assert sum(map(len, words)) < 400_000


def test_a_name_is_no_word() -> None:
    assert is_name("Britain")
    assert not attested("britain", "en")

from __future__ import annotations

import pytest

from pipeline.text.languages import guess, lexicon, name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pemerintah belum memutuskan apakah bantuan itu akan diperpanjang.", "id"),
        ("The government has not decided whether the aid will be extended.", "en"),
        ("De regering heeft nog niet besloten of de steun wordt verlengd.", "nl"),
        ("Die Regierung hat noch nicht entschieden, ob die Hilfe verlängert wird.", "de"),
        ("Perdana Menteri berkata beliau tidak boleh hadir kerana sakit, manakala timbalannya mahu.", "ms"),
        ("Warga ora gelem lunga amarga omahe isih ana ing kono.", "jv"),
        ("", ""),
        ("12.345 — 67%", ""),
    ],
)
def test_a_language_is_told_by_its_function_words(text: str, language: str) -> None:
    assert guess(text).language == language


def test_a_long_sentence_makes_surer_than_a_short_one() -> None:
    long = "Warga yang mengungsi belum dapat pulang karena air masih tinggi dan jalan ke desa itu putus."
    assert guess(long).sure > guess("Warga yang mengungsi").sure


def test_both_languages_of_the_desk_have_a_lexicon() -> None:
    for language in ("id", "en"):
        found = lexicon(language)
        assert found is not None
        assert found.name == name(language)
    assert lexicon("nl") is None

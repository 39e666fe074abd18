from __future__ import annotations

from builders import unit
from checks.cases import of_units

from pipeline.checks import doubled_headline, language, renderings


def test_a_second_headline_is_shown() -> None:
    units = [
        unit("Banjir Melanda Kota", "Flood Hits City", "headline", key="b1"),
        unit("Banjir melanda  kota", "", "duplicate_headline", key="b2"),
        unit("Warga mengungsi.", "Residents fled.", key="b3"),
        unit("Banjir Melanda Kota", "Flood Hits City", key="b4"),
    ]
    assert of_units(doubled_headline, units) == [[], ["minor"], [], ["minor"]]


def test_a_name_is_written_in_one_way() -> None:
    units = [
        unit("Cina", "Cina", key="b1"),
        unit("China", "China", key="b2"),
        unit("China", "China and Kyiv", key="b3"),
        unit("Cinangka", "Cinangka", key="b4"),
    ]
    assert of_units(renderings, units) == [["minor"], [], [], []]


def test_an_article_in_another_language_is_flagged_once_at_its_top() -> None:
    dutch = "De regering heeft nog niet besloten of de steun aan het land wordt verlengd."
    units = [
        unit("JAKARTA —", "JAKARTA —", "dateline"),
        unit(dutch, dutch, key="b2"),
        unit(dutch, dutch, key="b3"),
    ]
    assert of_units(language, units) == [[], ["critical"], []]


def test_an_indonesian_article_with_an_english_quote_is_fine() -> None:
    units = [
        unit("Pemerintah belum memutuskan apakah bantuan itu akan diperpanjang.", ""),
        unit("“We will see,” kata dia.", "", key="b2"),
        unit("Warga yang mengungsi masih menunggu di sekolah.", "", key="b3"),
    ]
    assert of_units(language, units) == [[], [], []]


def test_nothing_is_said_of_an_article_without_prose() -> None:
    assert of_units(language, [unit("EPA", "EPA", "credit")]) == [[]]
    assert of_units(language, []) == []

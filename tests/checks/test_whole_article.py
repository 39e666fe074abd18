from __future__ import annotations

from builders import unit
from checks.cases import of_units

from pipeline.checks import consistency, doubled_headline, headline, language, renderings, style


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
    dutch = "De regering heeft nog niet besloten of de steun aan het land wordt verlengd, zegt de minister."
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


def test_the_same_sentence_reads_the_same() -> None:
    units = [
        unit("Warga masih mengungsi.", "Residents are still displaced.", key="b1"),
        unit("Warga masih mengungsi.", "People remain in shelters.", key="b2"),
        unit("Warga masih mengungsi.", "Residents are still displaced.", key="b3"),
        unit("Air sudah mulai surut.", "Residents are still displaced.", key="b4"),
    ]
    assert of_units(consistency, units) == [[], ["minor"], [], ["major"]]


def test_a_headline_says_the_figures_of_its_article() -> None:
    body = unit("Polisi menyita 250 kilogram sabu.", "Police seized 250 kilograms of meth.", key="b2")
    right = unit("Polisi Sita 250 Kilogram Sabu", "Police Seize 250 Kilograms of Meth", "headline")
    wrong_body = unit(body.source, "Police seized 350 kilograms of meth.", key="b2")
    assert of_units(headline, [right, body]) == [[], []]
    assert of_units(headline, [right, wrong_body]) == [["major"], []]


def test_a_translation_in_a_third_language_is_flagged() -> None:
    source = "Pemerintah belum memutuskan apakah bantuan itu akan diperpanjang."
    dutch = "De regering heeft nog niet besloten of de steun aan het land wordt verlengd, zegt de minister."
    units = [unit(source, dutch), unit(source, "The government has not decided on the aid.", key="b2")]
    assert of_units(language, units) == [["critical"], []]


def test_house_style_is_kept_but_in_quotations() -> None:
    units = [
        unit("Migran itu ditahan.", "The illegal immigrants were detained."),
        unit("“Ilegal,” kata dia.", "“Illegal immigrants,” he said.", key="b2"),
    ]
    assert of_units(style, units) == [["minor"], []]

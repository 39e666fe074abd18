from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Policy, Term
from pipeline.text.matching import TermBase, is_kept
from pipeline.text.readings import words_around

TERMS = TermBase(
    [
        Term("PBB", "land and building tax", "acronym", context=("pajak", "tagihan")),
        Term("PBB", "United Nations", "acronym", accepts=("UN",)),
        Term("Dewan Keamanan PBB", "UN Security Council", "organisation"),
        Term("China", "China", "country", aliases=("Cina", "Tiongkok")),
        Term("AS", "United States", "acronym", accepts=("US",)),
        Term("NATO", "NATO", "organisation"),
        Term("KPK", "Corruption Eradication Commission", "institution"),
        Term("Kementerian Keuangan", "Finance Ministry", "institution", aliases=("Kemenkeu",)),
        Term("bupati", "regent", "office"),
        Term("batik", "batik", "culture", Policy.KEEP),
    ],
    "id",
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NATO-nya kuat", ["NATO"]),
        ("Kemenkeu-lah yang membayar", ["Kemenkeu"]),
        ("Dewan Keamanan PBB bersidang", ["Dewan Keamanan PBB"]),
        ("Dewan\nKeamanan  PBB", ["Dewan\nKeamanan  PBB"]),
        ("Cinangka bukan Cina", ["Cina"]),
        ("KPKNL bukan KPK", ["KPK"]),
        ("as roda patah, kata AS", ["AS"]),
        ("Bupati datang", ["Bupati"]),
        ("BUPATI DITANGKAP KPK DI CIANJUR", ["BUPATI", "KPK"]),
        ("kementerian keuangan", []),
        ("batiknya dijual", ["batik"]),
    ],
)
def test_terms_are_found_as_whole_words_with_what_hangs_on_them(text: str, wanted: list[str]) -> None:
    assert [match.span.of(text) for match in TERMS.find(text)] == wanted


@pytest.mark.parametrize(
    ("form", "text", "span"),
    [
        (
            "Badan Cuaca, Iklim, dan Gempa",
            "kata Badan Cuaca, Iklim, dan Gempa itu",
            "Badan Cuaca, Iklim, dan Gempa",
        ),
        (
            "Badan Cuaca, Iklim, dan Gempa",
            "kata Badan Cuaca Iklim dan Gempa itu",
            "Badan Cuaca Iklim dan Gempa",
        ),
        ("Badan Cuaca", "Badan, Cuaca", None),
        ("Kab. Sleman", "di Kab. Sleman.", "Kab. Sleman"),
        ("Kab. Sleman", "di Kab. Solo", None),
        ("Brigjen (Purn)", "oleh Brigjen (Purn) Dedi", "Brigjen (Purn)"),
        ("Kol.", "oleh Kol. Dedi", "Kol."),
        ("Kol.", "oleh Kol Dedi", "Kol"),
        ("Isra' Mi'raj", "libur Isra’ Mi’raj", "Isra’ Mi’raj"),
    ],
)
def test_marks_inside_an_entry_are_found_and_part_other_words(form: str, text: str, span: str | None) -> None:
    found = TermBase([Term(form, "x", "title")], "id").find(text)
    assert [match.span.of(text) for match in found] == ([span] if span else [])


def test_context_decides_between_readings() -> None:
    (tax,) = TERMS.find("Bayar PBB sekarang", words_around(["tagihan pajak"]))
    (nations,) = TERMS.find("PBB bersidang")
    assert (tax.target, nations.target) == ("land and building tax", "United Nations")


def test_a_term_that_opens_a_sentence_takes_its_capital() -> None:
    (opening,) = TERMS.find("Bupati datang")
    (inside,) = TERMS.find("seorang bupati datang")
    assert (opening.target, inside.target) == ("Regent", "regent")


@pytest.mark.parametrize(
    ("text", "span", "target"),
    [
        ("para bupati datang", "bupati", "regents"),
        ("dua bupati-bupati itu", "bupati-bupati", "regents"),
        ("ke negara-negara maju", "negara-negara maju", "developed countries"),
        ("ke negara maju", "negara maju", "developed country"),
        ("bupatinya datang", "bupati", "regent"),
    ],
)
def test_a_plural_is_one_term_and_asks_for_a_plural(text: str, span: str, target: str) -> None:
    terms = TermBase(
        [Term("bupati", "regent", "office"), Term("negara maju", "developed country", "concept")], "id"
    )
    (match,) = terms.find(text)
    assert (match.span.of(text), match.target) == (span, target)


def test_an_alias_that_is_right_in_the_other_language_stays() -> None:
    terms = TermBase(
        [Term("Persib Bandung", "Persib Bandung", "sport", aliases=("Persib",), accepts=("Persib",))], "id"
    )
    assert [match.target for match in terms.find("Persib menang")] == ["Persib"]


def test_a_short_form_behind_its_long_one_is_kept() -> None:
    terms = TermBase([Term("Dewan Rakyat", "House", "institution", aliases=("DR",))], "id")
    assert [match.target for match in terms.find("Dewan Rakyat (DR) dan DR")] == ["House", "DR", "House"]


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        ("PBB bersidang", "The UN met", True),
        ("PBB bersidang", "The United Nations' staff met", True),
        ("PBB bersidang", "The assembly met", False),
        ("Cina marah", "Chinese anger", True),
        ("batik dijual", "batik is sold", True),
        ("batik dijual", "cloth is sold", False),
    ],
)
def test_a_term_is_kept_in_any_form_that_is_accepted(source: str, target: str, kept: bool) -> None:
    (match,) = TERMS.find(source)
    assert is_kept(match, source, target) is kept


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("di Kabupaten Cianjur, Senin", {"Kabupaten Cianjur": "Cianjur Regency"}),
        ("ke Desa Bedono Senin lalu", {"Desa Bedono": "Bedono village"}),
        ("di Provinsi Jawa Timur", {"Provinsi Jawa Timur": "East Java province"}),
        ("di Kabupaten Lombok Timur", {"Kabupaten Lombok Timur": "East Lombok Regency"}),
        ("di Provinsi Jawa Timur Budi Santoso hadir", {"Provinsi Jawa Timur": "East Java province"}),
        (
            "di Desa Bedono Kecamatan Sayung",
            {"Desa Bedono": "Bedono village", "Kecamatan Sayung": "Sayung district"},
        ),
        ("di kabupaten itu", {}),
    ],
)
def test_a_place_is_named_by_its_pattern(text: str, wanted: dict[str, str]) -> None:
    terms = TermBase([Term("Jawa Timur", "East Java", "place")], "id")
    assert {match.span.of(text): match.target for match in terms.find(text)} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kata Polda Jawa Barat Irjen Budi", {"Polda Jawa Barat": "West Java Police"}),
        (
            "polisi dari Polres Metro Jakarta Selatan",
            {"Polres Metro Jakarta Selatan": "South Jakarta Police"},
        ),
        ("Pemkab Lombok Timur menolak", {"Pemkab Lombok Timur": "East Lombok regency government"}),
        ("Pemprov DKI menolak", {"Pemprov DKI": "Jakarta provincial government"}),
        ("ditahan di Polsek Tambora sejak pagi", {"Polsek Tambora": "Tambora Police"}),
        ("tiba di Polsek Tanah Abang siang ini", {}),
        ("rapat di Polda Selasa (2/5) pagi", {}),
        ("ditahan di Polres Bogor Kota; ia diam", {"Polres Bogor Kota": "Bogor City Police"}),
        ("ditahan di Polres Bogor Kota sejak pagi", {"Polres Bogor Kota": "Bogor City Police"}),
    ],
)
def test_an_office_of_a_place_ends_where_the_place_does(text: str, wanted: dict[str, str]) -> None:
    places = {
        "Jawa Barat": "West Java",
        "Jakarta Selatan": "South Jakarta",
        "DKI": "Jakarta",
        "Bogor": "Bogor",
    }
    base = TermBase([Term(name, english, "place") for name, english in places.items()], "id")
    assert {match.span.of(text): match.target for match in base.find(text)} == wanted


def test_the_digest_changes_with_any_field() -> None:
    one = TermBase([Term("KTT", "summit", "event")], "id")
    other = TermBase([Term("KTT", "summit", "event", note="lower case")], "id")
    assert one.digest != other.digest


@given(st.text(alphabet="NATO PBKakcinyA-\n.,", max_size=60))
def test_matches_lie_in_order_within_the_text(text: str) -> None:
    matches = TERMS.find(text)
    spans = [match.span for match in matches]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)


@pytest.mark.parametrize(
    "piece", ["PBB ", "KPK Kabupaten Cianjur ", "Jl. A batik, ", "Kabupaten ", "a-", "1.", '"', "Jalan "]
)
def test_a_line_of_100_000_characters_takes_no_longer_than_its_length(piece: str) -> None:
    line = piece * (100_000 // len(piece))
    start = process_time()
    TERMS.find(line)
    assert process_time() - start < 2


def test_50_000_terms_are_found_as_fast_as_ten() -> None:
    many = TermBase(
        [Term(f"Nama {number} Ketiga", f"Name {number}", "place") for number in range(50_000)], "id"
    )
    start = process_time()
    found = [many.find(f"Kata Nama {number} Ketiga kepada KPK.") for number in range(1_000)]
    assert all(len(matches) == 1 for matches in found)
    assert process_time() - start < 2


def test_a_longer_term_that_begins_inside_a_shorter_one_is_the_one_that_is_meant() -> None:
    english = TermBase(
        [Term("House of Representatives", "Dewan Perwakilan Rakyat", "institution", aliases=("The House",))],
        "en",
    )
    found = english.find("The House of Representatives voted. The House adjourned.")
    assert [match.span.start for match in found] == [4, 36]

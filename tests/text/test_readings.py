from __future__ import annotations

import pytest

from pipeline.model import Term
from pipeline.text.matching import TermBase
from pipeline.text.readings import words_around

TERMS = TermBase(
    [
        Term("PBB", "land and building tax", "acronym", context=("pajak", "tagihan")),
        Term("Perserikatan Bangsa-Bangsa", "United Nations", "organisation", aliases=("PBB",), short="UN"),
        Term("MA", "Islamic high school", "acronym", context=("siswa", "madrasah")),
        Term("MA", "Supreme Court", "acronym", context=("putusan", "hakim")),
        Term("Menteri Luar Negeri", "foreign minister", "office", aliases=("Menlu",)),
        Term("kelapa", "coconut", "food"),
        Term("gempa", "earthquake", "nature"),
        Term("pura", "temple", "religion"),
        Term("jenderal", "general", "title"),
        Term("AS", "United States", "country", short="US"),
        Term("WNA", "foreigner", "acronym"),
        Term("daerah pemilihan", "electoral district", "concept"),
    ],
    "id",
)


def targets(text: str, *article: str) -> list[str]:
    return [match.target for match in TERMS.find(text, words_around((text, *article)))]


@pytest.mark.parametrize(
    ("text", "article", "wanted"),
    [
        ("PBB bersidang.", "", ["UN"]),
        ("Bayar pajak PBB.", "", ["land and building tax"]),
        ("Kata PBB.", "Tagihan pajak warga.", ["land and building tax"]),
        # One word of the article is not enough against the usual reading.
        ("PBB bersidang.", "Pajak dibahas juga.", ["UN"]),
        ("MA menolak.", "Putusan hakim itu final.", ["Supreme Court"]),
        ("MA itu baru.", "Siswa madrasah senang, kata hakim.", ["Islamic high school"]),
        ("MA menolak.", "Tidak ada petunjuk.", []),
    ],
)
def test_the_words_around_decide_between_readings(text: str, article: str, wanted: list[str]) -> None:
    assert targets(text, article) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kata Menlu Retno Marsudi", ["Foreign Minister"]),
        ("kata Menlu.", ["foreign minister"]),
        ("menteri luar negeri itu", ["foreign minister"]),
        ("Menlu bertolak.", ["Foreign minister"]),
        ("kunjungan ke AS", ["US"]),
        ("Daerah Pemilihan Jawa Barat", ["Electoral district"]),
    ],
)
def test_a_term_is_written_as_its_place_asks(text: str, wanted: list[str]) -> None:
    assert targets(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Warga Kelapa Gading mengungsi.", []),
        ("Kelapa diekspor.", ["Coconut"]),
        ("Harga kelapa naik.", ["coconut"]),
        ("di Jalan Jenderal Sudirman", []),
        ("di Jl. Jenderal Sudirman, kata jenderal itu", ["general"]),
        ("Ia berpura-pura.", []),
        ("gempa-gempa kecil", ["earthquakes"]),
        ("Warga Sebut Gempa Terasa Kuat", ["earthquake"]),
    ],
)
def test_a_part_of_a_name_is_no_term(text: str, wanted: list[str]) -> None:
    assert targets(text) == wanted


def test_a_plural_by_doubling_is_one_term() -> None:
    text = "gempa-gempa kecil"
    (match,) = TERMS.find(text)
    assert match.span.of(text) == "gempa-gempa"


def test_an_acronym_in_brackets_behind_its_long_form_is_the_english_one() -> None:
    found = TERMS.find("Perserikatan Bangsa-Bangsa (PBB) bersidang")
    assert [match.target for match in found] == ["United Nations", "UN"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polisi menangkap AS (34), warga Bekasi.", []),
        ("Tersangka berinisial MA mengaku di depan hakim.", []),
        ("Putusan MA (12 halaman) dibaca hakim.", ["Supreme Court"]),
        ("Saksi MA hadir dalam putusan hakim.", ["Supreme Court"]),
        ("Seorang WNA (45) ditahan.", ["foreigner"]),
        ("KORBAN AS DI IRAK", ["United States"]),
    ],
)
def test_the_initials_of_a_person_are_no_term(text: str, wanted: list[str]) -> None:
    assert targets(text) == wanted


ENGLISH = TermBase(
    [
        Term("United States", "Amerika Serikat", "country", aliases=("US",)),
        Term("Islamic State", "Negara Islam", "organisation", aliases=("IS",)),
        Term("Georgia", "Georgia", "country"),
        Term("House of Representatives", "DPR", "institution", aliases=("The House",)),
        Term("House speaker", "Ketua DPR", "office"),
        Term("deputy minister", "wakil menteri", "office"),
        Term("flash flood", "banjir bandang", "nature"),
        Term("hail", "hujan es", "nature"),
    ],
    "en",
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("WHERE IS THE MONEY?", []),
        ("US STRIKES IS CAMP", ["Amerika Serikat", "Negara Islam"]),
        ("The US struck an IS camp.", ["Amerika Serikat", "Negara Islam"]),
        ("Georgia, 29, waited.", []),
        ("In Georgia, 29 waited.", ["Georgia"]),
        ("Two deputy ministers saw flash floods.", ["wakil menteri", "banjir bandang"]),
        ("Hail fell; Trump hails a deal.", ["Hujan es"]),
        ("The deputy minister, 45, left.", ["wakil menteri"]),
        ("IS CLAIMS ATTACK", ["Negara Islam"]),
        ("The House speaker left the House of Representatives.", ["Ketua DPR", "DPR"]),
    ],
)
def test_an_english_term_is_told_from_its_likes(text: str, wanted: list[str]) -> None:
    assert [match.target for match in ENGLISH.find(text)] == wanted

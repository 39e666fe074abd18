"""The same line is one thing under the headline, another amid the prose, another after it."""

from __future__ import annotations

import pytest
from builders import ID_EN

from pipeline.model import Manuscript, Paragraph
from pipeline.stages.structure import structure

LEAD = "Jembatan sepanjang 1,2 kilometer itu dibuka pada Senin pagi oleh gubernur."
MORE = "Warga yang menunggu sejak subuh bersorak ketika pita dipotong di tepi sungai."


def kinds(*lines: str) -> list[str]:
    page = Manuscript("page.txt", tuple(Paragraph(line) for line in lines))
    return [str(block.kind) for block in structure(page, "page", ID_EN).blocks]


@pytest.mark.parametrize(
    ("line", "above", "amid", "after"),
    [
        ("Rahma Anindita", "byline", "subhead", "tags"),
        ("Senin, 12 Agustus 2024", "byline", "subhead", "byline"),
        ("Tarif belum ditetapkan", "subhead", "subhead", "tags"),
        ("Lihat Foto", "promo", "promo", "promo"),
        ("(DND/UN)", "byline", "subhead", "byline"),
        ("Pengarah: Adi Lazuardi", "byline", "subhead", "subhead"),
        ("Send Flowers", "byline", "subhead", "promo"),
        ("Suasana jembatan pada malam hari", "caption", "caption", "caption"),
    ],
)
def test_a_line_is_what_its_place_makes_of_it(line: str, above: str, amid: str, after: str) -> None:
    headline = "Jembatan Baru di Sungai Musi Dibuka"
    assert kinds(headline, line, LEAD, MORE)[1] == above
    assert kinds(headline, LEAD, line, MORE)[2] == amid
    assert kinds(headline, LEAD, MORE, line)[3] == after


def test_a_list_without_bullets_ends_where_its_lines_are_made_otherwise() -> None:
    page = (
        "Harga Emas Hari Ini Turun",
        "Berikut daftar harga emas batangan pada Selasa pagi:",
        "0,5 gram: Rp 721.500",
        "1 gram: Rp 1.343.000",
        "Prediksi analis",
        LEAD,
    )
    assert kinds(*page)[2:5] == ["list_item", "list_item", "subhead"]


def test_a_recipe_needs_no_bullets_and_no_figures_in_every_line() -> None:
    page = (
        "Resep Soto Kudus Kuah Bening",
        LEAD,
        "Bahan:",
        "500 gram ayam",
        "2 batang serai",
        "Garam dan merica",
    )
    end = ("Cara membuat:", "1. Rebus ayam.", "2. Sajikan hangat.")
    assert kinds(*page, *end)[2:] == ["subhead", *["list_item"] * 3, "subhead", *["list_item"] * 2]


def test_who_signs_a_release_is_no_tag() -> None:
    page = ("SIARAN PERS", "Jembatan Baru di Sungai Musi Dibuka", LEAD, MORE)
    assert kinds(*page, "Biro Komunikasi dan Informasi Publik")[4] == "byline"
    assert kinds(*page, "Tag", "Dinas Perhubungan")[4:] == ["tags", "tags"]
    assert kinds(*page, "Kepala Dinas Perhubungan", "ttd", "H. UJANG SUHERMAN, S.IP.")[4:] == ["byline"] * 3


def test_the_headline_of_a_release_stands_under_its_letterhead() -> None:
    page = ("BIRO KOMUNIKASI", "Jl. Dr. Wahidin Raya No. 1, Jakarta 10710", "SIARAN PERS", "SP-41/BKLI/2024")
    assert kinds(*page, "Menteri Lantik 28 Pejabat Baru", LEAD)[:5] == [*["masthead"] * 4, "headline"]


def test_a_box_between_buttons_is_the_sites_own() -> None:
    assert kinds("Jembatan Baru Resmi Dibuka", LEAD, "Bagikan", "Viewpoint", "Iklan", MORE)[3] == "promo"
    assert kinds("Jembatan Baru Resmi Dibuka", LEAD, "Iklan", "Tarif tol", MORE)[3] == "subhead"


def test_the_particulars_of_an_event_are_a_list_although_they_name_its_day() -> None:
    page = (
        "Jembatan Baru Dibuka Besok",
        LEAD,
        "Acara digelar pada :",
        "Hari : Sabtu",
        "Tanggal : 28 Mei 2024",
    )
    assert kinds(*page, "Tempat : Balai Desa", MORE)[3:6] == ["list_item"] * 3


def test_a_long_question_of_an_interview_heads_its_answer() -> None:
    long = "Banyak orang menafsirkannya sebagai ramalan, lalu bagaimana tanggapan Anda?"
    page = ("Wawancara Ahli Gempa", LEAD, "Apa itu megathrust?", MORE, long, MORE, "Apa saran Anda?", MORE)
    assert kinds(*page)[2::2] == ["subhead"] * 3
    assert kinds("Wawancara Ahli Gempa", LEAD, long, MORE)[2] == "paragraph"


def test_a_heading_over_its_own_numbered_list_is_no_item_of_it() -> None:
    page = (
        "Tiga Hal dari Laga Semalam",
        LEAD,
        "1. Sayap",
        MORE,
        "2. Klasemen",
        "1. Irak 12",
        "2. Indonesia 7",
    )
    assert kinds(*page)[2::2] == ["subhead", "subhead", "list_item"]


def test_links_under_a_label_are_related_and_the_subhead_after_them_is_not() -> None:
    page = ("Jembatan Baru Resmi Dibuka", LEAD, "Baca juga:", "Sejarah jembatan", "Tarif baru", MORE)
    assert kinds(*page)[2:5] == ["related", "related", "subhead"]


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    assert kinds("Jembatan Baru di Sungai Musi", "Jakarta, NU Online", LEAD, MORE)[1] == "dateline"


def test_a_house_in_capitals_above_the_headline_is_its_masthead() -> None:
    page = ("DINAS PERHUBUNGAN KOTA PALEMBANG", "Jembatan Baru di Sungai Musi Dibuka", LEAD, MORE)
    assert kinds(*page)[:2] == ["masthead", "headline"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("TABANAN, Indonesia", "dateline"), ("JAKARTA, NU Online", "dateline"), ("TABANAN, Kota", "byline")],
)
def test_where_a_report_was_written_may_stand_on_a_line_of_its_own(line: str, kind: str) -> None:
    assert kinds("Jembatan Baru di Sungai Musi Dibuka", "Oleh Rahma Anindita", line, LEAD, MORE)[2] == kind


def test_a_report_that_opens_like_an_offer_is_no_promo_if_it_speaks_of_somebody() -> None:
    told = "Berlangganan koran memungkinkan saya memilih berita yang penting bagi pekerjaan di kantor."
    sold = "Berlangganan koran kami dan dapatkan berita yang penting bagi pekerjaan di kantor."
    assert [kinds("Jembatan Baru di Sungai Musi Dibuka", LEAD, line, MORE)[2] for line in (told, sold)] == [
        "paragraph",
        "promo",
    ]


def test_lines_stand_twice_as_captions_amid_the_report_and_as_links_behind_it() -> None:
    shown = "Warga memotong pita di tepi sungai"
    headline = "Jembatan Baru di Sungai Musi Dibuka"
    assert kinds(headline, LEAD, shown, shown, MORE)[2:4] == ["caption", "caption"]
    assert "caption" not in kinds(headline, LEAD, MORE, "Berita Terkait", shown, shown)

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
        ("(DND/UN)", "subhead", "subhead", "byline"),
        ("Fotografer: Adi Lazuardi", "byline", "subhead", "subhead"),
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


def test_links_under_a_label_are_related_and_the_subhead_after_them_is_not() -> None:
    page = ("Jembatan Baru Resmi Dibuka", LEAD, "Baca juga:", "Sejarah jembatan", "Tarif baru", MORE)
    assert kinds(*page)[2:5] == ["related", "related", "subhead"]


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    assert kinds("Jembatan Baru di Sungai Musi", "Jakarta, NU Online", LEAD, MORE)[1] == "dateline"


def test_a_house_in_capitals_above_the_headline_is_its_masthead() -> None:
    page = ("DINAS PERHUBUNGAN KOTA PALEMBANG", "Jembatan Baru di Sungai Musi Dibuka", LEAD, MORE)
    assert kinds(*page)[:2] == ["masthead", "headline"]

"""The headline is the line that says in short what the report says at length."""

from __future__ import annotations

import pytest

from pipeline.model import BlockKind, Paragraph
from pipeline.stages import headline
from pipeline.stages.headline import find_headline, repeats
from pipeline.stages.structure import by_form

HEADLINE = "Jembatan Gantung di Sukamaju Putus Diterjang Banjir"
REPORT = (
    "Warga Desa Sukamaju memperbaiki jembatan gantung yang putus diterjang banjir pekan lalu.",
    "Jembatan sepanjang 40 meter itu menghubungkan dua dusun, kata kepala desa di lokasi, Senin (4/3).",
    "Banjir di Sukamaju juga merendam sawah dan dua sekolah.",
)


def found(*lines: str) -> str:
    page = tuple(map(Paragraph, lines))
    place = find_headline(page, [by_form(line) for line in page])
    return page[place].text if place >= 0 else ""


@pytest.mark.parametrize(
    "above",
    [
        ("Kabar Sukamaju", "Suara Warga dari Lereng Gunung", "Beranda", "Daerah"),
        (
            "Peramban Anda sudah usang",
            "Situs ini tidak tampil dengan baik di peramban yang Anda pakai. Perbarui dulu.",
        ),
        ("Tutup Banner Aplikasi Kabar Sukamaju", "Unduh di Play Store atau App Store"),
        ("Lupa Kata Sandi? Klik di Sini", "atau Masuk dengan", "Belum Punya Akun? Daftar di Sini"),
        ("BIRO KOMUNIKASI", "Jl. Merdeka No. 1, Sukamaju 40123", "SIARAN PERS", "SP-41/BKLI/2024"),
        (f"Beranda » Daerah » {HEADLINE}",),
    ],
    ids=["names", "browser", "app", "login", "letterhead", "trail"],
)
def test_what_a_site_says_above_the_headline_is_none(above: tuple[str, ...]) -> None:
    assert found(*above, HEADLINE, "Rahma Anindita", "Senin, 4 Maret 2024 10:15 WIB", *REPORT) == HEADLINE


@pytest.mark.parametrize(
    "line", [f"VIDEO: {HEADLINE}", HEADLINE.upper(), f"{HEADLINE}, Siapa yang Bertanggung Jawab?"]
)
def test_it_may_have_any_form(line: str) -> None:
    assert found("Kabar Sukamaju", line, "Senin, 4 Maret 2024 10:15 WIB", *REPORT) == line


def test_a_text_without_a_headline_has_none() -> None:
    assert found(*REPORT) == ""
    assert found() == ""


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("Presiden tiba di Surabaya",), "Presiden tiba di Surabaya"),
        (("Prices rise", "Rice prices rose 5 percent on Monday.", "By Dewi"), "Prices rise"),
        (("Kabar Sukamaju", HEADLINE, REPORT[0]), HEADLINE),
        (("Menteri itu tidak hadir.",), ""),
        (("Menteri itu tidak hadir.", "Ia sakit."), ""),
    ],
)
def test_a_text_of_a_few_lines_has_its_first_for_a_headline_if_that_is_no_sentence(
    lines: tuple[str, ...], wanted: str
) -> None:
    assert found(*lines) == wanted


def test_sentences_above_a_title_that_somebody_typed_are_the_report() -> None:
    assert found(REPORT[0], HEADLINE, REPORT[1]) == ""


def test_a_title_that_shares_no_word_with_the_text_below_it_is_one_all_the_same() -> None:
    assert found("Kawasan Bahas Perdagangan Bebas", *REPORT, *REPORT) == "Kawasan Bahas Perdagangan Bebas"


def test_the_markup_decides() -> None:
    page = (Paragraph(HEADLINE), Paragraph("Kabar", BlockKind.HEADLINE), *map(Paragraph, REPORT))
    assert find_headline(page, [None, BlockKind.HEADLINE, None, None, None]) == 1


def test_of_a_headline_that_is_set_twice_the_first_is_meant() -> None:
    page = tuple(map(Paragraph, (HEADLINE, HEADLINE, "Senin, 4 Maret 2024 10:15 WIB", *REPORT)))
    assert find_headline(page, [by_form(line) for line in page]) == 0


def test_it_is_set_again_also_with_other_marks_or_the_name_of_the_site() -> None:
    assert repeats(f"“{HEADLINE.upper()}”", HEADLINE)
    assert repeats(f"{HEADLINE} - KABARSUKAMAJU.COM", HEADLINE)
    assert not repeats(
        f"{HEADLINE} - Warga Sukamaju kini menyeberang dengan rakit bambu buatan sendiri", HEADLINE
    )


def test_the_table_weighs_having_none() -> None:
    assert headline.NONE in headline.weights()

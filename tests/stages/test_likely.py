"""What a line most likely is, by its make and by what stands around it."""

from __future__ import annotations

import pytest
from builders import ID_EN

from pipeline.model import CARRIED, BlockKind, Manuscript, Paragraph
from pipeline.stages import likely
from pipeline.stages.page import Page
from pipeline.stages.structure import first_reading, structure

PROSE = "Warga Desa Sukamaju memperbaiki jembatan gantung yang putus diterjang banjir pekan lalu."


def kinds(*lines: str) -> list[str]:
    article = structure(Manuscript("x", tuple(map(Paragraph, lines))), "x", ID_EN)
    return [str(block.kind) for block in article.blocks]


def test_every_row_of_the_table_weighs_every_kind() -> None:
    weights = likely.weights()
    assert {len(row) for row in weights.rows.values()} == {len(weights.kinds)}
    assert likely.BIAS in weights.rows


def test_evidence_is_of_the_line_and_of_what_stands_around_it() -> None:
    lines = (Paragraph("Jembatan Gantung Putus"), Paragraph("Bagikan"), Paragraph(PROSE))
    page = Page(lines, [BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.PARAGRAPH], 0, 2, 2, (2,))
    found = set(likely.evidence(page, [BlockKind.HEADLINE, None, None], 1))
    assert {"read subhead", "form open", "words 1", "case title", "first word bagikan"} <= found
    assert {
        "-1 headline",
        "+1 paragraph",
        "between headline and paragraph",
        "zone apron",
        "run above 1",
    } <= found


MENU = ("Beranda", "Daerah", "Jembatan Gantung Putus Diterjang Banjir", "Senin, 4 Maret 2024 10:15 WIB")


@pytest.mark.parametrize(("hint", "wanted"), [(BlockKind.SUBHEAD, "subhead"), (None, "promo")])
def test_what_the_markup_says_is_not_read_anew(hint: BlockKind | None, wanted: str) -> None:
    button = Paragraph("Tonton Tayangan Ulang", hint)
    lines = (*map(Paragraph, (*MENU, PROSE, PROSE)), button, *map(Paragraph, [PROSE] * 4))
    article = structure(Manuscript("x.html", lines), "x", ID_EN)
    assert article.blocks[6].kind == wanted


def test_a_text_of_a_few_lines_is_left_as_the_rules_read_it() -> None:
    lines = ("Jembatan Gantung Putus", PROSE, "Tonton Tayangan Ulang")
    page, _ = first_reading(Manuscript("x", tuple(map(Paragraph, lines))))
    assert kinds(*lines) == page.kinds


def test_lines_of_a_page_without_a_report_are_not_carried_over() -> None:
    poem = (
        "Jembatan",
        "Di atas sungai",
        "kayu tua itu",
        "menunggu langkah",
        "anak-anak desa",
        "pulang sekolah",
    )
    assert not CARRIED.intersection(kinds(*poem, "membawa hujan", "di sepatunya")[1:])


@pytest.mark.parametrize("line", ["Artikel Lainnya Minggu Lalu", "Kirim Komentar Pertama"])
def test_a_line_of_the_page_behind_the_report_is_not_translated(line: str) -> None:
    read = kinds(
        "Jembatan Gantung Putus Diterjang Banjir", PROSE, PROSE, "Baca Juga", "Harga Beras Naik Lagi", line
    )
    assert read[-1] in ("related", "promo")


def test_a_long_paragraph_amid_the_report_is_one_whatever_it_speaks_of() -> None:
    said = f"{PROSE} Akun aplikasi WhatsApp dan kotak surel mereka diretas, kata Anda dan kami di halaman Facebook itu."
    assert kinds("Jembatan Gantung Putus Diterjang Banjir", PROSE, said, PROSE)[2] == "paragraph"

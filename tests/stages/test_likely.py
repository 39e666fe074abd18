"""What a line most likely is, by its make and by what stands around it."""

from __future__ import annotations

import pytest
from builders import ID_EN

from pipeline.model import CARRIED, BlockKind, Manuscript, Paragraph
from pipeline.stages import likely
from pipeline.stages.evidence import Surroundings, evidence
from pipeline.stages.page import Page
from pipeline.stages.structure import first_reading, structure

PROSE = "Warga Desa Sukamaju memperbaiki jembatan gantung yang putus diterjang banjir pekan lalu."


def kinds(*lines: str) -> list[str]:
    article = structure(Manuscript("x", tuple(map(Paragraph, lines))), "x", ID_EN)
    return [str(block.kind) for block in article.blocks]


def test_the_table_weighs_evidence_and_what_follows_on_what() -> None:
    table = likely.weights()
    columns = {kind: column for column, kind in enumerate(table.kinds)}
    assert set(columns) == set(BlockKind)
    below = table.follows[columns[BlockKind.RELATED]]
    assert below[columns[BlockKind.RELATED]] > below[columns[BlockKind.CREDIT]]
    said = table.scores(["word bagikan", "no such evidence"])
    assert said[columns[BlockKind.PROMO]] == max(said) > 0


def test_a_row_is_read_as_it_is_written() -> None:
    table = likely.Weights("# a note\nletters #a b\tpromo 1.50\tsource -0.25\nafter promo\tpromo 0.75\n")
    columns = {kind: column for column, kind in enumerate(table.kinds)}
    found = table.scores(["letters #a b", "letters #a b"])
    assert found[columns[BlockKind.PROMO]] == 3.0
    assert found[columns[BlockKind.SOURCE]] == -0.5
    assert table.follows[columns[BlockKind.PROMO]][columns[BlockKind.PROMO]] == 0.75


def test_what_the_report_speaks_of_elsewhere_speaks_for_a_line_and_no_line_is_compared_with_itself() -> None:
    lines = (
        Paragraph(PROSE),
        Paragraph("Jembatan gantung itu penting, kata Bupati Rahmat, dan dibangun kembali oleh Kodim."),
        Paragraph("Jembatan gantung Bupati Rahmat"),
        Paragraph("Unduh aplikasi Warta Sentosa"),
    )
    read: list[BlockKind | None] = [
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEAD,
        BlockKind.SUBHEAD,
    ]
    around = Surroundings(Page(lines, read, -1, 0, 1, (0, 1)), [None] * len(lines))
    found = [set(evidence(around, place)) for place in range(len(lines))]
    assert {"shares 20 of 15", "names 0 of 3"} <= found[0]
    assert {"shares 40 of 9", "names 0 of 3"} <= found[1]
    assert {"shares more of 5", "names 3 of 3"} <= found[2]
    assert {"shares 1 of 5", "names 0 of 3"} <= found[3]


def test_evidence_is_of_the_line_and_of_what_stands_around_it() -> None:
    lines = (
        Paragraph("Jembatan Gantung Putus"),
        Paragraph("Bagikan"),
        Paragraph(PROSE),
        Paragraph("Bagikan"),
    )
    kinds_read: list[BlockKind | None] = [
        BlockKind.HEADLINE,
        BlockKind.SUBHEAD,
        BlockKind.PARAGRAPH,
        BlockKind.PROMO,
    ]
    page = Page(lines, kinds_read, 0, 2, 2, (2,))
    found = set(evidence(Surroundings(page, [BlockKind.HEADLINE, None, None, BlockKind.PROMO]), 1))
    assert {"read subhead", "form open", "words 1", "case title", "first word bagikan"} <= found
    assert {
        "-1 headline",
        "+1 paragraph",
        "between headline and paragraph",
        "zone apron",
        "run above 1",
    } <= found
    assert {
        "-1 form headline",
        "+2 form promo",
        "+1 first word warga",
        "said again 1",
        "letters bagi",
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


@pytest.mark.parametrize(
    ("said", "paragraph", "wanted"),
    [
        (BlockKind.SUBHEAD, 0.55, BlockKind.SUBHEAD),
        (BlockKind.SUBHEAD, 0.65, BlockKind.PARAGRAPH),
        (BlockKind.PARAGRAPH, 0.55, BlockKind.PARAGRAPH),
    ],
)
def test_what_the_rules_took_for_a_heading_stays_one_unless_another_kind_is_thrice_as_likely(
    said: BlockKind, paragraph: float, wanted: BlockKind
) -> None:
    likely_kinds = (BlockKind.SUBHEAD, BlockKind.PARAGRAPH, BlockKind.PROMO)
    assert likely._choose(likely_kinds, (0.2, paragraph, 0.8 - paragraph), said, 6.0) is wanted

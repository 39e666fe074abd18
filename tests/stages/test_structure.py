from __future__ import annotations

from datetime import datetime, timedelta, timezone
from time import thread_time

import pytest
from builders import ID_EN
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import BlockKind, Manuscript, Paragraph
from pipeline.stages.segment import segment_article
from pipeline.stages.structure import by_form, structure

PAGE = """\
masthead|HARIAN CONTOH
masthead|Beranda > Nasional > Parlemen
promo|Ikuti kabar terkini dari lapangan lewat kanal WhatsApp kami.
headline|Jembatan Baru di Sungai Musi Resmi Dibuka
duplicate_headline|Jembatan Baru di Sungai Musi Resmi Dibuka
byline|Penulis: Dewi Anggraini
byline|Selasa, 14 November 2023 | 16:45 WITA
credit|Badan Perlindungan Lingkungan
caption|Gubernur (kiri) memotong pita di ujung jembatan
source|Berita NOS
dateline|PALEMBANG, CONTOH.com –
paragraph|Jembatan sepanjang 1,2 kilometer itu dibuka pada Senin. Warga bersorak.
related|Baca juga: Sejarah Jembatan Ampera
paragraph|“Kami menunggu sepuluh tahun,” kata seorang warga.
subhead|Tarif belum ditetapkan
paragraph|Pemerintah belum menetapkan tarif. Truk dilarang lewat sampai akhir tahun.
list_item|• mobil pribadi
list_item|2. sepeda motor
caption|Suasana jembatan pada malam hari.
credit|(ANTARA FOTO/Galih Permana)
subhead|Siapa yang merawat?
paragraph|Perawatan menjadi tanggung jawab pemerintah provinsi selama lima tahun.
tags|Tag: jembatan, Palembang
byline|(rhd/ega)
promo|Copyright © 2023 Harian Contoh. Hak cipta dilindungi undang-undang."""


def manuscript(text: str) -> Manuscript:
    lines = [line.split("|", 1) for line in text.splitlines()]
    joined: list[str] = []
    for kind, line in lines:
        if (
            joined
            and (lines[len(joined) - 1 : len(joined)] and kind == "paragraph" and joined[-1].endswith(" –"))
        ) or (kind == "credit" and line.startswith("(")):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return Manuscript("test.txt", tuple(Paragraph(line) for line in joined))


def test_every_line_of_a_page_is_what_an_editor_takes_it_for() -> None:
    article = structure(manuscript(PAGE), "test", ID_EN)
    assert [f"{block.kind}|{block.text}" for block in article.blocks] == PAGE.splitlines()


def test_the_time_of_publication_is_read_from_its_line() -> None:
    article = structure(manuscript(PAGE), "test", ID_EN)
    assert article.published == datetime(2023, 11, 14, 16, 45, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("lead", "dateline"),
    [
        ("Jakarta (ANTARA) - Polisi menangkap dua orang di pelabuhan itu kemarin.", "Jakarta (ANTARA) -"),
        ("JAKARTA, KOMPAS.com – Polisi menangkap dua orang di pelabuhan itu.", "JAKARTA, KOMPAS.com –"),
        ("TEMPO.CO, Jakarta - Polisi menangkap dua orang di pelabuhan itu.", "TEMPO.CO, Jakarta -"),
        ("SURABAYA, suararakyat.id -- Polisi menangkap dua orang di sana.", "SURABAYA, suararakyat.id --"),
        ("DENPASAR, BALI — Polisi menangkap dua orang di pelabuhan itu.", "DENPASAR, BALI —"),
        ("Jakarta: Polisi menangkap dua orang di pelabuhan itu kemarin.", "Jakarta:"),
    ],
)
def test_a_dateline_is_a_block_of_its_own(lead: str, dateline: str) -> None:
    article = structure(manuscript(f"headline|Dua Orang Ditangkap Polisi\nparagraph|{lead}"), "test", ID_EN)
    assert [block.text for block in article.blocks if block.kind is BlockKind.DATELINE] == [dateline]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Berita ini diolah dari laporan Kabar Nusa dan badan geologi.", "source"),
        ("Berita ini diolah menjadi film pendek oleh warga.", None),
        ("Artikel ini disadur dari berbagai sumber.", "source"),
        ("Laporan ini disarikan dari wawancara dengan 20 warga yang kehilangan rumah.", None),
    ],
)
def test_a_line_says_of_itself_who_made_the_report(line: str, kind: str | None) -> None:
    assert by_form(Paragraph(line)) == kind


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    lead = "Polisi menangkap dua orang - satu di antaranya perempuan - di pelabuhan itu."
    article = structure(manuscript(f"headline|Dua Orang Ditangkap Polisi\nparagraph|{lead}"), "test", ID_EN)
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]


def test_markup_decides_where_the_form_does_not() -> None:
    lines = (
        Paragraph("Judul", BlockKind.HEADLINE),
        Paragraph("Isi pendek"),
        Paragraph("Foto lama", BlockKind.CAPTION),
    )
    article = structure(Manuscript("test.html", lines), "test", ID_EN)
    assert [block.kind for block in article.blocks] == ["headline", "subhead", "caption"]


@given(st.lists(st.text(alphabet="aB .“”!?-()\n1•:/", min_size=1, max_size=60), max_size=12))
def test_segments_and_tails_rebuild_every_block(texts: list[str]) -> None:
    article = structure(Manuscript("x", tuple(Paragraph(text) for text in texts)), "x", ID_EN)
    rebuilt = {block.key: "" for block in article.blocks}
    for segment in segment_article(article):
        rebuilt[segment.block.key] += segment.text + segment.tail
    assert rebuilt == {block.key: block.text for block in article.blocks}
    kept = "".join("".join(block.text.split()) for block in article.blocks)
    assert kept == "".join("".join(text.split()) for text in texts)


def test_hostile_pages_take_no_time() -> None:
    lines = [
        Paragraph("kata " * 20_000),
        Paragraph("A" * 100_000),
        Paragraph("\u202ekiri\u202c"),
        Paragraph("(" * 5000),
    ]
    lines += [Paragraph(f"Baris {number}") for number in range(5000)]
    article = structure(Manuscript("x", tuple(lines)), "x", ID_EN)
    assert len(article.blocks) == len(lines)
    assert len(segment_article(article)) >= len(lines)


def test_a_page_with_twice_the_lines_takes_twice_the_time() -> None:
    page = (
        "Tarif belum ditetapkan",
        "- Pedagang pindah ke teras yang baru",
        "Baca juga",
        "Foto :",
        "Lihat Foto",
    )

    def seconds(number: int) -> float:
        lines = [Paragraph(f"{line} {place}") for place in range(number) for line in page]
        start = thread_time()
        structure(Manuscript("x", tuple(lines)), "x", ID_EN)
        return thread_time() - start

    seconds(100)  # tables are read once
    few, many = seconds(500), seconds(4000)
    assert many < 8 * few * 3

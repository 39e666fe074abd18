from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from time import perf_counter

import pytest

from pipeline.adapters.formats import html, md, text
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Manuscript


def lines(manuscript: Manuscript) -> list[str]:
    return [one.text for one in manuscript.paragraphs]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("Judul\n\nIsi satu.\n\nIsi dua.\n", ["Judul", "Isi satu.", "Isi dua."]),
        ("Judul\nIsi satu.\nIsi dua.", ["Judul", "Isi satu.", "Isi dua."]),
        ("Judul\r\n\r\nIsi satu.\r\n", ["Judul", "Isi satu."]),
        ("Satu\x0c\x0cDua\x85\x85Tiga\u2029\u2029Empat", ["Satu", "Dua", "Tiga", "Empat"]),
        ("\tJudul  \n \n  Isi.", ["Judul", "Isi."]),
    ],
)
def test_plain_text_is_parted_into_paragraphs(data: str, wanted: list[str]) -> None:
    assert lines(text.read(data.encode(), "x.txt")) == wanted


def test_hard_wrapped_lines_are_joined_again() -> None:
    data = (
        "Kementerian Kesehatan mencatat 35.694 kasus demam berdarah di\n"
        "seluruh Indonesia hingga pekan ke-22. Sebanyak 270 orang\n"
        "meninggal dunia.\n\n- satu daftar yang panjangnya hampir sampai ke ujung baris\n- dua\n"
    )
    assert lines(text.read(data.encode(), "x.txt")) == [
        (
            "Kementerian Kesehatan mencatat 35.694 kasus demam berdarah di seluruh Indonesia hingga pekan ke-22. "
            "Sebanyak 270 orang meninggal dunia."
        ),
        "- satu daftar yang panjangnya hampir sampai ke ujung baris",
        "- dua",
    ]


def test_a_long_wrapped_text_is_joined_in_no_time() -> None:
    line = "Warga menunggu bantuan di posko sejak pagi hari kemarin juga\n"
    started = perf_counter()
    assert len(lines(text.read(line.encode() * 150_000, "x.txt"))) == 1
    assert perf_counter() - started < 5


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_the_encoding_is_found(encoding: str) -> None:
    words = "“Perang ini bukan hanya krisis Eropa,” kata kedua pemimpin itu – di Jakarta. " * 5
    assert lines(text.read(words.encode(encoding), "x.txt")) == [words.strip()]


@pytest.mark.parametrize("words", ["Harga €5", "kata “ya”", "Café di Séoul – tutup"])
def test_a_few_letters_of_windows_are_no_cyrillic(words: str) -> None:
    assert lines(text.read(words.encode("cp1252"), "x.txt")) == [words]


def test_damaged_utf8_is_told_and_not_read_as_something_else() -> None:
    with pytest.raises(ArticleError, match="damaged at byte 9"):
        text.read("“Ya” – “Ya”".encode()[:-1].replace(b"\x80\x93", b"\x80", 1), "x.txt")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00", bytes(range(1, 32)) * 50, b"\xff\xfea"])
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(ArticleError, match="save the article as UTF-8"):
        text.read(data, "x.txt")


def test_markdown_gives_hints_and_front_matter() -> None:
    data = (
        b"---\ntitle: Judul\ndate: 2023-03-20T09:00:00+08:00\nlang: id\n---\n# Judul\n\n![Pawai (kiri)](a.jpg)\n\n"
        b"Isi **tebal** dan [tautan](http://x.id).\n\n> Kutipan.\n\n## Subjudul\n\n- satu\n- dua\n"
    )
    found = md.read(data, "x.md")
    assert [(one.text, one.hint) for one in found.paragraphs] == [
        ("Judul", BlockKind.HEADLINE),
        ("Pawai (kiri)", BlockKind.CAPTION),
        ("Isi tebal dan tautan.", None),
        ("Kutipan.", None),
        ("Subjudul", BlockKind.SUBHEAD),
        ("satu", BlockKind.LIST_ITEM),
        ("dua", BlockKind.LIST_ITEM),
    ]
    assert found.published == datetime(2023, 3, 20, 9, tzinfo=timezone(timedelta(hours=8)))
    assert found.language == "id"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("| Nama | Usia |\n|--|--|\n| Budi | 41 |\n", ["Nama", "Usia", "Budi", "41"]),
        ("---\nHanya prosa.\n\n---\nIsi.", ["Hanya prosa.", "Isi."]),
        (">" * 40 + " Kutipan dalam.", ["Kutipan dalam."]),
        ("Harga ~~lama~~ baru & <b>tebal</b>.", ["Harga lama baru & tebal."]),
    ],
)
def test_no_text_of_markdown_is_lost(data: str, wanted: list[str]) -> None:
    assert lines(md.read(data.encode(), "x.md")) == wanted


def test_broken_front_matter_is_an_error_of_the_article() -> None:
    with pytest.raises(ArticleError, match="front matter"):
        md.read(b"---\ntitle: [a\n---\nIsi.", "x.md")


def test_a_bomb_in_the_front_matter_does_not_go_off() -> None:
    levels = "".join(
        f"{name}: &{name} [{','.join(['*' + below] * 9)}]\n" for below, name in pairwise("abcdefghij")
    )
    found = md.read(f"---\na: &a [x]\n{levels}title: *j\n---\nIsi.".encode(), "x.md")
    assert lines(found) == ["Isi."]


PAGE = """<!DOCTYPE html><html lang="id"><head><title>Judul - Situs</title>
<meta property="article:published_time" content="2023-08-22T10:10:00Z"></head><body>
<nav><a href="/">Beranda</a></nav><article><h1>Judul</h1>
<figure><figcaption>Terdakwa (kanan). AFP/Budi</figcaption></figure>
<p>Isi pertama yang cukup panjang untuk sebuah paragraf berita di situs ini.</p><h2>Sub</h2><ul><li>satu</li></ul>
<p>Pendek.</p><script>alert("x")</script></article><footer>Hak cipta</footer></body></html>"""


def test_a_page_gives_the_article_without_the_menus_and_loses_no_short_line() -> None:
    found = html.read(PAGE.encode(), "x.html")
    assert [(one.text, one.hint) for one in found.paragraphs] == [
        ("Judul", BlockKind.HEADLINE),
        ("Terdakwa (kanan). AFP/Budi", BlockKind.CAPTION),
        ("Isi pertama yang cukup panjang untuk sebuah paragraf berita di situs ini.", None),
        ("Sub", BlockKind.SUBHEAD),
        ("satu", BlockKind.LIST_ITEM),
        ("Pendek.", None),
    ]
    assert found.published == datetime(2023, 8, 22, 10, 10, tzinfo=UTC)


def test_a_fragment_keeps_every_paragraph() -> None:
    assert lines(html.read(b"<p>Satu.</p><p>Dua<br>tiga</p>", "x.html")) == ["Satu.", "Dua tiga"]


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    data = '<html><head><meta charset="windows-1252"></head><body><p>“Ya,” katanya.</p></body></html>'
    assert "“Ya,” katanya." in lines(html.read(data.encode("cp1252"), "x.html"))


def test_entities_of_a_bomb_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = " ".join(lines(html.read(bomb + b"<p>Isi &b; &f;</p>", "x.html")))
    assert "root:" not in found
    assert "aaaaaaaaaa" not in found.replace('"aaaaaaaaaa"', "")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "<div>Satu.<br><br>Dua <b>tebal</b>.<br>Baris.<br> <br>Tiga.</div>",
            ["Satu.", "Dua tebal. Baris.", "Tiga."],
        ),
        ("<article>Awal.<p>Tengah.</p>Akhir.</article>", ["Awal.", "Tengah.", "Akhir."]),
        ("<p>Pada <time>20 Maret</time> ia tiba.</p>", ["Pada 20 Maret ia tiba."]),
        ("<div><time>Senin, 20/3/2023</time><p>Isi.</p></div>", ["Senin, 20/3/2023", "Isi."]),
        ("<table><tr><th>Nama</th><td>Budi</td></tr></table>", ["Nama", "Budi"]),
        ("Isi saja.<!-- catatan --> Masih.<?php x ?>", ["Isi saja. Masih."]),
        ("<article><header><p>Oleh Budi</p></header><p>Isi.</p></article>", ["Oleh Budi", "Isi."]),
        (
            "<article><p>Foto: EPA</p><p>Isi.</p><p>Foto: EPA</p></article>",
            ["Foto: EPA", "Isi.", "Foto: EPA"],
        ),
    ],
)
@pytest.mark.parametrize("page", ["{}", "<html><body>{}</body></html>"])
def test_text_comes_in_the_order_of_the_page_and_whole(body: str, wanted: list[str], page: str) -> None:
    assert lines(html.read(page.format(body).encode(), "x.html")) == wanted


LINKED = """<html><head><title>Judul - Situs</title><script type="application/ld+json">{"@graph": [
{"@type": "WebSite", "name": "Situs"}, {"@type": "NewsArticle", "headline": "Judul",
"datePublished": "2023-05-01T10:00:00+07:00"}]}</script><script type="application/ld+json">{broken</script>
</head><body><header><h1>Situs</h1></header><p>Isi yang cukup panjang untuk sebuah paragraf berita.</p></body></html>"""


def test_headline_and_date_come_from_linked_data_and_not_from_the_logo() -> None:
    found = html.read(LINKED.encode(), "x.html")
    assert found.paragraphs[0].text == "Judul"
    assert found.paragraphs[0].hint is BlockKind.HEADLINE
    assert "Situs" not in lines(found)
    assert found.published == datetime(2023, 5, 1, 10, tzinfo=timezone(timedelta(hours=7)))


@pytest.mark.parametrize("name", ["iso-8859-1", "idna", "rot13", "utf-16", "nonsense"])
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(name: str) -> None:
    data = f'<meta charset="{name}"><p>“Ya,” katanya.</p>{"<p>Isi.</p>" * 20}'
    assert lines(html.read(data.encode("cp1252"), "x.html"))[0] == "“Ya,” katanya."


def test_a_page_that_is_nested_deeply_is_read_to_its_end_or_refused() -> None:
    page = "<p>Awal.</p>{}Tengah.{}<p>Akhir.</p>"
    deep = page.format("<b>" * 300, "</b>" * 300)
    assert lines(html.read(deep.encode(), "x.html")) == ["Awal.", "Tengah.", "Akhir."]
    with pytest.raises(ArticleError, match="nested too deeply"):
        html.read(page.format("<div>" * 5000, "</div>" * 5000).encode(), "x.html")


def test_a_caption_by_class_is_kept_in_its_place_and_a_card_below_is_none() -> None:
    words = (
        "Pejabat itu meresmikan jembatan sepanjang 1.200 meter pada Kamis, kata keterangan dinas setempat."
    )
    page = (
        f"<html><body><div class='menu'><a>Beranda</a></div><h1>Judul</h1><div class='photo-caption'>Jembatan. (Antara)"
        f"</div><div class='content'><p>{words}</p><p>Lalu: {words}</p></div><div class='related'><ul><li>"
        "<div class='caption'><a href='/x'>Berita lain</a></div></li></ul></div></body></html>"
    )
    found = html.read(page.encode(), "x.html").paragraphs
    assert [(one.text[:12], one.hint) for one in found] == [
        ("Judul", BlockKind.HEADLINE),
        ("Jembatan. (A", BlockKind.CAPTION),
        (words[:12], None),
        ("Lalu: Pejaba", None),
    ]

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from builders import article, unit
from docx import Document
from docx.shared import Pt

from pipeline.adapters.formats import docx
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, Flag, Severity, Signature, Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def rezipped(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for path in old.namelist():
            new.writestr(path, change(path, old.read(path)))
    return file.getvalue()


def flagged() -> Edition:
    flag = Flag("numbers", Severity.CRITICAL, "“5” became “6”.", Span(5, 6), Span(5, 6))
    one = unit("Naik 5 persen", "Rose 6 percent", "headline")
    made = article(("headline", "Naik 5 persen"))
    return Edition(made, (replace(one, flags=(flag,)),), Signature("0", "echo", "echo", "", ""))


def test_an_article_says_by_its_styles_what_its_lines_are() -> None:
    document = Document()
    document.add_heading("Menlu bertemu", level=1)
    document.add_paragraph("Jakarta (ANTARA) - Menlu bertemu.\nDi Jakarta.\n\nLalu pulang.")
    document.add_heading("Apa lagi?", level=1)
    document.add_heading("Dan lagi", level=2)
    document.add_paragraph("Satu", style="List Bullet")
    document.add_paragraph("Keterangan foto", style="Caption")
    mine = document.styles.add_style("Judul Kecil", 1)
    mine.base_style, mine.font.size = document.styles["Heading 3"], Pt(9)
    document.add_paragraph("Turunan", style="Judul Kecil")
    document.add_table(1, 1).rows[0].cells[0].text = "Dalam tabel"
    found = docx.read(saved(document), "x.docx").paragraphs
    assert [(one.text, one.hint) for one in found] == [
        ("Menlu bertemu", BlockKind.HEADLINE),
        ("Jakarta (ANTARA) - Menlu bertemu. Di Jakarta.", None),
        ("Lalu pulang.", None),
        ("Apa lagi?", BlockKind.SUBHEAD),
        ("Dan lagi", BlockKind.SUBHEAD),
        ("Satu", BlockKind.LIST_ITEM),
        ("Keterangan foto", BlockKind.CAPTION),
        ("Turunan", BlockKind.SUBHEAD),
        ("Dalam tabel", None),
    ]


TRACKED = (
    '<w:p><w:r><w:t xml:space="preserve">Naik </w:t></w:r><w:del w:id="1"><w:r><w:delText>5</w:delText></w:r></w:del>'
    '<w:ins w:id="2"><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> persen</w:t></w:r></w:p>'
)


def test_tracked_changes_count_as_accepted() -> None:
    document = Document()
    document.add_paragraph("DI SINI")

    def tracked(_: str, content: bytes) -> bytes:
        return content.replace(b"<w:p><w:r><w:t>DI SINI</w:t></w:r></w:p>", TRACKED.encode())

    (one,) = docx.read(rezipped(saved(document), tracked), "x.docx").paragraphs
    assert one.text == "Naik 6 persen"


def test_a_flag_is_a_comment_on_the_words_that_it_means() -> None:
    document = Document(BytesIO(docx.write(flagged())))
    (comment,) = document.comments
    assert comment.text == "critical (numbers): “5” became “6”."
    cell = document.tables[0].rows[1].cells[1]
    assert cell.text == "Rose 6 percent"
    tags = [child.tag.removeprefix(W) for child in cell.paragraphs[0]._p]
    start, end = tags.index("commentRangeStart"), tags.index("commentRangeEnd")
    assert "".join(child.text for child in cell.paragraphs[0]._p[start:end] if child.tag == f"{W}r") == "6"


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert docx.write(flagged()) == docx.write(flagged())


def test_what_an_editor_wrote_in_word_comes_back_with_what_stood_there_before() -> None:
    document = Document(BytesIO(docx.write(flagged())))
    document.tables[0].rows[1].cells[1].paragraphs[0].clear().add_run("Up 5 percent")
    (one,) = docx.units(saved(document))
    assert (one.edition, one.key, one.source) == ("test", "b1s1", "Naik 5 persen")
    assert (one.target, one.base) == ("Up 5 percent", "Rose 6 percent")
    assert docx.read_edition(saved(document)).units[0].target == "Up 5 percent"


def test_a_program_that_drops_our_record_leaves_keys_and_texts() -> None:
    stripped = rezipped(docx.write(flagged()), lambda path, data: b"<x/>" if "item2" in path else data)
    (one,) = docx.units(stripped)
    assert (one.edition, one.key, one.target, one.base) == ("test", "b1s1", "Rose 6 percent", None)
    with pytest.raises(ArticleError, match="dropped"):
        docx.read_edition(stripped)


def test_our_own_edition_is_no_article() -> None:
    with pytest.raises(ArticleError, match="dwibahasa import"):
        docx.read(docx.write(flagged()), "x.docx")


def _bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(21):
            archive.writestr(f"word/media/{number}.bin", b"\0" * 10_000_000)
        archive.writestr("word/document.xml", "<x/>")
    return file.getvalue()


def _with_entities(path: str, data: bytes) -> bytes:
    if path != "word/document.xml":
        return data
    return b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"halo", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (saved(Document())[:-300], "no Word document"),
        (_bomb(), "more than 200 MB"),
        (rezipped(saved(Document()), _with_entities), "entities"),
        (rezipped(saved(Document()), lambda _, data: data[:-20]), "well-formed"),
    ],
)
def test_what_is_broken_or_means_harm_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        docx.read(data, "x.docx")

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.reading import read
from pipeline.errors import ArticleError
from pipeline.evaluation.golden import read_golden
from pipeline.evaluation.segmentation import measure

PAGE = """\
headline|Jembatan Baru di Sungai Musi Resmi Dibuka
byline|Penulis: Dewi
paragraph|Jembatan sepanjang 1,2 kilometer itu dibuka pada Senin pagi. ⏎ Warga bersorak.
"""


def golden(folder: Path, text: str) -> Path:
    (folder / "halaman.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_page_that_is_read_rightly_scores_in_full(tmp_path: Path) -> None:
    found = measure(read_golden(golden(tmp_path, PAGE), read))
    assert (found.inside.wanted, found.segments.wanted, found.blocks.wanted) == (1, 4, 3)
    assert (found.inside.f1, found.segments.f1, found.blocks.f1) == (1, 1, 1)
    assert not found.astray


def test_a_page_may_stand_beside_its_reading_as_it_was_sent(tmp_path: Path) -> None:
    folder = golden(tmp_path, PAGE.replace("Penulis: Dewi", "Penulis: Sari"))
    sent = "# Jembatan Baru di Sungai Musi Resmi Dibuka\n\nPenulis: Sari\n\nJembatan itu dibuka. Warga bersorak.\n"
    (folder / "halaman.md").write_text(sent, encoding="utf-8")
    (page,) = read_golden(folder, read)
    assert page.reading()[:2] == page.blocks[:2]
    assert page.reading()[2].sentences == ("Jembatan itu dibuka.", "Warga bersorak.")


def test_an_end_that_is_missed_and_a_kind_that_is_wrong_are_counted(tmp_path: Path) -> None:
    wrong = PAGE.replace("byline|", "caption|").replace(" ⏎ ", " ")
    found = measure(read_golden(golden(tmp_path, wrong), read))
    assert (found.inside.precision, found.inside.recall) == (0, 1)
    assert found.blocks.right == 2
    assert found.kinds["caption"].recall == found.kinds["byline"].precision == 0
    assert found.astray["halaman"]


def test_what_is_lost_and_what_is_translated_for_nothing_is_counted(tmp_path: Path) -> None:
    wrong = (
        PAGE.replace("byline|", "subhead|") + "promo|Tiga kapal tenggelam di Laut Jawa pada hari Senin itu.\n"
    )
    found = measure(read_golden(golden(tmp_path, wrong), read))
    assert (found.lost, found.leaked) == (1, 1)


def test_a_line_without_a_kind_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"halaman\.txt:1: .*no kind 'judul'"):
        read_golden(golden(tmp_path, "judul|Harga naik"), read)

"""Weights for kinds of lines, learnt from pages that a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.reading import read
from pipeline.evaluation import kinds
from pipeline.evaluation.golden import GoldenPage, read_golden
from pipeline.model import BlockKind

PAGE = """\
headline|Jembatan Baru di Sungai Musi Resmi Dibuka
byline|Penulis: Dewi
promo|Bagikan
paragraph|Jembatan sepanjang 1,2 kilometer itu dibuka pada Senin pagi. ⏎ Warga bersorak.
subhead|Dibangun tiga tahun
paragraph|Pembangunan jembatan yang menghubungkan dua kecamatan itu memakan waktu tiga tahun.
related|Baca juga: Jembatan Lama Ditutup
tags|Tag: jembatan, Palembang
promo|Kirim Komentar
promo|Tentang Kami
"""


@pytest.fixture
def pages(tmp_path: Path) -> tuple[GoldenPage, ...]:
    for number in range(6):
        (tmp_path / f"halaman-{number}.txt").write_text(PAGE, encoding="utf-8")
    return read_golden(tmp_path, read)


def test_lines_that_the_first_reading_settles_are_not_learnt_from(pages: tuple[GoldenPage, ...]) -> None:
    found = [one for page in pages for one in kinds.examples(page)]
    assert {one.kind for one in found} == {
        BlockKind.BYLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PROMO,
        BlockKind.RELATED,
        BlockKind.SUBHEAD,
        BlockKind.TAGS,
    }
    assert {"read promo", "form promo", "+1 paragraph"} <= set(
        next(one.evidence for one in found if one.kind is BlockKind.PROMO)
    )


def test_the_table_is_written_in_rows_of_numbers(
    pages: tuple[GoldenPage, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "KINDS", tmp_path / "kinds.tsv")
    number = kinds.calibrate(pages)
    head, *rows = [
        line.split("\t")
        for line in (tmp_path / "kinds.tsv").read_text("utf-8").splitlines()
        if line[0] != "#"
    ]
    assert number > 0
    assert head[0] == "evidence"
    assert {len(row) for row in rows} == {len(head)}
    assert all(float(cell) < 10 for row in rows for cell in row[1:])

"""Weights for kinds of lines, learnt from pages that a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.reading import read
from pipeline.evaluation import kinds
from pipeline.evaluation.golden import GoldenPage, read_golden
from pipeline.model import BlockKind
from pipeline.stages.likely import Weights

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
    found = kinds.lines_of(pages[0])
    assert [str(line.kind) for line in found] == [line.partition("|")[0] for line in PAGE.splitlines()]
    assert found[0].evidence == ()
    assert all(line.evidence for line in found[1:])
    assert {"read promo", "form promo", "+1 paragraph"} <= set(found[2].evidence)


def test_the_table_is_written_in_rows_that_the_second_reading_reads(
    pages: tuple[GoldenPage, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "KINDS", tmp_path / "kinds.tsv")
    number = kinds.calibrate(pages)
    table = Weights((tmp_path / "kinds.tsv").read_text("utf-8"))
    columns = {kind: column for column, kind in enumerate(table.kinds)}
    assert number > 0
    line = kinds.lines_of(pages[0])[6]
    assert line.kind is BlockKind.RELATED
    said = table.scores(line.evidence)
    assert max(said) == said[columns[BlockKind.RELATED]] > 0
    assert table.follows[columns[BlockKind.RELATED]][columns[BlockKind.TAGS]] > 0

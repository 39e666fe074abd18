"""Weights for headlines, learnt from pages that a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.reading import read
from pipeline.evaluation import headlines
from pipeline.evaluation.golden import GoldenPage, read_golden
from pipeline.stages import headline

PAGE = """\
masthead|Kabar Palembang
headline|Jembatan Baru di Sungai Musi Resmi Dibuka
byline|Penulis: Dewi
duplicate_headline|Jembatan Baru di Sungai Musi Resmi Dibuka
paragraph|Jembatan sepanjang 1,2 kilometer di Sungai Musi itu dibuka pada Senin pagi. ⏎ Warga bersorak.
paragraph|Pembangunan jembatan yang menghubungkan dua kecamatan itu memakan waktu tiga tahun.
"""


@pytest.fixture
def pages(tmp_path: Path) -> tuple[GoldenPage, ...]:
    for number in range(3):
        (tmp_path / f"halaman-{number}.txt").write_text(PAGE, encoding="utf-8")
    return read_golden(tmp_path, read)


def test_a_page_is_a_choice_and_so_is_what_stands_below_its_headline(pages: tuple[GoldenPage, ...]) -> None:
    whole, below = headlines.choices_of(pages[0])
    assert whole.right == {1, 3}, "either of the two"
    assert below.right == frozenset()
    assert [one.place for one in below.candidates] == [0, 1]
    assert below.weight < whole.weight == 1


def test_what_the_person_chose_comes_to_weigh_most(
    pages: tuple[GoldenPage, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "headline.tsv"
    for module in (headlines, headline):
        monkeypatch.setattr(module, "WEIGHTS", table)
    headline.weights.cache_clear()
    try:
        assert headlines.calibrate(pages) == 6
        weighs = headline.weights()
        assert headline.NONE in weighs
        assert weighs["words told"] > 0
        assert pages[0].reading()[1].kind == "headline"
    finally:
        headline.weights.cache_clear()

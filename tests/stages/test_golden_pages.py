"""Whole pages in the layouts of real sites, and paragraphs that are hard to part, read by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.reading import read
from pipeline.evaluation.golden import GoldenPage, read_golden
from pipeline.evaluation.segmentation import measure

PAGES = read_golden(Path(__file__).parents[1] / "golden" / "segmentation", read)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_as_a_person_reads_it(page: GoldenPage) -> None:
    assert page.reading() == page.blocks


def test_there_are_enough_pages_and_sentence_ends_to_measure_by() -> None:
    assert len(PAGES) >= 50
    assert measure(PAGES).inside.wanted >= 600

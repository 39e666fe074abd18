"""Whole pages in the layouts of real sites, read by a person: kinds of blocks and ends of sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluation.golden import GoldenPage, read_golden

PAGES = read_golden(Path(__file__).parents[1] / "golden" / "layouts")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_as_a_person_reads_it(page: GoldenPage) -> None:
    assert page.reading() == page.blocks

"""Whole pages in the layouts of real sites, and paragraphs that are hard to part, read by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.reading import read
from pipeline.evaluation.golden import GoldenPage, read_golden
from pipeline.evaluation.segmentation import measure
from pipeline.model import CARRIED

GOLDEN = Path(__file__).parents[1] / "golden" / "segmentation"
PAGES = read_golden(GOLDEN / "layouts", read) + read_golden(GOLDEN / "sentences", read)
FRESH = read_golden(GOLDEN / "fresh", read)
"""Pages that were written to measure by; no rule was made for a single line of them."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_as_a_person_reads_it(page: GoldenPage) -> None:
    assert page.reading() == page.blocks


@pytest.mark.parametrize("page", FRESH, ids=lambda page: page.name)
def test_no_line_of_the_report_is_lost_on_a_page_that_no_rule_was_made_for(page: GoldenPage) -> None:
    assert measure([page]).lost == 0


def test_most_lines_of_such_pages_are_read_as_a_person_reads_them() -> None:
    found = measure(FRESH)
    assert found.blocks.recall > 0.89
    assert found.leaked < 0.05 * found.blocks.wanted


def test_of_pages_copied_with_all_that_stands_around_them_little_is_lost_and_most_is_right() -> None:
    pages = read_golden(GOLDEN / "unseen", read)
    found = measure(pages)
    told = sum(block.kind not in CARRIED for page in pages for block in page.blocks)
    assert found.lost < 0.03 * told
    assert found.leaked < 0.08 * (found.blocks.wanted - told)
    assert found.blocks.recall > 0.87
    assert found.kinds["headline"].recall > 0.88
    assert found.kinds["paragraph"].recall > 0.93


def test_there_are_enough_pages_and_sentence_ends_to_measure_by() -> None:
    assert len(PAGES) >= 50
    assert measure(PAGES).inside.wanted >= 600

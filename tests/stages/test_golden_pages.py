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
"""Pages that were written to measure by, most of them as a reader copies them, with menus, boxes and comments: no rule
was made for a line of them, and nothing was learnt from one."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_as_a_person_reads_it(page: GoldenPage) -> None:
    found = page.reading()
    assert [block.sentences for block in found] == [block.sentences for block in page.blocks]
    other = [(one.kind, right.kind) for one, right in zip(found, page.blocks, strict=True) if one != right]
    assert len(other) <= 1, other
    assert all(CARRIED.issuperset(pair) for pair in other), "a link may pass for a button, no more"


def test_hardly_a_line_of_the_report_is_lost_on_pages_that_no_rule_was_made_for() -> None:
    found = measure(FRESH)
    told = sum(block.kind not in CARRIED for page in FRESH for block in page.blocks)
    assert found.lost < 0.05 * told


def test_most_lines_of_such_pages_are_read_as_a_person_reads_them() -> None:
    found = measure(FRESH)
    assert found.blocks.recall > 0.82
    assert found.kinds["headline"].recall > 0.85
    assert found.kinds["paragraph"].recall > 0.93
    assert found.leaked < 0.06 * found.blocks.wanted


def test_there_are_enough_pages_and_sentence_ends_to_measure_by() -> None:
    assert len(PAGES) >= 50
    assert measure(PAGES).inside.wanted >= 600

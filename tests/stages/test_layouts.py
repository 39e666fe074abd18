"""Whole pages in the layouts of real sites, read by a person: kinds of blocks and ends of sentences.

Each line of a golden file is `kind|sentence ⏎ sentence`; the page is put together from it as a site
sends it, one paragraph a line, with datelines and trailing credits run into their paragraphs.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline.model import Manuscript, Paragraph
from pipeline.stages.segment import segment_article
from pipeline.stages.structure import structure

LAYOUTS = sorted((Path(__file__).parents[1] / "golden" / "layouts").glob("*.txt"))


def page(lines: list[tuple[str, str]]) -> Manuscript:
    paragraphs: list[str] = []
    before = ""
    for kind, text in lines:
        if before == "dateline" or (before == "caption" and kind == "credit"):
            paragraphs[-1] += f" {text}"
        else:
            paragraphs.append(text)
        before = kind
    return Manuscript("page.txt", tuple(Paragraph(text) for text in paragraphs))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_person_reads_it(layout: Path) -> None:
    golden = [line.split("|", 1) for line in layout.read_text(encoding="utf-8").splitlines()]
    direction = EN_ID if layout.stem.startswith("english") else ID_EN
    article = structure(page([(kind, text.replace(" ⏎ ", " ")) for kind, text in golden]), "page", direction)
    sentences: dict[str, list[str]] = {block.key: [] for block in article.blocks}
    for segment in segment_article(article):
        sentences[segment.block.key].append(segment.text)
    found = [f"{block.kind}|{' ⏎ '.join(sentences[block.key])}" for block in article.blocks]
    assert found == [f"{kind}|{text}" for kind, text in golden]

"""Lines that no newspaper prints, of 100,000 characters: whatever reads a line takes time in proportion to it."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

import pytest
from builders import ID_EN, unit

from pipeline.config import load_settings
from pipeline.model import Manuscript, Paragraph
from pipeline.stages.localise import localise
from pipeline.stages.segment import segment_article
from pipeline.stages.structure import structure
from pipeline.text.pairing import pair
from pipeline.text.quantities import parse
from pipeline.text.quotations import quotations
from pipeline.text.sentences import split

LENGTH = 100_000
STYLE = load_settings(environment={}).style


def read_page(text: str) -> None:
    lines = ("Judul berita hari ini", text, text[:90], text[:390])
    article = structure(Manuscript("x", tuple(map(Paragraph, lines))), "x", ID_EN)
    segment_article(article)


READERS: dict[str, Callable[[str], object]] = {
    "page": read_page,
    "sentences": lambda text: split(text, "en"),
    "quantities": lambda text: parse(text, "id"),
    "quotations": quotations,
}


@pytest.mark.parametrize(
    "piece", ['"', "“", ".", ". ", "1.", "(", "A. ", " ", "“A. ", "?” ", "Aa, Bb ", "Jan 1 "]
)
@pytest.mark.parametrize("reader", READERS)
def test_a_long_line_is_read_in_time(piece: str, reader: str) -> None:
    text = piece * (LENGTH // len(piece))
    start = thread_time()
    READERS[reader](text)
    assert thread_time() - start < 2


@pytest.mark.parametrize("piece", ["second nature ", "nine-to-five ", "no one three ", "one point one "])
def test_sayings_without_end_take_no_longer_than_their_length(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    start = thread_time()
    parse(text, "en")
    assert thread_time() - start < 2


@pytest.mark.parametrize("piece", ["1 ", "2,5 ", "pukul 10.30 ", "Rp 5 ", "10:30 p.m. "])
def test_a_line_of_figures_is_localised_in_time(piece: str) -> None:
    start = thread_time()
    for length in (LENGTH // 10, LENGTH):
        text = piece * (length // len(piece))
        localise(unit(text, text), STYLE, None)
    assert thread_time() - start < 2


@pytest.mark.parametrize("piece", ["5 juta ", "5-", "pukul 10.30 ", "dua "])
def test_thousands_of_figures_are_paired_in_time(piece: str) -> None:
    text = piece * (LENGTH // 5 // len(piece))
    start = thread_time()
    localise(unit(text, text), STYLE, None)
    pair(text, text[1:], ID_EN)
    assert thread_time() - start < 2

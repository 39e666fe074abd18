from __future__ import annotations

from pipeline.adapters.models.links import LazyLinks
from pipeline.model import Link, Span


class Result:
    hypotheses = (("▁Two", "▁cars"),)
    asked = 0

    @property
    def attention(self) -> list[list[list[float]]]:
        Result.asked += 1
        return [[[0.9, 0.1], [0.2, 0.8]]]


def test_a_result_is_read_once_and_only_when_somebody_looks() -> None:
    links = LazyLinks("Dua mobil", "Two cars", ["▁Dua", "▁mobil"], Result())
    assert Result.asked == 0
    assert [link[:2] for link in links] == [(Span(0, 3), Span(0, 3)), (Span(4, 9), Span(4, 8))]
    assert isinstance(links[0], Link)
    assert Result.asked == 1
    assert links._result is None

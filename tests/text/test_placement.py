from __future__ import annotations

import pytest

from pipeline.model import Span, Term, TermMatch
from pipeline.text.placement import places

RUSSIA = Term("Rusia", "Russia", "place")
CHINA = Term("China", "China", "place")


def match(term: Term, start: int) -> TermMatch:
    return TermMatch(Span(start, start + len(term.source)), term, term.target)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("Russia and China, so Russia", (Span(0, 6), Span(11, 16), Span(21, 27))),
        ("Russia and China, so it", (Span(0, 6), Span(11, 16), None)),
        ("it and China", (None, Span(7, 12), None)),
    ],
)
def test_every_mention_has_a_place_of_its_own(target: str, wanted: tuple[Span | None, ...]) -> None:
    matches = [match(RUSSIA, 0), match(CHINA, 10), match(RUSSIA, 22)]
    assert places(matches, "Rusia dan China, jadi Rusia", target) == wanted

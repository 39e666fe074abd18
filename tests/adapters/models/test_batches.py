from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.adapters.models.batches import batches

MOST = 32


def filled(lengths: list[int], limit: int) -> int:
    """Count the batches that are as full as the limit allows."""
    found: list[list[int]] = []
    for length in sorted(lengths, reverse=True):
        if found and len(found[-1]) < MOST and (len(found[-1]) + 1) * found[-1][0] <= limit:
            found[-1].append(length)
        else:
            found.append([length])
    return len(found)


def test_an_article_is_shared_evenly() -> None:
    lengths = [45, 44, 40, 38, 33, 30, 30, 28, 27, 25, 24, 22, 20, 17, 12, 5]
    assert filled(lengths, sum(lengths) // 2) == 3
    assert len(batches(lengths, 512, MOST, workers=2)) == 2


def test_a_few_short_texts_stay_together() -> None:
    assert batches([9, 8, 9], 512, MOST, workers=2) == [[0, 2, 1]]


def test_headlines_make_no_batch_of_many_hypotheses() -> None:
    assert max(map(len, batches([6] * 200, 512, MOST, workers=2))) <= MOST


def test_no_text_makes_no_batch() -> None:
    assert batches([], 512, MOST, workers=2) == []


@given(
    st.lists(st.integers(1, 256), min_size=1, max_size=200),
    st.integers(64, 4096),
    st.integers(1, 8),
)
def test_every_text_comes_once_none_is_over_the_limit_and_no_round_is_added(
    lengths: list[int], limit: int, workers: int
) -> None:
    found = batches(lengths, limit, MOST, workers)
    assert sorted(number for batch in found for number in batch) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) == 1 or len(batch) * max(lengths[number] for number in batch) <= limit
        assert len(batch) <= MOST
    assert -(-len(found) // workers) == -(-filled(lengths, limit) // workers)

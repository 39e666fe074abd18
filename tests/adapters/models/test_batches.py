from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.adapters.models.batches import batch_size


def batches(lengths: list[int], size: int) -> list[list[int]]:
    """Fill batches as CTranslate2 says it does: sorted, each as long as its longest text allows."""
    found: list[list[int]] = []
    for length in sorted(lengths, reverse=True):
        if found and (len(found[-1]) + 1) * found[-1][0] <= size:
            found[-1].append(length)
        else:
            found.append([length])
    return found


def test_an_article_is_shared_evenly() -> None:
    lengths = [45, 44, 40, 38, 33, 30, 30, 28, 27, 25, 24, 22, 20, 17, 12, 5]
    assert len(batches(lengths, sum(lengths) // 2)) == 3
    assert len(batches(lengths, batch_size(lengths, 512, workers=2))) == 2


def test_a_few_short_texts_stay_together() -> None:
    assert batch_size([9, 9, 8], 512, workers=2) == 128


@given(
    st.lists(st.integers(1, 256), min_size=1, max_size=200),
    st.integers(256, 4096),
    st.integers(1, 8),
)
def test_no_batch_is_over_the_limit_and_no_round_is_added(
    lengths: list[int], limit: int, workers: int
) -> None:
    size = batch_size(lengths, limit, workers)
    assert size <= limit
    rounds = -(-len(batches(lengths, limit)) // workers)
    assert -(-len(batches(lengths, size)) // workers) == rounds

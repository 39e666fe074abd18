"""The store that speed is measured on is one that the desk can read, in both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pipeline.adapters.storage import filling
from pipeline.adapters.storage.store import Store
from pipeline.model.jobs import Lease

PAIRS = [("Harga beras naik.", "Rice prices rise."), ("Banjir surut.", "The flood recedes.")]


def test_a_filled_store_reads_like_one_that_runs_have_filled(store: Store) -> None:
    filling.fill(store.database, PAIRS, 1001, lambda _: None)
    assert filling.size(store.database) == 1001
    found = store.articles.segments("article-7")
    assert [one.position for one in found] == list(range(filling.SENTENCES))
    assert len({one.source for one in found}) == filling.SENTENCES
    assert store.articles.history("article-7", found[3].key)[0].text == found[3].target
    edition = store.articles.edition("article-7")
    assert edition is not None
    assert [unit.source for unit in edition.units] == [one.source for one in found]
    assert store.memory.exact([found[0].source], filling.ID_EN)[found[0].source][0].target == found[0].target
    lease = Lease("bench", datetime.now(UTC), timedelta(minutes=1))
    assert [job.key for job in store.jobs.claim(filling.ID_EN, 5, lease)] == ["article-1000"]

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import ID_EN
from storing import NOW, item, lease, receive, translated

from pipeline.adapters.storage.store import Store
from pipeline.model import ItemMeta, PubStatus, SourceState
from pipeline.model.jobs import Outcome
from pipeline.model.work import ArticleState, QueueQuery

TEXT = "Gempa mengguncang Cianjur"


def keys(store: Store) -> list[str]:
    return [record.key for record in store.articles.queue(QueueQuery()).rows]


def test_the_same_item_twice_is_one_article(store: Store) -> None:
    assert receive(store, TEXT).outcome is Outcome.NEW
    assert receive(store, TEXT).outcome is Outcome.SAME
    assert keys(store) == ["g1-key"]


def test_the_same_text_under_another_name_is_the_same_article(store: Store) -> None:
    receive(store, TEXT)
    again = receive(store, TEXT, guid="g2", source="another feed")
    assert (again.outcome, again.key) == (Outcome.SAME, "g1-key")
    withdrawal = replace(
        item(guid="g2", source="another feed"), meta=ItemMeta("g2", status=PubStatus.CANCELED)
    )
    store.inflow.receive(withdrawal, "unused", at=NOW)
    (record,) = store.articles.queue(QueueQuery()).rows
    assert (record.state, record.pub_status) == (ArticleState.WITHDRAWN, PubStatus.CANCELED)


def test_another_text_under_the_same_name_is_a_revision(store: Store) -> None:
    receive(store, TEXT)
    assert receive(store, TEXT, "Dua rumah rusak.").outcome is Outcome.REVISED
    record = store.articles.article("g1-key")
    assert record is not None
    assert (record.revision, record.pending) == (2, True)


def test_a_second_feed_that_goes_on_with_the_old_text_corrects_nothing(store: Store) -> None:
    receive(store, TEXT)
    receive(store, TEXT, guid="g2")
    receive(store, TEXT + " Barat")
    assert receive(store, TEXT, guid="g2").outcome is Outcome.SAME
    assert receive(store, TEXT, guid="g3").outcome is Outcome.SAME
    record = store.articles.article("g1-key")
    assert record is not None
    assert (record.title, record.revision) == (TEXT + " Barat", 2)


@pytest.mark.parametrize(
    ("held", "late"),
    [
        (ItemMeta("g1", updated=NOW), ItemMeta("g1", updated=NOW - timedelta(hours=1))),
        (ItemMeta("g1", version="3"), ItemMeta("g1", version="2")),
    ],
)
def test_an_item_that_comes_late_does_not_turn_the_article_back(
    store: Store, held: ItemMeta, late: ItemMeta
) -> None:
    store.inflow.receive(item("Baru", meta=held), "key", at=NOW)
    assert store.inflow.receive(item("Lama", meta=late), "key", at=NOW).outcome is Outcome.OLDER
    assert [record.title for record in store.articles.queue(QueueQuery()).rows] == ["Baru"]


def test_a_withdrawal_before_the_translation_leaves_nothing_to_do_and_its_return_does(store: Store) -> None:
    receive(store, TEXT)
    store.inflow.receive(item(meta=ItemMeta("g1", status=PubStatus.CANCELED)), "key", at=NOW)
    assert store.jobs.claim(ID_EN, 9, lease()) == ()
    store.inflow.receive(item(TEXT, meta=ItemMeta("g1")), "key", at=NOW)
    assert [job.key for job in store.jobs.claim(ID_EN, 9, lease())] == ["g1-key"]


def test_an_embargo_that_comes_with_the_same_text_is_kept_and_reaches_the_edition(store: Store) -> None:
    key = translated(store, TEXT)
    for version, edition in store.jobs.unshelved(9):
        store.jobs.shelved(edition.article.key, version)
    assert store.jobs.unshelved(9) == ()
    meta = ItemMeta("g1", embargoed_until=NOW + timedelta(hours=2))
    assert store.inflow.receive(item(TEXT, meta=meta), "key", at=NOW).outcome is Outcome.CHANGED
    record = store.articles.article(key)
    assert record is not None
    assert record.embargoed_until == NOW + timedelta(hours=2)
    assert [edition.article.key for _, edition in store.jobs.unshelved(9)] == [key]


def test_what_cannot_be_read_is_kept_with_its_reason_until_it_can(store: Store) -> None:
    broken = replace(item(), problem="the file is empty")
    assert store.inflow.receive(broken, "key", at=NOW).outcome is Outcome.UNREADABLE
    assert store.jobs.standing({}, at=NOW).trouble == (("feed: g1", "the file is empty"),)
    assert receive(store, TEXT).outcome is Outcome.NEW
    assert store.jobs.standing({}, at=NOW).trouble == ()


def test_a_withdrawal_of_what_never_came_is_remembered(store: Store) -> None:
    gone = item(guid="g9", meta=ItemMeta("g9", status=PubStatus.CANCELED))
    assert store.inflow.receive(gone, "key", at=NOW).outcome is Outcome.UNKNOWN
    assert store.inflow.stamp_of("feed", "g9") == "s1"


@pytest.mark.parametrize(
    ("meta", "state"),
    [
        (ItemMeta("g1", version="2"), ArticleState.WITHDRAWN),
        (ItemMeta("g1", version="1"), ArticleState.WITHDRAWN),
        (ItemMeta("g1", version="3"), ArticleState.PENDING),
    ],
)
def test_a_withdrawal_that_came_first_holds_for_what_it_withdrew(
    store: Store, meta: ItemMeta, state: ArticleState
) -> None:
    gone = item(meta=ItemMeta("g1", version="2", status=PubStatus.CANCELED))
    store.inflow.receive(gone, "key", at=NOW)
    store.inflow.receive(item(TEXT, meta=meta), "key", at=NOW)
    assert [record.state for record in store.articles.queue(QueueQuery()).rows] == [state]


@pytest.mark.parametrize(
    "guid", ["../../etc/passwd", "a\x00b", "x" * 300, "\ud800", "🗞" * 2000, "'; DROP TABLE articles"]
)
def test_whatever_a_source_calls_its_item_is_only_a_name(store: Store, guid: str) -> None:
    receive(store, TEXT, guid=guid, key="key")
    assert store.inflow.stamp_of("feed", guid) == "s1"
    assert store.inflow.stamp_of("feed", guid + "x") is None
    assert keys(store) == ["key"]


def test_characters_that_no_database_takes_are_shown_not_refused(store: Store) -> None:
    receive(store, "Harga\x00 naik \ud83d tajam")
    (job,) = store.jobs.claim(ID_EN, 1, lease())
    assert job.manuscript.paragraphs[0].text == "Harga\ufffd naik \ufffd tajam"


def test_two_texts_with_one_key_are_two_articles(store: Store) -> None:
    receive(store, "Satu", key="index-12345678")
    receive(store, "Dua", key="index-12345678", guid="g2")
    assert sorted(keys(store)) == ["index-12345678", "index-12345678-2"]


def test_the_state_of_a_source_comes_back_as_it_was_kept(store: Store) -> None:
    assert store.inflow.source_state("feed") == SourceState()
    state = SourceState('W/"1"', "yesterday", NOW, 3, "500", "moved", (("g1", 2),), NOW)
    store.inflow.keep_source_state("feed", SourceState(), at=NOW)
    store.inflow.keep_source_state("feed", state, at=NOW)
    assert store.inflow.source_state("feed") == state
    standing = store.jobs.standing({}, at=NOW)
    assert standing.trouble == (("source feed", "500 (3 visits in a row)"),)
    assert standing.notices == (("source feed", "moved"),)

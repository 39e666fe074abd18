from __future__ import annotations

from dataclasses import replace

import pytest
from builders import EN_ID, ID_EN
from storing import MINUTE, NOW, receive, translated

from pipeline.adapters.storage.store import Store
from pipeline.model import Flag, Severity
from pipeline.model.work import ArticleState, Order, QueueQuery

FLAG = Flag("figures", Severity.CRITICAL, "5 is missing")


@pytest.fixture
def desk(store: Store) -> Store:
    """Three translated articles and one that waits, each telling itself apart somehow."""
    translated(store, "Gempa di Cianjur", "Lima rumah rusak.", guid="a")
    translated(store, "Harga beras naik", guid="b", flags=[FLAG])
    translated(store, "Banjir di Semarang", guid="c")
    receive(store, "Pemilu", guid="d", source="another feed")
    store.work.assign("a-key", "sari", at=NOW + MINUTE)
    store.work.set_deadline("c-key", NOW, at=NOW + 2 * MINUTE)
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (QueueQuery(), "dcba"),
        (QueueQuery(states=(ArticleState.OPEN,)), "cba"),
        (QueueQuery(states=(ArticleState.PENDING, ArticleState.FAILED)), "d"),
        (QueueQuery(source="another feed"), "d"),
        (QueueQuery(assignee="sari"), "a"),
        (QueueQuery(assignee="-"), "dcb"),
        (QueueQuery(severity=Severity.CRITICAL), "b"),
        (QueueQuery(severity=Severity.MINOR), ""),
        (QueueQuery(check="figures"), "b"),
        (QueueQuery(check="quotes"), ""),
        (QueueQuery(direction=ID_EN), "dcba"),
        (QueueQuery(direction=EN_ID), ""),
        (QueueQuery(overdue_at=NOW + MINUTE), "c"),
        (QueueQuery(overdue_at=NOW), ""),
        (QueueQuery(text="rumah lima"), "a"),
        (QueueQuery(text="cianj"), "a"),
        (QueueQuery(text="EN banjir"), "c"),
        (QueueQuery(text="rumah banjir"), ""),
        (QueueQuery(text="'\" OR * ( &"), ""),
        (QueueQuery(text="?!"), "dcba"),
        (QueueQuery(order=Order.DEADLINE), "cabd"),
        (QueueQuery(order=Order.UPDATED), "cadb"),
        (QueueQuery(order=Order.SOURCE), "dabc"),
        (QueueQuery(size=2), "dc"),
        (QueueQuery(size=2, page=2), "ba"),
        (QueueQuery(size=2, page=3), ""),
    ],
)
def test_the_queue_shows_what_is_asked_for_in_the_order_asked_for(
    desk: Store, query: QueueQuery, expected: str
) -> None:
    # All have one risk here: what came last is first.
    page = desk.articles.queue(replace(query, order=Order.RECEIVED) if query.order is Order.RISK else query)
    assert "".join(record.key[0] for record in page.rows) == expected


def test_a_page_says_whether_there_is_more_and_how_much_in_all(desk: Store) -> None:
    page = desk.articles.queue(QueueQuery(size=3))
    assert (len(page.rows), page.more, page.total) == (3, True, 4)
    assert not desk.articles.queue(QueueQuery(size=4)).more


def test_the_riskiest_articles_come_first_and_approved_sentences_have_no_risk(desk: Store) -> None:
    rows = desk.articles.queue(QueueQuery(order=Order.RISK)).rows
    assert [record.risk for record in rows] == [0.1, 0.1, 0.1, 0.0]


def test_all_sources_are_named_once(desk: Store) -> None:
    assert desk.articles.sources() == ("another feed", "feed")


def test_what_is_not_there_is_none(desk: Store) -> None:
    assert desk.articles.article("nothing") is None
    assert desk.articles.segments("nothing") == ()
    assert desk.articles.segment("a-key", "b9s1") is None
    assert desk.articles.edition("d-key") is None
    assert desk.articles.history("nothing") == ()


def test_one_segment_is_the_same_alone_as_among_the_others(desk: Store) -> None:
    assert desk.articles.segment("a-key", "b2s1") == desk.articles.segments("a-key")[1]

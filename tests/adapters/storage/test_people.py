"""Accounts, discussion, figures and messages keep one contract on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, text
from storing import NOW as WHEN
from storing import translated

from pipeline.adapters.storage.accounts import SqlAccounts
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.discussion import SqlDiscussion
from pipeline.adapters.storage.figures import SqlFigures
from pipeline.adapters.storage.messages import SqlWebhooks
from pipeline.adapters.storage.store import Store
from pipeline.adapters.storage.upkeep import ready
from pipeline.errors import StorageError
from pipeline.model import Flag, SegmentState, Severity, Span
from pipeline.model.accounts import Entry, Role, SessionStart, Token, User
from pipeline.model.discussion import Decision, Proposal, View
from pipeline.model.figures import CheckCount, DayCount, EffortCount
from pipeline.model.work import Action, Judgement, Save, Verdict

NOW = datetime(2023, 3, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def people(database: Database) -> SqlAccounts:
    accounts = SqlAccounts(ready(database))
    accounts.add_user(User("sari", Role.REVIEWER, "Sari"), "hash", NOW)
    return accounts


def test_an_account_is_made_once_and_changed(people: SqlAccounts) -> None:
    with pytest.raises(StorageError, match="already"):
        people.add_user(User("sari", Role.ADMIN), "other", NOW)
    people.change_user(User("sari", Role.EDITOR, "S.", "id", "dark"))
    assert people.user("sari") == User("sari", Role.EDITOR, "S.", "id", "dark", created_at=NOW)
    assert [one.name for one in people.users()] == ["sari"]
    assert people.password("sari") == "hash"


def test_a_session_lasts_until_it_ends(people: SqlAccounts) -> None:
    people.open_session(SessionStart("digest", "sari", NOW, NOW + timedelta(hours=1)))
    found = people.session("digest", NOW)
    assert found
    assert found.user.name == "sari"
    assert people.session("digest", NOW + timedelta(hours=2)) is None
    people.prolong_session("digest", NOW, NOW + timedelta(hours=3))
    assert people.session("digest", NOW + timedelta(hours=2))
    people.change_user(User("sari", Role.REVIEWER, active=False))
    assert people.session("digest", NOW) is None


def test_failures_are_counted_by_name_and_by_address(people: SqlAccounts) -> None:
    for name in ("sari", "budi"):
        people.note_attempt(name, "10.0.0.1", NOW, succeeded=False)
    people.note_attempt("sari", "10.0.0.1", NOW, succeeded=True)
    assert people.failures("sari", "10.0.0.1", NOW - timedelta(minutes=1)) == (1, 2)
    assert people.failures("sari", "10.0.0.1", NOW) == (0, 0)


def test_a_token_holds_until_it_is_revoked(people: SqlAccounts) -> None:
    people.add_token(Token("k1", "cms", Role.READER, "sari", NOW), "digest")
    assert people.token("digest") == Token("k1", "cms", Role.READER, "sari", NOW)
    people.use_token("k1", NOW)
    people.revoke_token("k1", NOW)
    assert people.token("digest") is None
    assert people.tokens()[0].revoked_at == NOW


def test_the_audit_log_is_read_from_its_end(people: SqlAccounts) -> None:
    for number in range(3):
        people.log(Entry(NOW, "sari", "signed in", str(number), {"try": number}))
    assert [one.subject for one in people.entries(page=1, size=2)] == ["2", "1"]
    assert people.entries(page=2, size=2)[0].detail == {"try": 0}


def test_views_and_proposals_are_kept(people: SqlAccounts, database: Database) -> None:
    discussion = SqlDiscussion(database)
    assert people
    discussion.keep_view(View("sari", "late", "late=1"))
    discussion.keep_view(View("sari", "late", "late=1&source=x", shared=True))
    assert discussion.views("budi") == (View("sari", "late", "late=1&source=x", shared=True),)
    discussion.drop_view("budi", "late")
    assert discussion.views("sari")
    number = discussion.propose(Proposal(0, "KPK", "KPK", "institution", "", "id-en", "", "sari", NOW))
    assert discussion.decide(number, Decision.ACCEPTED, "ema", "", NOW)
    assert not discussion.decide(number, Decision.DECLINED, "adi", "", NOW), "decided once"
    assert discussion.proposals(Decision.OPEN) == ()
    assert discussion.proposals()[0].decided_by == "ema"
    assert discussion.unseen("sari") == 0


def test_an_empty_desk_has_figures_too(database: Database) -> None:
    overview = SqlFigures(ready(database)).overview(NOW)
    assert (overview.days, overview.checks, overview.by_week, overview.by_model) == ((), (), (), ())


def test_messages_wait_until_they_are_delivered(database: Database) -> None:
    hooks = SqlWebhooks(ready(database))
    number = hooks.add_webhook("https://cms.example", "secret", "adi", NOW)
    hooks.enqueue("article.published", {"key": "a"}, NOW)
    (delivery,) = hooks.due(NOW)
    hooks.note_delivery(delivery.number, delivered_at=None, next_at=NOW + timedelta(hours=1), error="down")
    assert hooks.due(NOW) == ()
    (delivery,) = hooks.due(NOW + timedelta(hours=1))
    assert (delivery.attempts, delivery.payload) == (1, {"key": "a"})
    hooks.note_delivery(delivery.number, delivered_at=NOW, next_at=None, error="")
    hooks.stop_webhook(number)
    assert hooks.webhooks() == ()
    assert hooks.recent()[0].delivered_at == NOW


def test_flags_that_wait_are_counted_without_reading_each(store: Store) -> None:
    """With two million of them the dashboard would otherwise take a second of the processor."""
    if not store.database.is_sqlite:
        pytest.skip("PostgreSQL plans by the size of a table, and this one is empty")
    asked: list[str] = []
    event.listen(store.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    SqlFigures(store.database).overview(WHEN)
    (waiting,) = (query for query in asked if "'open'" in query)
    with store.database.reading() as connection:
        plan = " ".join(str(row) for row in connection.execute(text(f"EXPLAIN QUERY PLAN {waiting}")))
    assert "COVERING INDEX ix_flags_waiting" in plan


def test_what_was_taken_back_counts_for_nobody(store: Store) -> None:
    key = translated(store, "Satu", "Dua")
    for segment in ("b1s1", "b2s1"):
        save = Save(segment, 1, "One", SegmentState.FINAL, Action.FINALISE, distance=50)
        store.work.save(key, save, actor="sari", at=WHEN)
    undo = Save("b1s1", 2, "", SegmentState.INITIAL, Action.UNDO)
    store.work.save(key, undo, actor="budi", at=WHEN + timedelta(hours=1))
    overview = SqlFigures(store.database).overview(WHEN - timedelta(days=1))
    assert overview.days == (DayCount(WHEN.date(), 1, 0),)
    assert overview.by_person == (("sari", 1),)
    assert [one.segments for one in overview.by_source] == [1]


def test_what_people_did_is_counted_by_day_check_model_and_person(store: Store) -> None:
    flag = Flag("numbers", Severity.CRITICAL, "5 is missing", Span(0, 4))
    key = translated(store, "Satu", "Dua", flags=[flag])
    found = store.articles.segments(key)[0].flags[0]
    store.work.judge(key, Judgement("b1s1", found.key, Verdict.UPHELD, "so it is"), actor="sari", at=WHEN)
    for at, (segment, share) in enumerate({"b1s1": 50, "b2s1": 0}.items()):
        save = Save(segment, 1, "One", SegmentState.FINAL, Action.FINALISE, distance=share)
        store.work.save(key, save, actor="sari", at=WHEN + timedelta(hours=at))
    overview = SqlFigures(store.database).overview(WHEN - timedelta(days=1))
    assert overview.days == (DayCount(WHEN.date(), 2, 0),)
    assert overview.checks == (CheckCount("numbers", 0, 1, 0),)
    assert overview.by_model == (EffortCount("echo", 2, 25.0),)
    assert overview.by_source == (EffortCount("feed", 2, 25.0),)
    assert [(one.segments, one.percent) for one in overview.by_week] == [(2, 25.0)]
    assert overview.by_person == (("sari", 2),)

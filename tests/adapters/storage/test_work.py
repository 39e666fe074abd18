from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import ID_EN
from storing import MINUTE, NOW, item, translated

from pipeline.adapters.storage.discussion import SqlDiscussion
from pipeline.adapters.storage.store import Store
from pipeline.errors import ConflictError, StorageError
from pipeline.model import Flag, ItemMeta, PubStatus, SegmentState, Severity, Span
from pipeline.model.discussion import KeptDraft
from pipeline.model.work import Action, ArticleState, Judgement, QueueQuery, Save, Verdict

FLAG = Flag("figures", Severity.CRITICAL, "5 is missing", Span(0, 4))
FINAL = Save("b1s1", 1, "One", SegmentState.FINAL, Action.APPROVE)


def test_a_save_is_kept_with_who_when_and_what_was_before(store: Store) -> None:
    key = translated(store, "Satu", flags=[FLAG])
    edit = Save("b1s1", 1, "One!", SegmentState.TRANSLATED, Action.EDIT, (FLAG,), "clearer", 0.2, 3)
    saved = store.work.save(key, edit, actor="sari", at=NOW)
    assert (saved.target, saved.version, saved.author, saved.state) == ("One!", 2, "sari", edit.state)
    newest, machine = store.articles.history(key, "b1s1")
    assert (newest.kind, newest.before, newest.text, newest.actor) == ("text", "EN: Satu", "One!", "sari")
    assert (newest.note, newest.at) == ("clearer", NOW)
    assert (machine.kind, machine.text, machine.actor) == ("machine", "EN: Satu", "echo")
    edition = store.articles.edition(key)
    assert edition is not None
    assert [(one.rule, one.before, one.after) for one in edition.units[0].edits] == [
        ("reviewer", "EN: Satu", "One!")
    ]


def test_the_second_of_two_saves_on_one_version_is_a_conflict_and_nothing_of_the_first_is_lost(
    store: Store,
) -> None:
    key = translated(store, "Satu")
    store.work.save(key, replace(FINAL, text="from the first tab"), actor="sari", at=NOW)
    with pytest.raises(ConflictError, match="at version 2 by now, not 1"):
        store.work.save(key, replace(FINAL, text="from the second"), actor="budi", at=NOW)
    assert [segment.target for segment in store.articles.segments(key)] == ["from the first tab"]


@pytest.mark.parametrize(("ends", "left"), [(True, ["budi"]), (False, ["budi", "sari"])])
def test_a_save_from_the_editor_ends_the_draft_of_who_saved_and_nobody_else_s(
    store: Store, ends: bool, left: list[str]
) -> None:
    key = translated(store, "Satu")
    discussion = SqlDiscussion(store.database)
    for user in ("budi", "sari"):
        discussion.keep_draft(KeptDraft(key, "b1s1", user, "On", 1, NOW))
    store.work.save(key, replace(FINAL, ends_draft=ends), actor="sari", at=NOW)
    assert [user for user in ("budi", "sari") if discussion.drafts(key, user)] == left


def test_what_is_not_there_is_told(store: Store) -> None:
    key = translated(store, "Satu")
    with pytest.raises(StorageError, match="there is no article nothing"):
        store.work.save("nothing", FINAL, actor="sari", at=NOW)
    with pytest.raises(ConflictError, match="no segment b9s9"):
        store.work.save(key, replace(FINAL, segment_key="b9s9"), actor="sari", at=NOW)
    with pytest.raises(ConflictError, match="the flag is gone"):
        store.work.judge(key, Judgement("b1s1", "nothing", Verdict.DISMISSED), actor="sari", at=NOW)


def test_a_dismissal_survives_a_save_that_leaves_its_reason_and_counts_no_longer(store: Store) -> None:
    key = translated(store, "Satu", flags=[FLAG])
    (segment,) = store.articles.segments(key)
    judgement = Judgement("b1s1", segment.flags[0].key, Verdict.DISMISSED, "it stands in the caption")
    judged = store.work.judge(key, judgement, actor="sari", at=NOW)
    assert (judged.flags[0].verdict, judged.flags[0].by) == (Verdict.DISMISSED, "sari")
    moved = replace(FLAG, target_span=Span(1, 2))
    saved = store.work.save(key, replace(FINAL, flags=(moved,)), actor="sari", at=NOW)
    assert (saved.flags[0].verdict, saved.flags[0].reason) == (Verdict.DISMISSED, "it stands in the caption")
    assert saved.flags[0].flag == moved
    record = store.articles.article(key)
    assert record is not None
    assert record.open_flags[Severity.CRITICAL] == 0
    entry = next(entry for entry in store.articles.history(key) if entry.kind == "flag")
    assert (entry.action, entry.note, entry.flag) == (
        "dismissed",
        "it stands in the caption",
        judgement.flag_key,
    )


def test_a_flag_that_is_gone_and_comes_back_is_the_same_flag(store: Store) -> None:
    key = translated(store, "Satu", flags=[FLAG])
    (before,) = store.articles.segments(key)
    without = store.work.save(key, FINAL, actor="sari", at=NOW)
    assert without.flags == ()
    again = store.work.save(key, replace(FINAL, based_on=2, flags=(FLAG,)), actor="sari", at=NOW)
    assert [record.key for record in again.flags] == [before.flags[0].key]


def _state(store: Store) -> ArticleState:
    (record,) = store.articles.queue(QueueQuery()).rows
    return record.state


def test_an_article_is_ready_when_every_segment_is_final_and_nothing_critical_is_open(store: Store) -> None:
    key = translated(store, "Satu", "Dua", flags=[FLAG])
    store.work.save(key, replace(FINAL, flags=(FLAG,)), actor="sari", at=NOW)
    assert _state(store) is ArticleState.OPEN
    with pytest.raises(ConflictError, match="1 segments are not final"):
        store.work.publish(key, (), actor="sari", at=NOW)
    store.work.save(key, replace(FINAL, segment_key="b2s1"), actor="sari", at=NOW)
    with pytest.raises(ConflictError, match="1 critical flags are open"):
        store.work.publish(key, (), actor="sari", at=NOW)
    store.work.save(key, replace(FINAL, based_on=2), actor="sari", at=NOW)
    assert _state(store) is ArticleState.READY
    out = store.work.publish(key, ["a.html"], actor="edi", at=NOW, note="first")
    assert _state(store) is ArticleState.PUBLISHED
    assert store.work.publications() == (out,)
    taken_back = store.work.withdraw(key, actor="edi", at=NOW + MINUTE, note="wrong photo")
    assert (taken_back.withdrawn_by, taken_back.paths) == ("edi", ("a.html",))
    assert _state(store) is ArticleState.WITHDRAWN
    with pytest.raises(ConflictError, match="is not published"):
        store.work.withdraw(key, actor="edi", at=NOW, note="again")


@pytest.mark.parametrize(
    ("meta", "problem"),
    [
        (ItemMeta("g1", status=PubStatus.WITHHELD), "its source says withheld"),
        (ItemMeta("g1", embargoed_until=NOW + timedelta(hours=1)), "under an embargo until 2026-03-02T05:30"),
    ],
)
def test_what_its_source_holds_back_is_not_published(store: Store, meta: ItemMeta, problem: str) -> None:
    key = translated(store, "Satu")
    store.work.save(key, FINAL, actor="sari", at=NOW)
    store.inflow.receive(item("Satu", meta=meta), "key", at=NOW)
    with pytest.raises(ConflictError, match=problem):
        store.work.publish(key, (), actor="edi", at=NOW)


def test_a_published_article_whose_source_is_withdrawn_needs_a_person(store: Store) -> None:
    key = translated(store, "Satu")
    store.work.save(key, FINAL, actor="sari", at=NOW)
    store.work.publish(key, (), actor="edi", at=NOW)
    store.inflow.receive(item(meta=ItemMeta("g1", status=PubStatus.CANCELED)), "key", at=NOW)
    assert store.jobs.standing({}, at=NOW).trouble == (
        (key, "published, and its source says canceled: withdraw it"),
    )


def test_back_to_the_draft_is_back_in_the_hands_of_the_machine(store: Store) -> None:
    key = translated(store, "Satu")
    store.work.save(key, FINAL, actor="sari", at=NOW)
    undo = Save("b1s1", 2, "EN: Satu", SegmentState.INITIAL, Action.UNDO)
    assert store.work.save(key, undo, actor="sari", at=NOW).author == ""
    assert len(store.articles.history(key, "b1s1")) == 3


def test_an_approved_segment_is_remembered_and_a_better_version_takes_its_place(store: Store) -> None:
    key = translated(store, "Satu rumah rusak", "Dua")
    store.work.save(key, replace(FINAL, text="One house broke"), actor="sari", at=NOW)
    store.work.save(key, replace(FINAL, based_on=2, text="One house was damaged"), actor="sari", at=NOW)
    (entry,) = store.memory.exact(["Satu rumah rusak"], ID_EN)["Satu rumah rusak"]
    assert (entry.target, entry.origin, entry.actor) == ("One house was damaged", key, "sari")


def test_assignment_and_deadline_are_kept_and_every_write_moves_the_version(store: Store) -> None:
    key = translated(store, "Satu")
    before = store.articles.article(key)
    given = store.work.assign(key, "sari", at=NOW)
    due = store.work.set_deadline(key, NOW + MINUTE, at=NOW)
    assert before is not None
    assert (before.assignee, before.deadline) == ("", None)
    assert (given.assignee, due.deadline) == ("sari", NOW + MINUTE)
    assert before.version < given.version < due.version
    assert store.work.set_deadline(key, None, at=NOW).deadline is None

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import ID_EN
from storing import MINUTE, NOW, SIGNATURE, lease, receive, result, translated, unit

from pipeline.adapters.storage import leasing
from pipeline.adapters.storage.store import Store
from pipeline.errors import LeaseLostError
from pipeline.model import Edit, Flag, SegmentState, Severity
from pipeline.model.jobs import RunReport
from pipeline.model.work import Action, ArticleState, Save

FLAG = Flag("figures", Severity.CRITICAL, "5 is missing")


def test_two_runs_never_get_the_same_article(store: Store) -> None:
    for number in range(4):
        receive(store, f"Berita {number}", guid=f"g{number}")
    first = store.jobs.claim(ID_EN, 3, lease("one"))
    second = store.jobs.claim(ID_EN, 3, lease("two"))
    assert [job.key for job in first] == ["g0-key", "g1-key", "g2-key"]
    assert [job.key for job in second] == ["g3-key"]


def test_a_lease_that_expired_passes_on_and_the_late_result_is_refused(store: Store) -> None:
    receive(store, "Berita")
    (slow,) = store.jobs.claim(ID_EN, 1, lease("slow"))
    assert store.jobs.claim(ID_EN, 1, lease("fast", NOW + 9 * MINUTE)) == ()
    assert store.jobs.claim_suspect(ID_EN, lease("fast", NOW + 9 * MINUTE)) is None
    fast = store.jobs.claim_suspect(ID_EN, lease("fast", NOW + 11 * MINUTE))
    assert fast is not None
    with pytest.raises(LeaseLostError, match="another run has taken it over"):
        store.jobs.finish(slow, result(slow, unit("b1", "Berita", "slow")), at=NOW + 12 * MINUTE)
    store.jobs.finish(fast, result(fast, unit("b1", "Berita", "fast")), at=NOW + 12 * MINUTE)
    assert [segment.target for segment in store.articles.segments(fast.key)] == ["fast"]
    with pytest.raises(LeaseLostError):
        store.jobs.finish(fast, result(fast, unit("b1", "Berita", "twice")), at=NOW + 12 * MINUTE)


def test_a_sign_of_life_keeps_the_lease(store: Store) -> None:
    receive(store, "Berita")
    jobs = store.jobs.claim(ID_EN, 1, lease("slow"))
    store.jobs.renew(jobs, lease("slow", NOW + 9 * MINUTE))
    assert store.jobs.claim_suspect(ID_EN, lease("fast", NOW + 15 * MINUTE)) is None


def test_a_clock_that_is_set_back_blocks_nothing(store: Store) -> None:
    receive(store, "Berita")
    receive(store, "Cerita", guid="g2")
    (job, other) = store.jobs.claim(ID_EN, 2, lease())
    store.jobs.fail(other, "trouble", at=NOW, again=NOW + 5 * MINUTE)
    earlier = NOW - timedelta(days=3)
    assert store.jobs.claim_suspect(ID_EN, lease("other", earlier)) is not None
    assert [one.key for one in store.jobs.claim(ID_EN, 1, lease("other", earlier))] == [other.key]
    with pytest.raises(LeaseLostError):
        store.jobs.finish(job, result(job, unit("b1", "Berita", "x")), at=earlier)


def test_a_dead_holder_on_this_host_holds_nothing_and_its_articles_come_last_and_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        receive(store, f"Berita {number}", guid=f"g{number}")
    dead = leasing.this_process().rpartition(":")[0] + ":1"
    assert len(store.jobs.claim(ID_EN, 2, lease(dead))) == 2
    here = lease(leasing.this_process())
    assert [job.key for job in store.jobs.claim(ID_EN, 3, here)] == ["g2-key"]
    suspects = [store.jobs.claim_suspect(ID_EN, here) for _ in range(3)]
    assert [job and job.key for job in suspects] == ["g0-key", "g1-key", None]
    monkeypatch.setattr(leasing, "_host", lambda: "another host")
    assert store.jobs.claim_suspect(ID_EN, lease("another host:1:1")) is None


def test_an_article_that_kills_its_runs_is_set_aside_after_an_hour(store: Store) -> None:
    receive(store, "Berita")
    dead = leasing.this_process().rpartition(":")[0] + ":1"
    store.jobs.claim(ID_EN, 1, lease(dead))
    for death in range(1, 7):
        assert store.jobs.claim_suspect(ID_EN, lease(dead, NOW + death * 5 * MINUTE))
    assert store.jobs.claim(ID_EN, 1, lease("alive", NOW + 66 * MINUTE)) == ()
    assert store.jobs.claim_suspect(ID_EN, lease("alive", NOW + 66 * MINUTE)) is None
    ((key, reason),) = store.jobs.standing({}, at=NOW).trouble
    assert key == "g1-key"
    assert "runs died 6 times" in reason


def test_a_failure_waits_for_its_time_and_is_set_aside_when_there_is_no_next(store: Store) -> None:
    receive(store, "Berita")
    (job,) = store.jobs.claim(ID_EN, 1, lease())
    store.jobs.fail(job, "the engine broke", at=NOW, again=NOW + 5 * MINUTE)
    assert store.jobs.claim(ID_EN, 1, lease(at=NOW + 4 * MINUTE)) == ()
    (job,) = store.jobs.claim(ID_EN, 1, lease(at=NOW + 6 * MINUTE))
    assert job.attempts == 1
    store.jobs.fail(job, "the engine broke", at=NOW, again=None)
    assert store.jobs.claim(ID_EN, 1, lease(at=NOW + 60 * MINUTE)) == ()
    assert store.jobs.standing({}, at=NOW).trouble == (("g1-key", "the engine broke"),)
    receive(store, "Berita yang benar")
    assert [job.attempts for job in store.jobs.claim(ID_EN, 1, lease(at=NOW + 60 * MINUTE))] == [0]


def test_an_edition_comes_back_as_it_was_kept(store: Store) -> None:
    receive(store, "Judul", "Isi")
    (job,) = store.jobs.claim(ID_EN, 1, lease())
    edited = replace(unit("b2", "Isi", "Body", FLAG), edits=(Edit("term", "a", "b"),))
    kept = result(job, unit("b1", "Judul", "Title", kind="headline"), edited)
    store.jobs.finish(job, kept, at=NOW)
    assert store.articles.edition(job.key) == kept.edition
    ((version, edition),) = store.jobs.unshelved(9)
    assert edition == kept.edition
    store.jobs.shelved(job.key, version - 1)
    assert len(store.jobs.unshelved(9)) == 1
    store.jobs.shelved(job.key, version)
    assert store.jobs.unshelved(9) == ()
    record = store.articles.article(job.key)
    assert record is not None
    assert (record.title_target, record.open_flags[Severity.CRITICAL]) == ("Title", 1)


def test_a_correction_keeps_what_people_wrote_and_says_what_it_was_based_on(store: Store) -> None:
    key = translated(store, "Satu", "Dua", "Tiga")
    save = Save("b2s1", 1, "Two!", SegmentState.FINAL, Action.APPROVE)
    store.work.save(key, save, actor="sari", at=NOW)
    receive(store, "Nol", "Satu", "Dua koma lima")
    (job,) = store.jobs.claim(ID_EN, 1, lease())
    assert [earlier.person for earlier in job.earlier] == ["", "sari", ""]
    units = [
        unit("b1", "Nol", "Zero"),
        unit("b2", "Satu", "EN: Satu"),
        unit("b3", "Dua koma lima", "Two point five"),
    ]
    store.jobs.finish(job, result(job, *units, continues={"b2s1": "b1s1", "b3s1": "b2s1"}), at=NOW)
    found = store.articles.segments(key)
    assert [(one.source, one.target, one.stale, one.previous_source) for one in found] == [
        ("Nol", "Zero", False, None),
        ("Satu", "EN: Satu", False, None),
        ("Dua koma lima", "Two!", True, "Dua"),
    ]
    assert (found[2].state, found[2].machine) == (SegmentState.TRANSLATED, "Two point five")
    kinds = [(entry.kind, entry.before, entry.text) for entry in store.articles.history(key, "b3s1")]
    assert ("text", "EN: Dua", "Two!") in kinds
    assert ("source", "Dua", "Two point five") in kinds


def test_what_a_person_wrote_while_the_engine_was_at_work_stays(store: Store) -> None:
    key = translated(store, "Satu")
    (job,) = store.jobs.claim_stale(ID_EN, 1, replace(SIGNATURE, model="new"), lease())
    store.work.save(key, Save("b1s1", 1, "One", SegmentState.FINAL, Action.APPROVE), actor="sari", at=NOW)
    new = result(
        job,
        unit("b1", "Satu", "machine"),
        signature=replace(SIGNATURE, model="new"),
        continues={"b1s1": "b1s1"},
    )
    store.jobs.finish(job, new, at=NOW)
    (segment,) = store.articles.segments(key)
    assert (segment.target, segment.state, segment.machine) == ("One", SegmentState.FINAL, "machine")


def test_another_signature_makes_stale_until_the_edition_is_made_anew(store: Store) -> None:
    translated(store, "Satu")
    assert store.jobs.claim_stale(ID_EN, 9, SIGNATURE, lease()) == ()
    other = replace(SIGNATURE, glossary_digest="terms-2")
    assert store.jobs.standing({ID_EN: other}, at=NOW).stale == 1
    (job,) = store.jobs.claim_stale(ID_EN, 9, other, lease())
    assert job.signature == SIGNATURE
    made = result(job, unit("b1", "Satu", "EN: Satu"), signature=other, continues={"b1s1": "b1s1"})
    store.jobs.finish(job, made, at=NOW)
    assert store.jobs.standing({ID_EN: other}, at=NOW).stale == 0


def test_a_correction_that_comes_in_during_the_translation_is_not_lost(store: Store) -> None:
    key = receive(store, "Satu").key
    (job,) = store.jobs.claim(ID_EN, 1, lease())
    receive(store, "Satu koma dua")
    store.jobs.finish(job, result(job, unit("b1", "Satu", "One")), at=NOW)
    record = store.articles.article(key)
    assert record is not None
    assert (record.pending, record.title, record.state) == (True, "Satu koma dua", ArticleState.OPEN)
    assert [job.revision for job in store.jobs.claim(ID_EN, 1, lease())] == [2]


def test_a_run_is_on_record_with_what_it_did(store: Store) -> None:
    run = store.jobs.begin_run("here", at=NOW)
    store.jobs.end_run(run, RunReport(received=2, translated=1, failed=1), at=NOW + MINUTE)
    standing = store.jobs.standing({}, at=NOW)
    assert (standing.last_run, standing.last_success) == (NOW + MINUTE, None)

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import article, unit

from pipeline.model import BitextUnit, Edit, Edition, Flag, SegmentState, Severity, Signature
from pipeline.stages.merge import merge

FLAG = Flag("numbers", Severity.CRITICAL, "Look.")
INITIAL, TRANSLATED, REVIEWED, FINAL = SegmentState


def edition(target: str = "Rose 5 percent", state: SegmentState = INITIAL) -> Edition:
    one = replace(unit("Naik 5 persen", target), flags=(FLAG,), state=state)
    return Edition(article(("paragraph", "Naik 5 persen")), (one,), Signature("0", "echo", "echo", "", ""))


def returned(target: str, base: str | None = "Rose 5 percent", **changes: object) -> BitextUnit:
    return replace(BitextUnit("b1s1", "Naik 5 persen", target, base=base), **changes)  # type: ignore[arg-type]


def test_an_edit_is_taken_and_says_what_stood_there_before() -> None:
    merged = merge(edition(), [returned("Up 5 percent")])
    (one,) = merged.edition.units
    assert (one.target, one.state, one.flags) == ("Up 5 percent", TRANSLATED, ())
    assert one.edits[-1] == Edit("reviewer", "Rose 5 percent", "Up 5 percent")
    assert one.machine.text == "Rose 5 percent"
    assert (merged.taken, merged.conflicts, merged.missing) == (("b1s1",), (), ())


@pytest.mark.parametrize(
    ("said", "state"),
    [(INITIAL, TRANSLATED), (TRANSLATED, TRANSLATED), (REVIEWED, REVIEWED), (FINAL, REVIEWED)],
)
def test_a_file_approves_nothing_for_print(said: SegmentState, state: SegmentState) -> None:
    (one,) = merge(edition(), [returned("Up 5 percent", state=said)]).edition.units
    assert one.state is state


@pytest.mark.parametrize(
    ("here", "said", "state"),
    [
        (INITIAL, REVIEWED, REVIEWED),
        (INITIAL, INITIAL, INITIAL),
        (FINAL, REVIEWED, FINAL),
        (FINAL, INITIAL, FINAL),
    ],
)
def test_the_same_words_may_only_go_forward(
    here: SegmentState, said: SegmentState, state: SegmentState
) -> None:
    merged = merge(edition(state=here), [returned("Rose 5 percent", state=said)])
    (one,) = merged.edition.units
    assert (one.state, one.flags) == (state, (FLAG,))
    assert bool(merged.taken) is (here is not state)


def test_a_file_that_only_looks_old_changes_nothing() -> None:
    changed_here = edition("Climbed 5 percent", TRANSLATED)
    merged = merge(changed_here, [returned("Rose 5 percent", state=REVIEWED)])
    assert merged.edition == changed_here
    assert not merged.conflicts


@pytest.mark.parametrize(
    ("here", "one", "reason"),
    [
        (edition("Climbed 5 percent"), returned("Up 5 percent"), "changed here too"),
        (edition(), returned("Up 5 percent", source="Naik 6 persen"), "source is another"),
        (edition(), returned(" "), "no translation"),
        (edition(state=TRANSLATED), returned("Up 5 percent", base=None), "worked on it here"),
        (edition(), returned("Up 5 percent", key="b9s9"), "no sentence of this key"),
    ],
)
def test_what_would_overwrite_somebody_is_a_conflict(here: Edition, one: BitextUnit, reason: str) -> None:
    merged = merge(here, [one])
    assert merged.edition == here
    (conflict,) = merged.conflicts
    assert reason in conflict.reason
    assert conflict.theirs == one.target


def test_a_machines_draft_gives_way_even_where_the_file_has_lost_its_memory() -> None:
    assert merge(edition(), [returned("Up 5 percent", base=None)]).taken == ("b1s1",)


def test_two_translations_of_one_key_are_a_conflict_and_the_first_counts() -> None:
    merged = merge(edition(), [returned("Up 5 percent"), returned("Down 5 percent")])
    assert merged.edition.units[0].target == "Up 5 percent"
    assert "twice" in merged.conflicts[0].reason


def test_what_the_file_leaves_out_stays_and_is_told() -> None:
    assert merge(edition(), []).missing == ("b1s1",)

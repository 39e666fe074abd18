"""Which of a person's deeds `undo` takes back: the last one that isn't undone already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import SegmentState
from pipeline.model.work import Action, HistoryEntry, Verdict


@dataclass(frozen=True, slots=True)
class Undoable:
    """A deed, and what has to be known to take it back."""

    entry: HistoryEntry
    state_before: str
    moved_on: bool


def last_deed(history: Sequence[HistoryEntry], actor: str) -> Undoable | None:
    """Return the newest thing that `actor` did and has not undone; `history` is newest first.

    Two undos in a row take back two deeds: each one cancels the newest before it that isn't cancelled.
    """
    cancelled: Counter[str] = Counter()
    others: set[str] = set()
    for at, entry in enumerate(history):
        if entry.kind == "flag" and entry.actor == actor:
            if entry.action == Verdict.OPEN:
                cancelled[entry.flag] += 1
            elif cancelled[entry.flag]:
                cancelled[entry.flag] -= 1
            else:
                return Undoable(entry, "", moved_on=False)
        if entry.kind not in ("text", "state"):
            continue
        if entry.actor != actor:
            others.add(entry.segment_key)
        elif entry.action == Action.UNDO:
            cancelled[entry.segment_key] += 1
        elif cancelled[entry.segment_key]:
            cancelled[entry.segment_key] -= 1
        else:
            earlier = (
                one
                for one in history[at + 1 :]
                if one.segment_key == entry.segment_key and one.kind != "flag"
            )
            before = next((one.state for one in earlier), SegmentState.INITIAL)
            return Undoable(entry, before, entry.segment_key in others)
    return None

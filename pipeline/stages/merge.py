"""Put back into an edition what an editor wrote elsewhere, and overwrite nobody.

While an XLIFF lay with a translator, a colleague may have corrected the same sentence in the desk, or
the source may have been corrected under both. Where the file says how the sentence stood when it went
out, an edit is told from a text that is only old; where it doesn't, the words of a person win over the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.model import BitextUnit, Edit, Edition, SegmentState, Unit

REVIEWER = "reviewer"
"""The rule of the edit that a person made."""

_STEPS = tuple(SegmentState)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A text that was not taken, and why; `ours` is what stands, empty where there is no such sentence."""

    key: str
    reason: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The edition with the texts that were taken, whose they are, and those that were not.

    `missing` are the keys that the file doesn't have: their sentences stay as they are.
    """

    edition: Edition
    taken: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[str, ...]


def merge(edition: Edition, returned: Iterable[BitextUnit]) -> Merged:
    """Return `edition` with what came back, sentence by sentence, known by its key.

    A file can call a sentence reviewed; approving it for print is the desk's, so `final` counts as
    reviewed. Flags of a sentence whose text was taken are gone: it has to be checked again.
    """
    units = {unit.draft.segment.key: unit for unit in edition.units}
    changed: dict[str, Unit] = {}
    conflicts: list[Conflict] = []
    seen: dict[str, str] = {}
    for one in returned:
        unit = units.get(one.key)
        reason = _conflict(unit, one)
        if seen.get(one.key, one.target) != one.target:
            reason = "the file has this sentence twice, with different translations"
        seen.setdefault(one.key, one.target)
        if reason:
            conflicts.append(Conflict(one.key, reason, unit.target if unit else "", one.target))
        elif unit and (new := _with(unit, one)) != unit:
            changed[one.key] = new
    merged = replace(edition, units=tuple(changed.get(key, unit) for key, unit in units.items()))
    return Merged(merged, tuple(changed), tuple(conflicts), tuple(key for key in units if key not in seen))


def _conflict(unit: Unit | None, one: BitextUnit) -> str:
    """Say why a text can't be taken; empty where it can, or is none."""
    if unit is None:
        return "there is no sentence of this key in the edition"
    if unit.source.split() != one.source.split():
        return "the source is another one than in the file: it was corrected since, or the file was changed"
    if one.target in (unit.target, one.base):
        return ""
    if not one.target.strip():
        return "the file has no translation here; the one that stands is kept"
    if one.base is None and unit.state is not SegmentState.INITIAL:
        return "somebody has worked on it here, and the file doesn't say what it started from"
    if one.base is not None and unit.target != one.base:
        return "it was changed here too since the file went out"
    return ""


def _with(unit: Unit, one: BitextUnit) -> Unit:
    claimed = SegmentState.REVIEWED if one.state is SegmentState.FINAL else one.state
    if one.target in (unit.target, one.base):
        # Words that stand already: the file can only say that somebody has read them.
        if one.target != unit.target or _STEPS.index(claimed) <= _STEPS.index(unit.state):
            return unit
        return replace(unit, state=claimed)
    state = claimed if claimed is SegmentState.REVIEWED else SegmentState.TRANSLATED
    edits = (*unit.edits, Edit(REVIEWER, unit.target, one.target))
    return replace(unit, target=one.target, edits=edits, flags=(), state=state)

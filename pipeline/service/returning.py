"""Take back an edition that was worked on elsewhere: merge, check what is new, say what was not taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import ModuleType

from pipeline.errors import ArticleError, ConflictError
from pipeline.model import BitextUnit, Edition, Hypothesis, Unit
from pipeline.model.work import Action, Save, SegmentRecord
from pipeline.ports import Store
from pipeline.stages.check import check
from pipeline.stages.merge import Conflict, Merged, merge
from pipeline.stages.review import risk


def take_back(edition: Edition, returned: Iterable[BitextUnit], checks: Sequence[ModuleType]) -> Merged:
    """Merge what came back into `edition`, with the flags that the new texts deserve."""
    merged = merge(edition, returned)
    units = _checked(merged.edition.units, merged.taken, checks)
    return replace(merged, edition=replace(merged.edition, units=units))


def _checked(units: Sequence[Unit], taken: Collection[str], checks: Sequence[ModuleType]) -> tuple[Unit, ...]:
    """Check the units of `taken` among the others, which keep the flags that they have.

    A person's text is judged as it stands: what the machine thought of its own is nothing to it.
    """
    # A text that was only marked as read keeps its flags: they say what the reader should have seen.
    new = {unit.draft.segment.key for unit in units if unit.draft.segment.key in taken and not unit.flags}
    if not new:
        return tuple(units)
    shown = [
        replace(unit, machine=Hypothesis(unit.target), fault="") if unit.draft.segment.key in new else unit
        for unit in units
    ]
    return tuple(
        replace(unit, flags=one.flags) if unit.draft.segment.key in new else unit
        for unit, one in zip(units, check(shown, checks), strict=True)
    )


@dataclass(frozen=True, slots=True)
class Returns:
    """Takes editions back into the store, in the name of `actor`; `note` says from which file."""

    store: Store
    checks: Sequence[ModuleType]
    actor: str
    at: datetime
    note: str

    def take(self, key: str, returned: Iterable[BitextUnit]) -> Merged:
        """Merge what came back, one save a sentence, each on the version that it was read at.

        Raises:
            ArticleError: the store has no edition of this key.
        """
        records = {record.key: record for record in self.store.articles.segments(key)}
        edition = self.store.articles.edition(key)
        if edition is None:
            raise ArticleError(f"the store has no edition {key!r}")
        merged = take_back(edition, returned, self.checks)
        taken: list[str] = []
        conflicts = list(merged.conflicts)
        for unit in merged.edition.units:
            record = records.get(unit.draft.segment.key)
            if record is None or record.key not in merged.taken:
                continue
            try:
                self.store.work.save(key, self._change(unit, record), actor=self.actor, at=self.at)
            except ConflictError:
                reason = "it was changed here in this very moment"
                conflicts.append(Conflict(record.key, reason, record.target, unit.target))
            else:
                taken.append(record.key)
        return replace(merged, taken=tuple(taken), conflicts=tuple(conflicts))

    def _change(self, unit: Unit, record: SegmentRecord) -> Save:
        # Words that stay keep every flag and what people said of it; an edition has the open ones alone.
        kept = tuple(one.flag for one in record.flags)
        flags = kept if unit.target == record.target else unit.flags
        said = (unit.target, unit.state, Action.IMPORT, flags, self.note, risk(unit))
        return Save(record.key, record.version, *said)

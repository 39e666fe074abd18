"""Ask the translation memory before the engine: what a person approved is used again, and says so.

The same sentence between the same neighbours comes first, then the same sentence, then one that differs
only in its numbers and names. The edit of such a unit names the memory and how alike the two are; a check
flags whatever is not the same sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.config import MemorySettings
from pipeline.model import Direction, Draft, Edit, Hypothesis, Segment, Unit
from pipeline.model.work import MemoryEntry
from pipeline.ports import Memory
from pipeline.text.recall import MEMORY, context_of


def recall(
    drafts: Sequence[Draft], whole: Sequence[Segment], memory: Memory, settings: MemorySettings
) -> dict[str, Unit]:
    """Return the units that the memory has a translation for, by the key of their segment.

    `whole` are all segments of the article, for the sentences around each.
    """
    asked = [draft for draft in drafts if not draft.carried and draft.segment.text.strip()]
    if not settings.use or not asked:
        return {}
    direction = asked[0].direction
    known = memory.exact([draft.segment.text for draft in asked], direction)
    around = _contexts(whole)
    units: dict[str, Unit] = {}
    for draft in asked:
        key = draft.segment.key
        if entries := known.get(draft.segment.text):
            units[key] = _exact(draft, entries, around[key])
        elif unit := _alike(draft, memory, direction, settings.fuzzy):
            units[key] = unit
    return units


def _contexts(whole: Sequence[Segment]) -> dict[str, str]:
    texts = ["", *(segment.text for segment in whole), ""]
    return {segment.key: context_of(texts[place], texts[place + 2]) for place, segment in enumerate(whole)}


def _exact(draft: Draft, entries: Sequence[MemoryEntry], context: str) -> Unit:
    same = next((entry for entry in entries if entry.context == context), None)
    entry = same or entries[0]
    return _unit(draft, entry.target, entry.target, f"{MEMORY}: 101%" if same else f"{MEMORY}: 100%")


def _alike(draft: Draft, memory: Memory, direction: Direction, least: float) -> Unit | None:
    if least > 1:
        return None
    found = memory.similar(draft.segment.text, direction, limit=1, least=least)
    if not found or not found[0].fitted:
        return None
    match = found[0]
    return _unit(draft, match.entry.target, match.target, f"{MEMORY}: {match.score:.0%}")


def _unit(draft: Draft, remembered: str, target: str, rule: str) -> Unit:
    return Unit(draft, Hypothesis(remembered), target, edits=(Edit(rule, remembered, target),))

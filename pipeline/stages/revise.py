"""Find in a corrected text the sentences that were there before, wherever they stand now.

A correction of a news story changes a figure, adds a paragraph, moves a quotation up. Only what is new
has to be translated, and what a person wrote belongs to the sentence that they wrote it for.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from pipeline.model import Segment, Unit

_ALIKE = 50.0
"""How alike two sentences have to be, of 100, for the one to be a correction of the other."""


def partners(segments: Sequence[Segment], earlier: Sequence[Unit]) -> list[int | None]:
    """Return for each segment the number of the earlier unit that it carries on; no unit is given twice.

    Sentences that stayed are paired first, then those that only moved, then those that were changed
    between the same neighbours.
    """
    new = [(segment.block.kind, segment.text) for segment in segments]
    old = [(unit.kind, unit.source) for unit in earlier]
    found: list[int | None] = [None] * len(new)
    changed: list[tuple[range, range]] = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found[new_start:new_end] = range(old_start, old_end)
        else:
            changed.append((range(old_start, old_end), range(new_start, new_end)))
    free = dict.fromkeys(number for olds, _ in changed for number in olds)
    _pair_moved(new, old, found, free)
    for olds, news in changed:
        _pair_changed([number for number in olds if number in free], news, (new, old), found)
    return found


_Line = tuple[str, str]


def _pair_moved(
    new: Sequence[_Line], old: Sequence[_Line], found: list[int | None], free: dict[int, None]
) -> None:
    waiting: dict[_Line, list[int]] = {}
    for number in free:
        waiting.setdefault(old[number], []).append(number)
    for place, line in enumerate(new):
        if found[place] is None and waiting.get(line):
            found[place] = waiting[line].pop(0)
            del free[found[place]]  # type: ignore[arg-type] # set on the line before


def _pair_changed(
    olds: list[int], news: range, texts: tuple[Sequence[_Line], Sequence[_Line]], found: list[int | None]
) -> None:
    """Pair what was changed in place, in order, each with the most alike that is left."""
    new, old = texts
    for place in news:
        if found[place] is not None:
            continue
        likeness = {number: fuzz.ratio(new[place][1], old[number][1]) for number in olds}
        best = max(likeness, key=lambda number: likeness[number], default=None)
        if best is not None and likeness[best] >= _ALIKE:
            found[place] = best
            olds = [number for number in olds if number > best]

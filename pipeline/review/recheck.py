"""The checks over one sentence while it is being changed, with the rest of its article around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from pipeline.model import Edition, Flag
from pipeline.stages.check import check
from pipeline.stages.review import risk


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What the checks say of a new text."""

    flags: tuple[Flag, ...]
    risk: float


def recheck(edition: Edition, segment_key: str, text: str, checks: Sequence[ModuleType]) -> Rechecked:
    """Check `text` as the translation of a segment of `edition`; nothing is changed.

    The checks of one sentence see only this one, those of a whole edition see all of them: a name that
    is spelled otherwise in the headline is found while it is being typed.

    Raises:
        KeyError: the edition has no such segment.
    """
    units = [replace(unit, flags=()) for unit in edition.units]
    position = next((at for at, unit in enumerate(units) if unit.draft.segment.key == segment_key), None)
    if position is None:
        raise KeyError(segment_key)
    units[position] = replace(units[position], target=text)
    alone = [module for module in checks if hasattr(module, "check")]
    wide = [module for module in checks if hasattr(module, "check_edition")]
    around = check(units, wide)[position]
    (unit,) = check([around], alone)
    return Rechecked(unit.flags, risk(unit))

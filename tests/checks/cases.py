"""One way to run a check's table of (source, target, flags expected)."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from builders import unit

from pipeline.model import BlockKind, TermMatch, Unit
from pipeline.stages.check import check


def severities(
    module: ModuleType,
    source: str,
    target: str,
    kind: BlockKind | str = BlockKind.PARAGRAPH,
    matches: Sequence[TermMatch] = (),
) -> list[str]:
    """Return the severities of the flags that one check puts on one pair."""
    return of_units(module, [unit(source, target, kind, matches=matches)])[0]


def of_units(module: ModuleType, units: Sequence[Unit]) -> list[list[str]]:
    """Return the severities of the flags that one check puts on each unit."""
    return [[str(flag.severity) for flag in one.flags] for one in check(units, [module])]

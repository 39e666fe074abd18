"""Run every check over the units and write what they found on them as flags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import ModuleType

from pipeline.model import Finding, Flag, Severity, Unit

_ORDER = tuple(Severity)


def check(units: Sequence[Unit], checks: Sequence[ModuleType], *, together: bool = True) -> tuple[Unit, ...]:
    """Return the units with their flags, the worst first.

    A check with `check(unit)` sees one unit at a time, and carried units (a credit, a masthead)
    only if it says `CARRIED = True`; one with `check_edition(units)` sees them all.
    Loose sentences, not `together`, are each an edition of their own.
    A check that raises becomes a flag of that check where it raised, and all the others go on.
    """
    flags: list[set[Flag]] = [set(unit.flags) for unit in units]
    for position, flag in _flags(units, checks, together=together):
        flags[position].add(flag)
    return tuple(
        replace(unit, flags=tuple(sorted(found, key=_rank))) if found else unit
        for unit, found in zip(units, flags, strict=True)
    )


def _flags(
    units: Sequence[Unit], checks: Sequence[ModuleType], *, together: bool
) -> Iterator[tuple[int, Flag]]:
    whole = [module for module in checks if hasattr(module, "check_edition")]
    alone = [module for module in checks if hasattr(module, "check")]
    carried = [module for module in alone if getattr(module, "CARRIED", False)]
    if together:
        for module in whole:
            yield from _guarded(module, module.check_edition(units), 0)
    # Unit by unit, not check by check: what one check parsed is still at hand for the next.
    for position, unit in enumerate(units):
        for module in () if together else whole:
            found = module.check_edition([unit])
            yield from _guarded(module, ((position, finding) for _, finding in found), position)
        for module in carried if unit.draft.carried else alone:
            yield from _guarded(module, ((position, finding) for finding in module.check(unit)), position)


def _guarded(
    module: ModuleType, found: Iterator[tuple[int, Finding]], position: int
) -> Iterator[tuple[int, Flag]]:
    name = module.__name__.rpartition(".")[2]
    try:
        for at, finding in found:
            severity = finding.severity or module.SEVERITY
            yield at, Flag(name, severity, finding.message, finding.source, finding.target)
    except Exception as error:  # noqa: BLE001 - a fault of one check must not hide what the others see
        problem = f"{type(error).__name__}: {error}"
        message = f"The check “{name}” failed here ({problem}): look at this sentence yourself."
        yield position, Flag(name, Severity.MAJOR, message)


def _rank(flag: Flag) -> tuple[int, str, int, int, str]:
    source = flag.source_span.start if flag.source_span else -1
    target = flag.target_span.start if flag.target_span else -1
    return _ORDER.index(flag.severity), flag.check, source, target, flag.message

"""Run every check over the units and write what they found on them as flags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import ModuleType

from pipeline.model import Finding, Flag, Severity, Unit

_ORDER = tuple(Severity)


def check(units: Sequence[Unit], checks: Sequence[ModuleType], *, together: bool = True) -> tuple[Unit, ...]:
    """Return the units with their flags, the worst first.

    A check with `check(unit)` sees one unit at a time, and carried units (a credit, a masthead)
    only if it says `CARRIED = True`; one with `check_edition(units)` sees them all.
    Loose sentences, not `together`, are each an edition of their own.
    What a check says several times of one unit is one flag that gives their number.
    A check that raises becomes a flag of that check where it raised, and all the others go on.
    """
    flags: list[set[Flag]] = [set(unit.flags) for unit in units]
    whole = [module for module in checks if hasattr(module, "check_edition")]
    alone = [module for module in checks if hasattr(module, "check")]
    carried = [module for module in alone if getattr(module, "CARRIED", False)]
    if together:
        for module in whole:
            _check_edition(module, units, flags)
    # Unit by unit, not check by check: what one check parsed is still at hand for the next.
    for unit, found in zip(units, flags, strict=True):
        for module in () if together else whole:
            _check_edition(module, [unit], [found])
        for module in carried if unit.draft.carried else alone:
            try:
                for finding in module.check(unit):
                    found.add(_flag(module, finding))
            except Exception as error:  # noqa: BLE001 - a fault of one check must not hide what the others see
                found.add(_fault(module, error))
    return tuple(
        replace(unit, flags=_merged(found)) if found else unit
        for unit, found in zip(units, flags, strict=True)
    )


def _merged(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Put the worst first, and make one flag, at the first place, of those that say the same.

    A name that a table of results has 351 times is one thing to look at.
    """
    alike: dict[tuple[str, Severity, str], list[Flag]] = {}
    for flag in sorted(flags, key=_rank):
        alike.setdefault((flag.check, flag.severity, flag.message), []).append(flag)
    return tuple(
        replace(same[0], message=f"{message} (In {len(same)} places here.)") if len(same) > 1 else same[0]
        for (_, _, message), same in alike.items()
    )


def _check_edition(module: ModuleType, units: Sequence[Unit], flags: Sequence[set[Flag]]) -> None:
    """Add what a check finds in all units together; its fault stands at the first."""
    try:
        for position, finding in module.check_edition(units):
            flags[position].add(_flag(module, finding))
    except Exception as error:  # noqa: BLE001 - as above
        flags[0].add(_fault(module, error))


def _flag(module: ModuleType, finding: Finding) -> Flag:
    severity = finding.severity or module.SEVERITY
    return Flag(_name(module), severity, finding.message, finding.source, finding.target)


def _fault(module: ModuleType, error: Exception) -> Flag:
    name = _name(module)
    problem = f"{type(error).__name__}: {error}"
    message = f"The check “{name}” failed here ({problem}): look at this sentence yourself."
    return Flag(name, Severity.MAJOR, message)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _rank(flag: Flag) -> tuple[int, str, int, int, str]:
    source = flag.source_span.start if flag.source_span else -1
    target = flag.target_span.start if flag.target_span else -1
    return _ORDER.index(flag.severity), flag.check, source, target, flag.message

"""The doer became the one it was done to.

`Truk itu ditabrak kereta` printed as `the truck hit a train` blames the driver; `Rusia menuduh
Ukraina` the other way round is another story.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.roles import swapped

SEVERITY = Severity.CRITICAL


def check(unit: Unit) -> Iterator[Finding]:
    """Compare doer and sufferer of each clause that is plain on both sides."""
    if set(unit.direction) != {"id", "en"}:
        return
    from_indonesian = unit.direction.source == "id"
    texts = (unit.source, unit.target) if from_indonesian else (unit.target, unit.source)
    found = swapped(*texts)
    if found:
        source, target = found if from_indonesian else found[::-1]
        yield Finding(
            f"“{source.of(unit.source)}” and “{target.of(unit.target)}”: who does it to whom seems to have changed.",
            source,
            target,
        )

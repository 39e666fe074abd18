"""Words on one side to which no word of the other pays attention.

A model that reads `The meeting went on.` with `Rapat berlanjut sampai larut malam.` at its side never
looks at `sampai larut malam`: nothing in the translation comes from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit

SEVERITY = Severity.MINOR

_ODD = 2.5
"""Standard deviations above what right translations show."""


def check(unit: Unit) -> Iterator[Finding]:
    """Say where the models' attention is missing."""
    said = {signal.name: signal for signal in unit.signals}
    if (left := said.get("unattended source")) and left.value >= _ODD and left.source:
        words = left.source.of(unit.source)
        yield Finding(f"Nothing in the translation seems to come from “{words}”.", left.source)
    if (added := said.get("unattended target")) and added.value >= _ODD and added.target:
        words = added.target.of(unit.target)
        yield Finding(f"Nothing in the source seems to lead to “{words}”.", None, added.target)

"""Words that a model did not expect: something may be left out, invented, or cut off.

The reverse model reads `the government asked` and does not expect `, tetapi pembahasannya ditunda`; the
forward model does not expect `, sparking protests` after a sentence on prices. People leave out and
invent too, so whoever translated is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit

SEVERITY = Severity.MINOR

_ODD = 3.0
"""Standard deviations above what right translations show: about one right sentence in a hundred."""


def check(unit: Unit) -> Iterator[Finding]:
    """Say in words what the models' probabilities say in numbers."""
    said = {signal.name: signal for signal in unit.signals}
    if (omitted := said.get("omitted")) and omitted.value >= _ODD and omitted.source:
        words = omitted.source.of(unit.source)
        yield Finding(
            f"From the translation nobody would expect “{words}”: see that it is said.", omitted.source
        )
    if (invented := said.get("invented")) and invented.value >= _ODD and invented.target:
        words = invented.target.of(unit.target)
        yield Finding(
            f"From the source nobody would expect “{words}”: see who says so.", None, invented.target
        )
    if (end := said.get("end")) and end.value >= _ODD:
        yield Finding("The translation ends where nobody would expect it: something may be cut off.")

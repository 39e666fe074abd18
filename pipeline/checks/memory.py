"""The translation was made for another sentence.

`Naik 5 persen` was approved last week, and its translation was used for `Naik 7 persen` with the figure
changed: most likely right, but nobody has approved this sentence yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit
from pipeline.text.recall import MEMORY

SEVERITY = Severity.MAJOR


def check(unit: Unit) -> Iterator[Finding]:
    """Flag what the memory gave for a sentence that is only like this one."""
    for edit in unit.edits:
        alike = edit.rule.removeprefix(f"{MEMORY}: ")
        if alike != edit.rule and alike not in ("100%", "101%"):
            yield Finding(
                f"From the translation memory, for a sentence that is {alike} like this one: read it."
            )

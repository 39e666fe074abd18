"""The engine doubts its own translation.

A Marian model that guesses (`dorongan Cina` as a lone subhead) gives its words a low probability
long before a rule can say what is wrong.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit

SEVERITY = Severity.MINOR

_UNSURE, _GUESSING = 2.5, 4.5
"""Standard deviations above the doubt that this engine has about sentences which it gets right."""

_TOKEN = -6.0
"""A single token this unlikely is mostly a name or a number that the model made up."""


def check(unit: Unit) -> Iterator[Finding]:
    """Judge the mean score by what is usual for this model, then the worst token."""
    doubt = next((signal.value for signal in unit.signals if signal.name == "doubt"), 0.0)
    if doubt >= _UNSURE and unit.machine.score is not None:
        sure = f"{math.exp(unit.machine.score):.0%}"
        yield Finding(
            f"The engine is unsure of this translation (its words are on average {sure} likely): "
            "compare it with the source word by word.",
            severity=Severity.MAJOR if doubt >= _GUESSING else Severity.MINOR,
        )
    elif unit.machine.token_scores and min(unit.machine.token_scores) < _TOKEN:
        yield Finding("The engine guessed at least one word here: look at the names and rare words.")

"""The engine doubts its own translation.

A Marian model that guesses (`dorongan Cina` as a lone subhead) gives its words a low probability
long before a rule can say what is wrong.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Unit

SEVERITY = Severity.MINOR

MEAN_MINOR = -1.0
MEAN_MAJOR = -1.6
"""Mean log-probability a token: below, the bundled model is wrong more often than right."""

TOKEN_MINOR = -6.0
"""A single token this unlikely is mostly a name or a number that the model made up."""


def check(unit: Unit) -> Iterator[Finding]:
    """Judge the mean score, then the worst token."""
    score = unit.machine.score
    if score is not None and score < MEAN_MINOR:
        sure = f"{math.exp(score):.0%}"
        yield Finding(
            f"The engine is unsure of this translation (its words are on average {sure} likely): "
            "compare it with the source word by word.",
            severity=Severity.MAJOR if score < MEAN_MAJOR else Severity.MINOR,
        )
    elif unit.machine.token_scores and min(unit.machine.token_scores) < TOKEN_MINOR:
        yield Finding("The engine guessed at least one word here: look at the names and rare words.")

"""The rule checks alone, over sentence pairs of the corpus: no model is asked, and one core does it.

Reading tables and compiling expressions counts too, as it does for whoever checks a translator's file.
"""

from __future__ import annotations

import time

from pipeline import bootstrap
from pipeline.bench.articles import pairs
from pipeline.bench.scope import Row, Scope
from pipeline.service.checking import Checker, Pair

TITLE = "Rule checks alone"

_MOST, _TIMES = 10_000, 40
"""Pairs that are checked at most, and how many for each sentence that goes through an engine."""


def measure(scope: Scope) -> list[Row]:
    """Check right pairs one batch after the other, in processor seconds."""
    found = pairs(scope.direction, min(_MOST, _TIMES * scope.sentences))
    settings = scope.settings
    terms, checks = bootstrap.build_terms(settings, scope.direction), bootstrap.build_checks(settings)
    checker = Checker(scope.direction, terms, checks)
    started = time.process_time()
    units = checker.check_pairs([Pair(*one) for one in found])
    seconds = time.process_time() - started
    return [
        {
            "pairs": len(found),
            "flags": sum(len(unit.flags) for unit in units),
            "processor s": round(seconds, 2),
            "s for 10,000": round(seconds * 10_000 / len(found), 2),
        }
    ]

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import unit

from pipeline.checks import memory
from pipeline.model import Edit


@pytest.mark.parametrize(
    ("rule", "flagged"),
    [("memory: 99%", True), ("memory: 100%", False), ("memory: 101%", False), ("term", False)],
)
def test_what_was_approved_for_another_sentence_is_flagged(rule: str, flagged: bool) -> None:
    made = replace(
        unit("Naik 7 persen.", "Up 7 percent."), edits=(Edit(rule, "Up 5 percent.", "Up 7 percent."),)
    )
    assert bool(list(memory.check(made))) is flagged

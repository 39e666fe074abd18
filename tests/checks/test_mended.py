from __future__ import annotations

from dataclasses import replace

from builders import unit

from pipeline.checks import mended
from pipeline.model import Edit


def test_a_value_that_a_rule_put_right_is_read_by_a_person() -> None:
    made = replace(
        unit("pukul 04.35", "at 4:35 a.m."),
        edits=(Edit("value", "4:43 p.m.", "4:35 a.m."), Edit("time", "x", "y")),
    )
    (finding,) = mended.check(made)
    assert "“4:43 p.m.”" in finding.message
    assert finding.target is not None
    assert finding.target.of(made.target) == "4:35 a.m."

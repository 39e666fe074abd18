from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import addition, omission

WHOLE = "Pemerintah menyetujui anggaran itu, tetapi parlemen menunda pembahasan sampai bulan depan."
RIGHT = "The government approved the budget, but parliament put off the debate until next month."
CUT = "The government approved the budget."
PASSIVE = "The budget was approved by the government; its discussion in parliament was delayed to next month."


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (WHOLE, RIGHT, []),
        (WHOLE, PASSIVE, []),
        (WHOLE, CUT, ["major"]),
        (WHOLE, "", []),
        ("Usai.", "Over.", []),
    ],
)
def test_every_clause_is_said(source: str, target: str, expected: list[str]) -> None:
    assert severities(omission, source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (WHOLE, RIGHT, []),
        ("Pemerintah menyetujui anggaran itu.", RIGHT, ["major"]),
        ("Bandara ditutup.", "The airport was closed.", []),
        ("", "The airport was closed.", []),
    ],
)
def test_nothing_is_said_that_nobody_wrote(source: str, target: str, expected: list[str]) -> None:
    assert severities(addition, source, target) == expected

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import unit
from checks.cases import of_units

from pipeline.checks import surprise, unattended
from pipeline.model import Signal, Span, Unit

PAIR = unit("Rapat berlanjut sampai larut malam.", "The meeting went on, a minister said.")


def said(name: str, value: float) -> Unit:
    signal = Signal(name, value, Span(16, 35), Span(21, 37))
    return replace(PAIR, signals=(signal,))


@pytest.mark.parametrize("name", ["omitted", "invented", "end"])
def test_what_surprises_a_model_is_said_in_words(name: str) -> None:
    assert of_units(surprise, [said(name, 4.0), said(name, 1.0)]) == [["minor"], []]


@pytest.mark.parametrize("name", ["unattended source", "unattended target"])
def test_what_no_word_attends_to_is_said_in_words(name: str) -> None:
    assert of_units(unattended, [said(name, 4.0), said(name, 1.0)]) == [["minor"], []]


def test_without_a_model_nothing_is_said() -> None:
    assert of_units(surprise, [PAIR]) == of_units(unattended, [PAIR]) == [[]]

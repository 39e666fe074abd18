from __future__ import annotations

import pytest
from builders import EN_ID, unit

from pipeline.model import Edit
from pipeline.stages.caption import caption


@pytest.mark.parametrize(
    ("source", "said", "wanted"),
    [
        ("Menteri (kiri) hadir.", "The minister (kiri) attended.", "The minister (left) attended."),
        ("Wali (Kiri) dan Ani (kanan)", "Mayor (Kiri) and Ani (kanan)", "Mayor (left) and Ani (right)"),
        ("Ani (kedua dari kiri)", "Ani ( kedua dari kiri)", "Ani ( second from left)"),
        ("Menteri (kiri) hadir.", "The minister (left) attended.", "The minister (left) attended."),
        ("Partai kiri (47)", "The kiri party (47)", "The kiri party (47)"),
    ],
)
def test_a_position_left_in_brackets_is_translated(source: str, said: str, wanted: str) -> None:
    made = caption(unit(source, said, "caption"))
    assert made.target == wanted
    assert made.machine.text == said
    assert (said == wanted) == (not made.edits)


def test_every_change_is_an_edit_and_works_both_ways() -> None:
    made = caption(unit("Kishida (left)", "Kishida (left)", "caption", direction=EN_ID))
    assert (made.target, made.edits) == ("Kishida (kiri)", (Edit("position", "left", "kiri"),))

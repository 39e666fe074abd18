from __future__ import annotations

from datetime import UTC, datetime

import pytest
from builders import EN_ID, unit

from pipeline.config import load_settings
from pipeline.stages.localise import localise

STYLE = load_settings(environment={}).style
PUBLISHED = datetime(2023, 3, 21, tzinfo=UTC)

ROWS = [
    ("naik 2,56 persen", "rose 2,56 percent", "rose 2.56 percent"),
    ("pada Senin (20/3) pagi", "on Monday (20/3) morning", "on Monday (March 20) morning"),
    ("pada Senin (20/12/2021)", "on Monday (20/12/2021)", "on Monday (December 20, 2021)"),
    ("pukul 10.30 WITA", "at 10.30 WITA", "at 10:30 a.m. WITA"),
    ("Rp 1,5 triliun", "Rp 1,5 triliun", "Rp 1.5 trillion"),
    ("1.500 orang", "1.500 people", "1,500 people"),
    ("3,7 juta ton", "3,7 million tons", "3.7 million tons"),
    ("5 persen", "5%", "5 percent"),
    ("20 Maret 2020", "20 March 2020", "March 20, 2020"),
    ("14-19 Maret 2023", "March 14-19, 2023", "March 14-19, 2023"),
    ("tiga orang", "three people", "three people"),
    ("Kamis (8/6/2022)", "Thursday (July 8, 2022)", "Thursday (June 8, 2022)"),
    ("pukul 04.35 WIB", "at 4:43 p.m. WIB", "at 4:35 a.m. WIB"),
    ("12 orang dan 17 rumah", "10 people and 15 houses", "10 people and 15 houses"),
    ("Rp 2 miliar", "2 billion rupiah", "2 billion rupiah"),
    ("2,3 miliar", "2.3 million", "2.3 billion"),
]


@pytest.mark.parametrize(("source", "target", "wanted"), ROWS)
def test_quantities_come_out_right_and_in_house_form(source: str, target: str, wanted: str) -> None:
    first = localise(unit(source, target), STYLE, PUBLISHED)
    assert first.target == wanted
    assert bool(first.edits) == (target != wanted)
    assert localise(first, STYLE, PUBLISHED) == first


def test_english_quantities_come_out_in_indonesian_form() -> None:
    made = unit("It rose 2.56 percent to 1,500.", "Naik 2.56 persen menjadi 1,500.", direction=EN_ID)
    assert localise(made, STYLE, PUBLISHED).target == "Naik 2,56 persen menjadi 1.500."


def test_the_machines_text_stays_as_it_was() -> None:
    made = localise(unit("naik 2,5 persen", "rose 2,5 percent"), STYLE, None)
    assert made.machine.text == "rose 2,5 percent"
    assert [(edit.rule, edit.before, edit.after) for edit in made.edits] == [("percent", "2,5", "2.5")]

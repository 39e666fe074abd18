from __future__ import annotations

import pytest
from builders import EN_ID, unit
from checks.cases import of_units, severities

from pipeline.checks import certainty

CASES = [
    ("Ia diduga menerima suap.", "He allegedly took bribes.", []),
    ("Ia diduga menerima suap.", "He is accused of taking bribes.", []),
    ("Ia diduga menerima suap.", "He took bribes.", ["critical"]),
    ("Tersangka diduga menerima suap.", "The suspect took bribes.", ["critical"]),
    ("Itu tidak mungkin.", "That is not so.", []),
    ("Ia terancam hukuman mati.", "He faces the death penalty.", []),
    ("Polisi akan menahan sopir itu.", "Police have detained the driver.", ["major"]),
    ("Polisi akan menahan sopir itu.", "Police plan to detain the driver.", []),
    ("Toko buka Mei, akan ramai.", "The shop opens in May.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_what_is_alleged_stays_alleged(source: str, target: str, expected: list[str]) -> None:
    assert severities(certainty, source, target) == expected


def test_both_directions_are_compared() -> None:
    pair = unit("The man allegedly took bribes.", "Pria itu menerima suap.", direction=EN_ID)
    assert of_units(certainty, [pair]) == [["critical"]]

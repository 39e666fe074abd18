from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import direction

CASES = [
    ("Harga beras naik.", "Rice prices rose.", []),
    ("Harga beras naik.", "Rice prices are up.", []),
    ("Harga naik setelah turun.", "Prices fell, then rose.", []),
    ("Stok tidak aman.", "Stocks are unsafe.", []),
    ("Menteri (kiri) hadir.", "The minister (left) attended.", []),
    ("Presiden turun tangan.", "The president raised the matter.", []),
    ("Hujan deras turun semalam.", "Up to 80 millimeters of rain fell overnight.", []),
    ("Saham turun 2 persen.", "Shares ended up 2 percent.", ["critical"]),
    ("Berat badannya turun.", "She lost weight after giving up beer.", []),
    ("Harga beras naik.", "Rice prices fell.", ["critical"]),
    ("Menteri (kiri) hadir.", "The minister (right) attended.", ["critical"]),
    ("Ia tiba sebelum rapat.", "He arrived after the meeting.", ["critical"]),
    ("Ekspor sawit berhenti.", "Palm oil imports stopped.", ["critical"]),
    ("Indonesia menang di final.", "Indonesia lost in the final.", ["critical"]),
    ("Ini pasar terbesar di Jakarta.", "It is the smallest market in Jakarta.", ["critical"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_up_stays_up(source: str, target: str, expected: list[str]) -> None:
    assert severities(direction, source, target) == expected

from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import negation

CASES = [
    ("Polisi tidak menembak.", "Police did not fire.", []),
    ("Ia tidak hadir.", "He was absent.", []),
    ("Pemerintah belum memutuskan.", "The government has yet to decide.", []),
    ("Pertemuan itu tidak aman.", "The meeting was unsafe.", []),
    ("Tidak hanya murah, beras itu enak.", "The rice is both cheap and tasty.", []),
    ("Menteri itu gagal hadir.", "The minister did not attend.", []),
    ("Ia mengemudi tanpa izin.", "He drove without a license.", []),
    ("Belum lama ini ia pulang.", "He recently went home.", []),
    ("Bayar paling lambat Senin.", "Pay no later than Monday.", []),
    ("Warga membantah kabar itu.", "Residents said the report was not true.", []),
    ("Polisi tidak menembak.", "Police fired.", ["critical"]),
    ("Jangan buka pintu itu.", "Open that door.", ["critical"]),
    ("Pemerintah belum memutuskan soal itu.", "The government has decided on the matter.", ["critical"]),
    ("Surat itu dijawab.", "The letter was not answered.", ["critical"]),
    ("Ia datang tanpa pengawal.", "He came with guards.", ["critical"]),
    ("Polisi menolak, tetapi warga tidak pulang.", "Police refused, but residents went home.", ["critical"]),
    ("Polisi tidak menembak.", "", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_negation_stays_one(source: str, target: str, expected: list[str]) -> None:
    assert severities(negation, source, target) == expected

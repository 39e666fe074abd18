from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import unit
from checks.cases import severities

from pipeline.checks import references
from pipeline.model import Direction, Unit
from pipeline.stages.check import check

CHANGED = [
    ("Pengaduan melalui 0812-3456-7890.", "Complaints go to 0812-3456-7980."),
    ("Hubungi (021) 555-0147 untuk memesan.", "Call +62 21 555 0174 to book."),
    ("Mobil bernomor polisi B 1234 XYZ itu ditemukan.", "The car with license plate B 1243 XYZ was found."),
    ("Hal itu diatur dalam UU No. 17/2014.", "That is regulated in Law No. 71 of 2014."),
    ("Ia dijerat Pasal 340 KUHP.", "He was charged under Article 304 of the Criminal Code."),
    ("Putusan 90/PUU-XXI/2023 dibacakan.", "Ruling 90/PUU-XXI/2032 was read out."),
    ("Donasi dikirim ke rekening 7012345678.", "Donations go to account 7012354678."),
    ("Maskapai itu membeli sepuluh A320 baru.", "The airline bought ten new A350 jets."),
    ("Jet tempur F-16 itu mendarat.", "The F-15 fighter jet landed."),
    ("Warga RT 05/RW 03 mengungsi.", "Residents of RT 5/RW 8 fled."),
]
RIGHT = [
    ("Pengaduan melalui 0812-3456-7890.", "Complaints go to +62 812 3456 7890."),
    ("Pengaduan melalui 081234567890.", "Complaints go to 0812 3456 7890."),
    ("Pengaduan melalui 6281234567890.", "Complaints go to 0812-3456-7890."),
    ("Hubungi (021) 555-0147 untuk memesan.", "Call +62 21 5550147 to book."),
    ("Mobil bernomor polisi B 1234 XYZ itu ditemukan.", "The car, plate B1234XYZ, was found."),
    ("Hal itu diatur dalam UU No. 17/2014.", "That is regulated in Law Number 17 of 2014."),
    ("Hal itu diatur dalam UU No. 17 Tahun 2014.", "The 2014 law, No. 17, regulates that."),
    ("Ia dijerat Pasal 27 ayat (3) UU ITE.", "He was charged under Article 27(3) of the ITE Law."),
    ("Warga RT 05/RW 03 mengungsi.", "Residents of RT 5/RW 3 fled."),
    ("Pertemuan G20 digelar di Bali.", "The Group of 20 met in Bali."),
    ("Laba pada kuartal ketiga 2025 naik.", "Profit rose in Q3 2025."),
    ("Hal itu diatur dalam Pasal 2.", "Article Two regulates that."),
    ("Donasi dikirim ke rekening 7012345678.", "Donations go to account 701-234-5678."),
    ("Pandemi Covid-19 mereda.", "The pandemic eased."),
    ("Pandemi Covid-19 membuat Boeing 737 menganggur.", "The pandemic idled the Boeing 737."),
    ("Ikuti @desk24 di www.contoh.id/2024.", "Follow @desk42 on www.contoh.id/2042."),
    ("Sebanyak 38 orang hadir.", "As many as 83 people came."),
]


@pytest.mark.parametrize(("source", "target"), CHANGED)
def test_another_digit_is_another_name(source: str, target: str) -> None:
    assert severities(references, source, target) == ["critical"]
    assert [len(one.flags) for one in _turned(source, target)] == [1]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_number_may_be_written_otherwise(source: str, target: str) -> None:
    assert severities(references, source, target) == []
    assert [len(one.flags) for one in _turned(source, target)] == [0]


def _turned(source: str, target: str) -> Sequence[Unit]:
    return check([unit(target, source, direction=Direction("en", "id"))], [references])

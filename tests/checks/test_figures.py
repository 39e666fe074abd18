from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import dates, numbers, weekdays

CASES = [
    ("Sebanyak 500 ribu orang hadir.", "As many as 500,000 people came.", []),
    ("Tiga orang tewas.", "Three people died.", []),
    ("Harganya Rp 1,5 triliun.", "It costs Rp 1.5 trillion.", []),
    ("Ekonomi tumbuh 5,1 persen.", "The economy grew 5.1%.", []),
    ("Pria berusia 47 tahun itu pulang.", "The 47-year-old man went home.", []),
    ("Pelantikan presiden ke-8 hari ini.", "The eighth president is sworn in today.", []),
    ("Skor akhir 2-1.", "The final score was 2-1.", []),
    ("Vaksin untuk calon nomor urut 2.", "A vaccine for candidate No. 2.", []),
    ("Kota seribu kelenteng.", "The city of a thousand temples.", []),
    ("Produksi 2,3 miliar ton.", "Production of 2.3 million tons.", ["critical"]),
    ("Sebanyak 1.500 orang hadir.", "As many as 1.5 people came.", ["critical"]),
    ("Ekonomi tumbuh 5,1 persen.", "The economy grew 5.1 percentage points.", ["critical"]),
    ("Harganya Rp 20.000.", "It costs $20,000.", ["critical"]),
    ("Jaraknya 12 kilometer.", "The distance is 12 miles.", ["critical"]),
    ("Skor akhir 2-1.", "The final score was 3-1.", ["critical"]),
    ("Anginnya 145 kilometer per jam.", "The wind came at 145 in the evening.", ["critical"]),
    ("Ini rekornya yang ke-17 tahun ini.", "Its record is 17 years.", ["critical"] * 2),
    ("Harga naik sepanjang 2010-an.", "Prices rose in 2010.", ["major"]),
    ("Ia menunggu dua pekan.", "She waited a fortnight.", []),
    ("Ia menunggu dua tahun.", "She waited a couple of years.", []),
    ("Suhu mencapai 45 derajat Celsius.", "It hit 45C in the desert.", []),
    ("Cabainya Rp 80.000 satu kilogram.", "The chilies cost Rp 80,000/kg.", []),
    ("Ia menunggu dua pekan.", "She waited overnight.", ["major"]),
    ("Suku bunga turun setengah persen.", "Interest rates came down.", ["major"]),
    ("Tiga orang tewas.", "People died.", ["major"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_figures_keep_their_value(source: str, target: str, expected: list[str]) -> None:
    assert severities(numbers, source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Rapat digelar Senin (20/3/2023).", "The meeting was held on Monday, March 20, 2023.", []),
        ("Pukul 19.30 WIB.", "7:30 p.m. WIB.", []),
        ("Rapat digelar Senin (5/6/2023).", "The meeting was held on May 6, 2023.", ["critical"]),
        ("Ia lahir pada 1998.", "He was born in 1998.", []),
        ("Sidang digelar tanggal 19.", "The hearing is on the 19th.", []),
        ("Sidang digelar tanggal 19.", "The hearing is on May 19.", []),
        ("Tanggal 31 ia pergi.", "On the 31st, she left.", []),
        ("Gaji dibayar tanggal 1 setiap bulan.", "Wages are paid on the first of every month.", []),
        ("Puasa dimulai tanggal 1 Ramadan.", "The fast begins on Ramadan 1.", []),
        ("Dari abad ke-19 hingga ke-20.", "From the 19th to the 20th century.", []),
        ("Sidang digelar tanggal 19.", "The hearing is in the 19th century.", ["major"]),
        ("Rapat pukul 18.30 IST.", "The meeting is at 6:30 p.m. WIB.", ["critical"]),
    ],
)
def test_dates_and_times_keep_their_value(source: str, target: str, expected: list[str]) -> None:
    assert severities(dates, source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Rapat digelar Selasa.", "The meeting was held on Tuesday.", []),
        ("Rapat digelar pekan lalu.", "The meeting was held last Tuesday.", []),
        ("Dua minggu kemudian.", "Two weeks later.", []),
        ("Sampai Juli.", "Until July.", []),
        ("Omzetnya naik setiap malam Minggu.", "Sales rise every Saturday night.", []),
        ("TUTUP PADA MALAM MINGGU", "CLOSED ON SATURDAY NIGHT", []),
        ("Api padam tengah malam Minggu.", "The fire was out at midnight Sunday.", []),
        ("Rapat digelar Minggu malam.", "The meeting was held on Saturday night.", ["critical"]),
        ("Rapat digelar Selasa.", "The meeting was held on Thursday.", ["critical"]),
        ("JAKARTA, SENIN", "JAKARTA, FRIDAY", ["critical"]),
        ("Sampai Juli.", "Until June.", ["critical"]),
    ],
)
def test_days_and_months_stay_themselves(source: str, target: str, expected: list[str]) -> None:
    assert severities(weekdays, source, target) == expected

"""Money, percentages and measures."""

from __future__ import annotations

import pytest
from showing import read, rows

INDONESIAN = """
Rp 1,5 triliun | money 1500000000000 IDR
Rp1,5 triliun | money 1500000000000 IDR
Rp. 20.000 | money 20000 IDR
Rp20.000 | money 20000 IDR
Rp 20.000,- | money 20000 IDR
Rp 20 ribu | money 20000 IDR
Rp1,5 T | money 1500000000000 IDR
Rp 2 M | money 2000000000 IDR
Rp 750 jt | money 750000000 IDR
Rp 50 rb | money 50000 IDR
Rp 1.246,9 triliun | money 1246900000000000 IDR
Rp 2 juta 500 ribu | money 2500000 IDR
IDR 20 miliar | money 20000000000 IDR
1,5 triliun rupiah | money 1500000000000 IDR
seratus ribu rupiah | money 100000 IDR
Rp 5-7 juta | money 5000000 IDR; money 7000000 IDR
Rp 5 juta-Rp 7 juta | money 5000000 IDR; money 7000000 IDR
Rp 500 ribu hingga Rp 1 juta | money 500000 IDR; money 1000000 IDR
dari Rp 12.000 menjadi Rp 6.000 | money 12000 IDR; money 6000 IDR
Rp 15.400 per dolar AS | money 15400 IDR
US$ 33.180 | money 33180 USD
US$2,5 miliar | money 2500000000 USD
USD 5 juta | money 5000000 USD
1,1 juta dolar AS | money 1100000 USD
4,7 miliar dollar AS | money 4700000000 USD
94 dolar per barel | money 94 USD
368 miliar dollar Australia | money 368000000000 AUD
268 miliar-368 miliar dollar Australia | money 268000000000 AUD; money 368000000000 AUD
23,15 dollar Selandia Baru | money 23.15 NZD
S$ 500 | money 500 SGD
5 miliar euro | money 5000000000 EUR
€20 juta | money 20000000 EUR
300 poundsterling | money 300 GBP
1,52 triliun won | money 1520000000000 KRW
100 yen | money 100 JPY
7 yuan | money 7 CNY
RM 50 | money 50 MYR
20 ringgit | money 20 MYR
1.000 baht | money 1000 THB
10 riyal | money 10 SAR
2,56 persen | percent 2.56 %
2,56% | percent 2.56 %
5-7 persen | percent 5 %; percent 7 %
antara 5 dan 7 persen | percent 5 %; percent 7 %
5 persen hingga 7 persen | percent 5 %; percent 7 %
dari 5 menjadi 7 persen | percent 5 %; percent 7 %
48 berbanding 47 persen | percent 48 %; percent 47 %
dua persen | percent 2 %
0,06 poin persentase | percent 0.06 pp
25 basis poin | percent 25 bp
25 basis poin menjadi 6 persen | percent 25 bp; percent 6 %
464,3 triliun atau 2,38 persen | number 464300000000000; percent 2.38 %
naik 5,6 persen menjadi Rp 4,9 juta | percent 5.6 %; money 4900000 IDR
12,5 persen menjadi 4,7 miliar dolar AS | percent 12.5 %; money 4700000000 USD
3,7 juta ton | measure 3700000 tonne
antara 1,5 dan 2 juta ton | measure 1500000 tonne; measure 2000000 tonne
1,5-2 juta ton | measure 1500000 tonne; measure 2000000 tonne
12 kilometer | measure 12 kilometer
12 km | measure 12 kilometer
70 km/jam | measure 70 kilometer-per-hour
70 kilometer per jam | measure 70 kilometer-per-hour
500 meter | measure 500 meter
10 meter persegi | measure 10 square-meter
14,6 meter kubik per detik | measure 14.6 cubic-meter
1.000 kilometer persegi | measure 1000 square-kilometer
15 sentimeter | measure 15 centimeter
30-60 centimeter | measure 30 centimeter; measure 60 centimeter
104.032 hektar | measure 104032 hectare
1,16 juta hektare | measure 1160000 hectare
50 ha | measure 50 hectare
30 kilogram | measure 30 kilogram
5 kg beras | measure 5 kilogram
2 kuintal | measure 200 kilogram
5 ons daging | measure 500 gram
1,2 juta kiloliter | measure 1200000 kiloliter
kecepatan 60 km/jam | measure 60 kilometer-per-hour
seluas 120 meter persegi | measure 120 square-meter
curah hujan 150 mm | measure 150 millimeter
kedalaman 10 km | measure 10 kilometer
gempa magnitudo 5,6 | measure 5.6 magnitude
40 ribu barel per hari | measure 40000 barrel
anak usia 6-12 tahun | measure 6 year; measure 12 year
Rp 500,00 | money 500 IDR
Rp 2,5 miliar hingga Rp 3 miliar | money 2500000000 IDR; money 3000000000 IDR
satu gram racun | measure 1 gram
1.000 kaki | measure 1000 foot
kedua kaki dan dua kaki | number 2; number 2
20 barel | measure 20 barrel
34 derajat Celsius | measure 34 celsius
34°C | measure 34 celsius
60 MW | measure 60 megawatt
171,5 megawatt-jam | measure 171.5 megawatt-hour
150 gigabita per detik | measure 150 gigabit-per-second
magnitudo 5,6 | measure 5.6 magnitude
bermagnitudo 5,6 | measure 5.6 magnitude
gempa M 5,2 | measure 5.2 magnitude
6,2 skala Richter | measure 6.2 magnitude
usia 47 tahun | measure 47 year
berusia 3-5 tahun | measure 3 year; measure 5 year
5 tahun hingga 8 tahun penjara | measure 5 year; measure 8 year
lima tahun | measure 5 year
20 hari pertama | measure 20 day; ordinal 1
1 jam 30 menit | measure 1 hour; measure 30 minute
dua minggu | measure 2 week
tiga dekade | measure 3 decade
selama satu jam |
H-7 | measure 7 day
"""

ENGLISH = """
Rp 1.5 trillion | money 1500000000000 IDR
Rp1.5 trillion | money 1500000000000 IDR
1.5 trillion rupiah | money 1500000000000 IDR
IDR 20,000 | money 20000 IDR
Rp 20,000 | money 20000 IDR
Rp 1.5 million to Rp 2 million | money 1500000 IDR; money 2000000 IDR
from Rp 12,000 to Rp 6,000 | money 12000 IDR; money 6000 IDR
Rp 5-7 million | money 5000000 IDR; money 7000000 IDR
Rp 15,400 per U.S. dollar | money 15400 IDR
US$20 billion | money 20000000000 USD
$20bn | money 20000000000 USD
$1.5 million | money 1500000 USD
$5m | money 5000000 USD
1.1 million US dollars | money 1100000 USD
20 dollars | money 20 USD
268 billion-368 billion Australian dollars | money 268000000000 AUD; money 368000000000 AUD
23.15 New Zealand dollars | money 23.15 NZD
S$500 | money 500 SGD
A$368 billion | money 368000000000 AUD
€20 million | money 20000000 EUR
£300 | money 300 GBP
1.52 trillion won | money 1520000000000 KRW
Team 3 won the match | number 3
2.56 percent | percent 2.56 %
2% | percent 2 %
2 per cent | percent 2 %
5 to 7 percent | percent 5 %; percent 7 %
5-7 percent | percent 5 %; percent 7 %
5%-7% | percent 5 %; percent 7 %
between 5 and 7 percent | percent 5 %; percent 7 %
48 to 47 percent | percent 48 %; percent 47 %
0.06 percentage points | percent 0.06 pp
a 1 percentage point cut | percent 1 pp
25 basis points | percent 25 bp
Rp 464.3 trillion, or 2.38 percent | money 464300000000000 IDR; percent 2.38 %
8.3 percent to 1.52 trillion won | percent 8.3 %; money 1520000000000 KRW
3.7 million tons | measure 3700000 tonne
a 1.5-liter engine | measure 1.5 liter
a 100-meter dash | measure 100 meter
70 kilometers an hour | measure 70 kilometer-per-hour
70 kph | measure 70 kilometer-per-hour
14.6 cubic meters of raw water per second | measure 14.6 cubic-meter
1.16 million hectares | measure 1160000 hectare
12 miles | measure 12 mile
200 kilograms | measure 200 kilogram
34 degrees Celsius | measure 34 celsius
magnitude 5.6 | measure 5.6 magnitude
a magnitude-5.6 quake | measure 5.6 magnitude
a 5.6-magnitude quake | measure 5.6 magnitude
47-year-old | measure 47 year
47 years old | measure 47 year
a five-year term | measure 5 year
three days and three nights | measure 3 day; number 3
2.34 seconds | measure 2.34 second
a 30-second teaser | measure 30 second
one year |
three decades | measure 3 decade
still decades away | ~measure 10 year
"""


@pytest.mark.parametrize(("text", "wanted"), rows(INDONESIAN))
def test_indonesian_amounts_keep_their_units(text: str, wanted: str) -> None:
    assert read(text, "id") == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(ENGLISH))
def test_english_amounts_keep_their_units(text: str, wanted: str) -> None:
    assert read(text, "en") == wanted

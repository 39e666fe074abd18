from __future__ import annotations

import pytest
from showing import read, rows

INDONESIAN = """
1.500 orang | number 1500
12.345 jiwa | number 12345
2.200.112 suara | number 2200112
1.234.567.890 rupiah | money 1234567890 IDR
0,5 | number 0.5
3,7 | number 3.7
1.246,9 | number 1246.9
62.000 rumah | number 62000
20000 orang | number 20000
500 ribu orang | number 500000
21,3 juta keluarga | number 21300000
3,7 juta | number 3700000
1,409 miliar jiwa | number 1409000000
2 milyar | number 2000000000
3 triliun | number 3000000000000
7 trilyun | number 7000000000000
3 ribu triliun | number 3000000000000000
12 jt | number 12000000
25 rb | number 25000
2 juta 500 ribu | number 2500000
dua | number 2
tiga orang tewas | number 3
sembilan naga | number 9
sepuluh kapal | number 10
sebelas pemain | number 11
dua belas rasul | number 12
tujuh belas orang | number 17
dua puluh | number 20
dua puluh lima orang | number 25
sembilan puluh sembilan | number 99
seratus | number 100
seratus dua belas orang | number 112
seratus tiga puluh empat | number 134
dua ratus ribu orang | number 200000
tiga ratus lima puluh juta | number 350000000
seribu | number 1000
seribu satu malam | number 1001
dua ribu dua puluh tiga | number 2023
sejuta umat | number 1000000
dua juta tiga ratus ribu | number 2300000
satu setengah juta | number 1500000
tiga setengah jam | measure 3.5 hour
dua setengah tahun | measure 2.5 year
setengah juta | number 500000
dua lusin telur | number 24
selusin | number 12
setengah lusin rancangan | number 6
5-7 orang | number 5; number 7
5 hingga 7 orang | number 5; number 7
antara 5 dan 7 orang | number 5; number 7
dua-tiga orang | number 2; number 3
500-1.000 orang | number 500; number 1000
1,5-2 juta orang | number 1500000; number 2000000
Siti (41), warga | number 41
kemudian 5, 6, dan 7 orang | number 5; number 6; number 7
menang 2-1 | number 2; number 1
unggul 121-112 | number 121; number 112
21-17, 19-21, 21-15 | score 21; score 17; score 19; score 21; score 21; score 15
menang 6-0 dan 6-2 | score 6; score 0; score 6; score 2
salah satu warga |
satu-satunya siswi |
pedagang kaki lima |
di Simpang Lima, Semarang |
hotel di Nusa Dua |
Institut Teknologi Sepuluh Nopember |
Universitas Sebelas Maret |
tumpahan minyak di Kepulauan Seribu |
rapat di Kampung Tiga |
Lima Menteri Diganti | number 5
Lima tersangka ditahan | number 5
“Dua orang hilang,” katanya | number 2
mesin 1.5 liter | measure 1.5 liter
0.28 persen | percent 0.28 %
½ liter | measure 0.5 liter
3½ jam | measure 3.5 hour
"""

ENGLISH = """
1,500 people | number 1500
12,345 | number 12345
2,200,112 votes | number 2200112
0.5 | number 0.5
3.7 | number 3.7
1,246.9 | number 1246.9
500,000 people | number 500000
20000 people | number 20000
500 thousand | number 500000
21.3 million families | number 21300000
1.409 billion | number 1409000000
3 trillion | number 3000000000000
a 2-million-strong crowd | number 2000000
two | number 2
three people died | number 3
ten | number 10
eleven players | number 11
nineteen | number 19
twenty | number 20
twenty-five people | number 25
twenty five people | number 25
ninety-nine | number 99
one hundred | number 100
a hundred | number 100
one hundred and five | number 105
two hundred thousand | number 200000
three hundred and fifty million | number 350000000
a thousand candles | number 1000
two thousand | number 2000
a million | number 1000000
two million three hundred thousand | number 2300000
two and a half years | measure 2.5 year
three and a half million | number 3500000
half a million | number 500000
a half-million | number 500000
3 1/2 hours | measure 3.5 hour
two dozen eggs | number 24
half a dozen drafts | number 6
5-7 people | number 5; number 7
5 to 7 people | number 5; number 7
between five and eight years | measure 5 year; measure 8 year
one or two people | number 1; number 2
grades five and six | number 5; number 6
500-1,000 people | number 500; number 1000
1.5 million to 2 million people | number 1500000; number 2000000
Siti, 41, a resident | number 41
5, 6 and 7 | number 5; number 6; number 7
won 2-1 | number 2; number 1
21-17, 19-21, 21-15 | score 21; score 17; score 19; score 21; score 21; score 15
one of them |
no one |
zero |
both sides agreed | number 2
both of them | number 2
both Jakarta and Bandung |
the two leaders | number 2
prices doubled | number 2
costs tripled | number 3
wealth soared tenfold | number 10
twice a week | number 2
in straight sets |
the Bali Nine inmates |
8K television |
a 5G network and a 4K screen |
"""


@pytest.mark.parametrize(("text", "wanted"), rows(INDONESIAN))
def test_indonesian_numbers_are_read_by_value(text: str, wanted: str) -> None:
    assert read(text, "id") == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(ENGLISH))
def test_english_numbers_are_read_by_value(text: str, wanted: str) -> None:
    assert read(text, "en") == wanted

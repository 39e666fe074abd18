"""Ordinals, groups, fractions, round amounts, decades, and digits that are names."""

from __future__ import annotations

import pytest
from showing import read, rows

ORDINALS = """
id | ke-78 | ordinal 78
id | gerai ke-2.000 | ordinal 2000
id | abad ke-20 | ordinal 20
id | Gaji Ke-13 | ordinal 13
id | hari pertama | ordinal 1
id | hari kedua | ordinal 2
id | pada babak kedua | ordinal 2
id | untuk ketiga kalinya | ordinal 3
id | dosis keempat | ordinal 4
id | juara kesepuluh | ordinal 10
id | kedua negara sepakat | number 2
id | antara kedua negara | number 2
id | hubungan kedua negara | number 2
id | Kedua pihak bertemu | number 2
id | para pemimpin ketiga negara | number 3
id | Keduanya ditahan | number 2
id | album keempatnya | ordinal 4
id | Bertiga mereka pergi | number 3
id | triwulan III | ordinal 3
id | kelas X | ordinal 10
id | kelas II dan III | ordinal 2; ordinal 3
id | Perang Dunia II | ordinal 2
id | calon nomor urut 2 | ordinal 2
id | peringkat satu dunia | ordinal 1
id | lantai tiga | ordinal 3
en | 78th | ordinal 78
en | its 2,000th outlet | ordinal 2000
en | the 21st century | ordinal 21
en | the 13th-month salary | ordinal 13
en | the first day | ordinal 1
en | the second half | ordinal 2
en | the twenty-first time | ordinal 21
en | the eighth president | ordinal 8
en | World War II | ordinal 2
en | world No. 1 | ordinal 1
en | liters per second |
en | in the final second |
en | the first lady |
en | the violence must stop first. |
en | they were the first. | ordinal 1
en | First Insp. Danang |
"""

ROUND = """
id | belasan rumah | ~number 10
id | puluhan orang | ~number 10
id | ratusan warga | ~number 100
id | ribuan orang | ~number 1000
id | jutaan pemilih | ~number 1000000
id | puluhan ribu orang | ~number 10000
id | ratusan juta rupiah | ~money 100000000 IDR
id | ratusan ton ikan | ~measure 100 tonne
id | miliaran rupiah | ~money 1000000000 IDR
id | puluhan tahun | ~measure 10 year
id | beberapa ratus orang | ~number 100
id | dua puluhan negara | ~number 20 decade
id | tahun 1990-an | ~number 1990 decade
id | tahun 90-an | ~number 90 decade
id | 1990an | ~number 1990 decade
id | setengah | number 0.5
id | separuhnya | number 0.5
id | sepertiga | number 0.3333
id | seperempat | number 0.25
id | dua pertiga | number 0.6667
id | dua per tiga wilayah | number 0.6667
id | tiga perempat | number 0.75
id | sepersepuluh | number 0.1
en | dozens of people | ~number 10
en | more than a dozen | ~number 12
en | a dozen heads of state | ~number 12
en | hundreds of residents | ~number 100
en | thousands | ~number 1000
en | tens of thousands | ~number 10000
en | hundreds of millions of rupiah | ~money 100000000 IDR
en | billions of dollars | ~money 1000000000 USD
en | hundreds of tons of fish | ~measure 100 tonne
en | several hundred people | ~number 100
en | the 1990s | ~number 1990 decade
en | the '90s | ~number 90 decade
en | in her twenties | ~number 20 decade
en | half the population | number 0.5
en | a third of them | number 0.3333
en | a third person | ordinal 3
en | one-third | number 0.3333
en | two-thirds | number 0.6667
en | three quarters | number 0.75
en | a quarter | number 0.25
en | one-tenth | number 0.1
"""

NAMES = """
id | UU No. 17/2014 |
id | UU Nomor 12 Tahun 2014 |
id | Undang-Undang Nomor 17 Tahun 2014 |
id | Peraturan Presiden Nomor 12 Tahun 2014 |
id | Keppres No. 12/2014 |
id | Pasal 27 ayat (3) |
id | Pasal 2 juncto Pasal 18 |
id | pasal 340 dan 338 KUHP |
id | RT 05/RW 03 |
id | 0812-3456-7890 |
id | 081234567890 |
id | +62 812 3456 7890 |
id | (021) 555-1234 |
id | Covid-19 dan F-16 |
id | KTT G20 dan B20 |
id | KA 123 |
id | pesawat Boeing 737-800 |
id | konsentrasi PM 2,5 |
id | https://contoh.id/2023/05/20 |
id | redaksi2023@contoh.id |
id | #2019GantiPresiden |
id | 24/7 |
id | alamat IP 192.168.10.1 |
id | 1.200.000.000 suara | number 1200000000
id | Timnas U-17 | number 17
en | Law No. 17/2014 |
en | Law No. 17 of 2014 |
en | Presidential Regulation No. 12 of 2014 |
en | Article 27, paragraph (3) |
en | Articles 340 and 338 |
en | COVID-19 and F-16 |
en | the G20 and MH370 |
en | PM2.5 and PM 2.5 |
en | +62 812-3456-7890 |
en | a Boeing 737-800 |
en | the ke-78 president |
en | in the 1990-an |
en | https://example.com/2023/05/20 |
"""


@pytest.mark.parametrize(("language", "text", "wanted"), rows(ORDINALS))
def test_places_in_a_row_are_told_from_groups(language: str, text: str, wanted: str) -> None:
    assert read(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), rows(ROUND))
def test_round_amounts_and_fractions_have_values(language: str, text: str, wanted: str) -> None:
    assert read(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), rows(NAMES))
def test_digits_that_are_names_count_nothing(language: str, text: str, wanted: str) -> None:
    assert read(text, language) == wanted

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import EN_ID, unit
from hypothesis import given
from hypothesis import strategies as st
from showing import rows

from pipeline.config import load_settings
from pipeline.stages.localise import localise

STYLE = load_settings(environment={}).style
PUBLISHED = datetime(2023, 3, 21, tzinfo=UTC)

INTO_ENGLISH = """
naik 2,56 persen | rose 2,56 percent | rose 2.56 percent
naik 2,56% | rose 2,56% | rose 2.56 percent
5 persen | 5% | 5 percent
5 persen | 5 per cent | 5 percent
Lima Persen | 5 Percent | 5 Percent
5-7 persen | 5%-7% | 5-7 percent
5-7 persen | 5 to 7 percent | 5 to 7 percent
dari 5 persen menjadi 7 persen | from 5 percent to 7 percent | from 5 percent to 7 percent
dari 5 persen menjadi 7 persen | from 5% to 7% | from 5 percent to 7 percent
0,25 poin persentase | 0,25 percentage points | 0.25 percentage points
Rp 1,5 triliun | Rp 1,5 triliun | Rp 1.5 trillion
Rp 1,5 triliun | Rp 1,5 trillion | Rp 1.5 trillion
Rp20.000 | Rp20.000 | Rp 20,000
Rp 20.000 | IDR 20,000 | Rp 20,000
Rp 2 miliar | 2 billion rupiah | 2 billion rupiah
Rp 2 miliar | Rp 2 billion | Rp 2 billion
Rp 5 miliar | Rp 5 million | Rp 5 billion
Rp 5 miliar | US$5 billion | US$5 billion
1,1 juta dolar AS | $1.1 million | US$1.1 million
1,1 juta dolar AS | 1.1 million US dollars | 1.1 million US dollars
US$ 2,5 juta | US$ 2,5 million | US$2.5 million
Rp1,5 triliun | Rp1.5 trillion | Rp 1.5 trillion
Rp20.000 | Rp. 20,000 | Rp 20,000
Rp5 miliar | Rp5 billion, up from Rp5 billion | Rp 5 billion, up from Rp 5 billion
lari 1:45,32 | ran 1:45,32 | ran 1:45.32
1600 kapal | 1.600 ships | 1,600 ships
versi 2.2 | version 2.2 | version 2.2
1.500 orang | 1.500 people | 1,500 people
1.500 dan 2.500 orang | 1.500 and 2.500 people | 1,500 and 2,500 people
2.200.112 suara | 2.200.112 votes | 2,200,112 votes
2.200.112 suara | 2,200,12 votes | 2,200,112 votes
3,7 juta ton | 3,7 million tons | 3.7 million tons
2,3 miliar | 2.3 million | 2.3 billion
Kamis (8/6/2022) | Thursday (July 8, 2022) | Thursday (June 8, 2022)
20 Maret 2023 | in 2023 | in 2023
tahun 1998 | in 1989 | in 1998
pukul 04.35 WIB | at 4:43 p.m. WIB | at 4:35 a.m. WIB
12 orang dan 17 rumah | 10 people and 15 houses | 10 people and 15 houses
3,75 juta | 375 million | 3.75 million
2,3 juta dan 4,5 juta | 2.3 billion and 4.5 billion | 2.3 billion and 4.5 billion
2,3 juta dan 4,5 juta | 2.3 million and 4.5 billion | 2.3 million and 4.5 million
500 orang | 700 people | 500 people
tiga orang | three people | three people
dua belas orang | two people | 12 people
delapan belas persen | eight percent | 18 percent
lima puluh rumah | five houses | 50 houses
dua belas orang | three people | three people
dua puluh orang | one of two people | one of 20 people
dua belas orang dan lima belas rumah | two people and five houses | two people and five houses
Rp 7.000 per kilogram | Rp 7,00 per kilogram | Rp 7,000 per kilogram
Rp 1,5 triliun | Rp 1.5.2 trillion | Rp 1.5 trillion
turun 0,28 persen | fell 0.2.8 percent | fell 0.28 percent
1.250 ton beras | 1,25,0 tons of rice | 1,250 tons of rice
harga 87,15 dolar AS | price of 87.1.5 US dollars | price of US$87.15
12 orang dan 17 rumah | 12 people and 1,7,7 houses | 12 people and 17 houses
12 orang dan 17 rumah | 1,2,2 people and 1,7,7 houses | 1,2,2 people and 1,7,7 houses
naik 5 persen | rose 7 percent | rose 5 percent
panjang 3 km | 4 kilometers long | 3 kilometers long
panjang 3 km | 3 miles long | 3 miles long
3 orang | 3 people | 3 people
pukul 10.30 WITA | at 10.30 WITA | at 10:30 a.m. WITA
pukul 10.30 WITA | at 10:30 WITA | at 10:30 a.m. WITA
pukul 10.30 WITA | at 10:30 a.m. WITA | at 10:30 a.m. WITA
pukul 22.00 WIB | at 22:00 | at 10 p.m. WIB
pukul 22.00 WIB. | at 22:00. | at 10 p.m. WIB.
pukul 19.00. | at 7:00 p.m. | at 7 p.m.
pukul 19.00 waktu setempat | at 7 PM local time | at 7 p.m. local time
pukul 00.00 WIB | at 00:00 WIB | at midnight WIB
pukul 20.30-21.30 WIB | from 8:30 to 9:30 p.m. WIB | from 8:30 to 9:30 p.m. WIB
pukul 10.30 WIB | at 10:30 a.m. Western Indonesia Time | at 10:30 a.m. Western Indonesia Time
pada Senin (20/3) pagi | on Monday (20/3) morning | on Monday (March 20) morning
pada Senin (20/12/2021) | on Monday (20/12/2021) | on Monday (December 20, 2021)
pada Senin (5/6/2023) | on Monday (5/6/2023) | on Monday (June 5, 2023)
pada Rabu (28/12) | on Wednesday (28/12) | on Wednesday (December 28, 2022)
pada Rabu (8/2/2023) | on Wednesday (Feb. 8, 2023) | on Wednesday (Feb. 8, 2023)
20 Maret 2020 | 20 March 2020 | March 20, 2020
20 Maret 2020 | 20 Maret 2020 | March 20, 2020
14-19 Maret 2023 | March 14-19, 2023 | March 14-19, 2023
presiden ke-78 | the ke-78 president | the 78th president
KTT ke-42 ASEAN | at the42 ASEAN summit | at the 42nd ASEAN summit
19 orang positif Covid-19 | tested positive for Covid19 | tested positive for Covid19
tiket jadi Rp 19 ribu | tickets at 19 thousand | tickets at Rp 19,000
buka hingga pukul 18.00 | open until 18,00 | open until 6 p.m.
tahun 1990-an | in the 1990-an | in the 1990s
pada 2045 | in 2045 | in 2045
gempa magnitudo 5,6 | a magnitude 5,6 quake | a magnitude 5.6 quake
suhu 34,5 derajat Celsius | 34,5 degrees Celsius | 34.5 degrees Celsius
menang 21-17, 19-21 | won 21-17, 19-21 | won 21-17, 19-21
Rabu (22/3) pukul 06.00 WITA | on Wednesday (223) at 06.m. WITA | on Wednesday (March 22) at 6 a.m. WITA
Kamis (16/11/2023) | on Thursday (11) | on Thursday (November 16, 2023)
Selasa (14/11) | on Tuesday (11/14) | on Tuesday (November 14, 2022)
Selasa (14/3) | on Thursday (143) | on Thursday (143)
Hingga pukul 09.00 WIB | until 9:00 pm.m. WIB | until 9 a.m. WIB
Kamis (8/6/2023) pukul 04.35 WIB | on Thursday at 5.m. WIB | on Thursday at 4:35 a.m. WIB
pukul 04.35 dan tinggi 5 m. | early and 5 m. high | early and 5 m. high
Rp 9,8 T | Rp 9.8 T | Rp 9.8 trillion
Rp 110 ribu | Rp 110 thousand | Rp 110,000
Rp185 jutaan | Rp 185 millions | Rp 185 million
35 ribu tabung | 35 thousand tubes | 35,000 tubes
10-12 ribu orang | 10-12 thousand people | 10-12 thousand people
20 miliar dolar AS | $20bn | US$20 billion
800 ha hutan | 800 ha of forest | 800 hectares of forest
5 kilo beras, 1 kilo cabai | 5 kilo rice, 1 kilo of chilies | 5 kilograms rice, 1 kilogram of chilies
angin 65 knot | winds of 65 knot, a 65 knot wind | winds of 65 knots, a 65 knot wind
256 ribu hektare | 256 thousand hectares | 256,000 hectares
Rp 80 ribu-Rp 100 ribu | Rp 80,000-Rp 100 thousand | Rp 80,000-Rp 100,000
tinggi 25 mil (41 km) | 25 miles (41 km) high | 25 miles (41 km) high
12 hektare sawah | a 12-hektare rice field | a 12-hectare rice field
24 jam dan 3 hari | 24 jam and 3 hari | 24 hours and 3 days
110 emas, 108 perak | 110 gold, 108 silver | 110 gold, 108 silver
Rp 10 ribu hingga Rp 12 ribu | Rp 10 thousand to Rp 12 thousand | Rp 10,000 to Rp 12,000
10 atau 12 ribu orang | 10 or 12 thousand people | 10 or 12 thousand people
12 hektare sawah | 12 hektare of rice | 12 hectares of rice
UU No. 17/2014 | Law No. 17/2014 | Law No. 17/2014
Pasal 27 | Article 27 | Article 27
"""

INTO_INDONESIAN = """
It rose 2.56 percent to 1,500. | Naik 2.56 persen menjadi 1,500. | Naik 2,56 persen menjadi 1.500.
rose 5% | naik 5% | naik 5 persen
US$5 million | US$5 million | 5 juta dolar AS
$1.5 billion | 1.5 miliar dolar AS | 1,5 miliar dolar AS
Rp 20,000 | Rp 20,000 | Rp20.000
Rp 1.5 trillion | Rp 1,5 triliun | Rp1,5 triliun
$10,000 a tonne | $10.000 per ton | 10.000 dolar AS per ton
RM2.05 a litre | RM2,05 per liter | 2,05 ringgit per liter
$10 million | $10 juta dolar AS | 10 juta dolar AS
$5-$7 million | $5-$7 juta | $5-$7 juta
a 60kg boxer at 20 C in the heat | petinju 60kg pada suhu 20 C | petinju 60 kilogram pada suhu 20 derajat Celsius
by 12 noon | pada 12 noon | pada pukul 12.00
at 1530 GMT | pukul 1530 GMT | pukul 15.30 GMT
at 4:12 p.m. | pada jam pukul 16.12 | pada pukul 16.12
2,400 dollars | 2.400 dollar AS | 2.400 dolar AS
gusts of 60-70mph | angin 60-70mph | angin 60-70 mil per jam
version 2.2 of Windows Phone 7.5 | versi 2.2 Windows Phone 7.5 | versi 2.2 Windows Phone 7.5
Wednesday (11/14) | Rabu (14/11) | Rabu (14/11)
in 2:17:35 | dalam 2:17:35 | dalam 2:17:35
in 1:45.32 | dalam 1:45.32 | dalam 1:45,32
some 1600 ships | sekitar 1600 kapal | sekitar 1600 kapal
17.6 million people | 17.6 juta orang | 17,6 juta orang
on March 20, 2023 | pada March 20, 2023 | pada 20 Maret 2023
at 10:30 a.m. | pukul 10:30 a.m. | pukul 10.30
at 10:30 p.m. WIB | pukul 10:30 p.m. WIB | pukul 22.30 WIB
at 7 p.m. | pukul 7 malam | pukul 7 malam
the 78th president | presiden 78th | presiden ke-78
in 2023 | pada 2023 | pada 2023
"""


@pytest.mark.parametrize(("source", "target", "wanted"), rows(INTO_ENGLISH))
def test_quantities_come_out_right_and_in_house_form(source: str, target: str, wanted: str) -> None:
    first = localise(unit(source, target), STYLE, PUBLISHED)
    assert first.target == wanted
    assert bool(first.edits) == (target != wanted)
    assert localise(first, STYLE, PUBLISHED) == first


@pytest.mark.parametrize(("source", "target", "wanted"), rows(INTO_INDONESIAN))
def test_english_quantities_come_out_in_indonesian_form(source: str, target: str, wanted: str) -> None:
    first = localise(unit(source, target, direction=EN_ID), STYLE, PUBLISHED)
    assert first.target == wanted
    assert localise(first, STYLE, PUBLISHED) == first


def test_the_machines_text_stays_as_it_was_and_the_edits_tell_the_way() -> None:
    made = localise(unit("naik 2,5 persen dan Rp 5 miliar", "rose 2,5 percent and Rp 5 million"), STYLE, None)
    assert made.machine.text == "rose 2,5 percent and Rp 5 million"
    assert [tuple(getattr(edit, name) for name in ("rule", "before", "after")) for edit in made.edits] == [
        ("percent", "2,5", "2.5"),
        ("value", "Rp 5 million", "Rp 5 billion"),
    ]


def test_what_was_carried_or_failed_is_left_alone() -> None:
    carried = unit("Tempo 20/3/2023, 5%", "Tempo 20/3/2023, 5%", "masthead")
    failed = unit("naik 2,5 persen", "naik 2,5 persen", fault="too long")
    assert localise(carried, STYLE, PUBLISHED) is carried
    assert localise(failed, STYLE, PUBLISHED) is failed


def test_the_house_may_want_signs_and_the_long_clock() -> None:
    style = replace(STYLE, percent="%", dollar="$", hours=24, date_order="day-month")
    made = unit(
        "2,5 persen, 5 juta dolar AS, pukul 19.00, 20 Maret 2020",
        "2.5 percent, US$5 million, 7 p.m., March 20, 2020",
    )
    assert localise(made, style, None).target == "2.5%, $5 million, 19:00, 20 March 2020"


_SOURCES = st.sampled_from([row[0] for row in rows(INTO_ENGLISH)])
_TARGETS = st.sampled_from([cell for row in rows(INTO_ENGLISH) for cell in row])


@given(st.lists(_SOURCES, max_size=4), st.lists(_TARGETS, max_size=4))
def test_localising_twice_changes_nothing_more(sources: list[str], targets: list[str]) -> None:
    once = localise(unit("; ".join(sources), "; ".join(targets)), STYLE, PUBLISHED)
    assert localise(once, STYLE, PUBLISHED) == once


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_pass_through(source: str, target: str) -> None:
    localise(unit(source, target), STYLE, PUBLISHED)

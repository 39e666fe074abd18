from __future__ import annotations

import time as clock
from itertools import pairwise
from pathlib import Path

import pytest
from builders import EN_ID, ID_EN
from hypothesis import given
from hypothesis import strategies as st
from showing import rows

from pipeline.text.pairing import pair
from pipeline.text.quantities import align, parse, same_value

AGREEING = """
500 ribu orang | 500,000 people
2,3 miliar | 2.3 billion
Rp 1,5 triliun | 1.5 trillion rupiah
tiga orang tewas | three people died
kedua pihak sepakat | both sides agreed
keduanya ditahan | the two were detained
setengah penduduk | half the population
1/3 penduduk | a third of the population
1/3 penduduk | 1/3 of the population
sepertiganya | a third of them
Senin (20/3) | Monday, March 20, 2023
Jumat (2/9/2022) malam | Friday (September 2, 2022) night
kalah 2-4 | lost 4-2
pukul 10.30 WIB | 10:30 a.m.
pukul 10.30 WIB | 10:30 a.m. Western Indonesia Time
pukul 10.30 WIB | 11:30 a.m. WITA
usia 47 tahun | aged 47
pria berusia 47 tahun | a 47-year-old man
menit ke-32 | minute 32
peringkat satu dunia | world No. 1
tahun 90-an | the 1990s
belasan orang | more than a dozen people
belasan orang | a dozen people
selusin telur | a dozen eggs
2 kuintal | 200 kilograms
dari 5 persen menjadi 7 persen | from 5 to 7 percent
5 tahun hingga 8 tahun | five to eight years
tiga setengah jam | 3 1/2 hours
satu setengah jam | an hour and a half
triwulan II-2023 | the second quarter of 2023
musim 2022/23 | the 2022-23 season
pukul 20.30-21.30 WIB | 8:30 to 9:30 p.m. WIB
14-19 Maret 2023 | March 14-19, 2023
antara 1,5 dan 2 juta ton | between 1.5 million and 2 million tons
puluhan tahun | for decades
naik dua kali lipat | doubled
Rp100 jutaan | Rp 100 million
tiga kodi kemeja | 60 shirts
satu jam 20 menit | an hour and 20 minutes
2x24 jam | 48 hours
minus 5 derajat Celsius | 5 degrees Celsius below zero
pukul 23.15.42 WIB | 11:15:42 p.m.
satu dari 10 anak | one in 10 children
2 jam 17 menit 35 detik | 2:17:35
1:45,32 | 1:45.32
1600 kapal | 1,600 ships
suhu 34 C | 34 degrees Celsius
"""

DIFFERING = """
2,3 miliar | 2.3 million
Rp 20.000 | $20,000
Rp 20.000 | 20,000
5 persen | 5 percentage points
5 persen | 5
5 tahun | five months
12 kilometer | 12 miles
pukul 10.30 WIB | 10:30 a.m. WITA
pukul 19.30 | 7:30 a.m.
20 Maret 2023 | March 20, 2022
20 Maret 2023 | March 2023
Senin (5/6/2023) | May 6, 2023
tahun 1998 | in 1989
1.500 orang | 1.5 people
3,7 juta | 37 million
ke-78 | 87th
skor 2-1 | 3-1
puluhan orang | hundreds of people
tahun 1990-an | the 1980s
minus 5 derajat | 5 degrees
Rp100 jutaan | Rp 100
tiga kodi kemeja | three shirts
85 sen | 85 dollars
pukul 23.15.42 WIB | 11:15:24 p.m.
2:17:35 | 2:17:53
"""


@pytest.mark.parametrize(("source", "target"), rows(AGREEING))
def test_what_says_the_same_agrees(source: str, target: str) -> None:
    found = align(parse(source, "id"), parse(target, "en"))
    assert found.met
    assert not found.lost
    assert not found.added


@pytest.mark.parametrize(("source", "target"), rows(DIFFERING))
def test_what_says_something_else_does_not(source: str, target: str) -> None:
    found = align(parse(source, "id"), parse(target, "en"))
    assert found.lost or found.added
    there, back = pair(source, target, ID_EN), pair(target, source, EN_ID)
    assert there.lost or there.added
    assert back.lost or back.added


def test_human_translations_agree_by_value() -> None:
    figures = agreeing = 0
    for path in sorted((Path(__file__).parents[3] / "data" / "corpus").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines()[::3]:
            source, target = line.split("\t")[:2]
            found = align(parse(source, "id"), parse(target, "en"))
            astray = [quantity for quantity in (*found.lost, *found.added) if not quantity.spelled]
            figures += bool(found.met or astray)
            agreeing += bool(found.met) and not astray
    assert figures > 800
    assert agreeing / figures > 0.985


FALLING = """
tumbuh minus 2,07 persen | shrank 2.07 percent | True
tumbuh minus 2,07 persen | grew 2.07 percent | False
turun 85 sen | fell $0.85 | True
"""


@pytest.mark.parametrize(("source", "target", "agree"), rows(FALLING))
def test_a_negative_growth_is_a_fall_and_no_growth(source: str, target: str, agree: str) -> None:
    there, back = pair(source, target, ID_EN), pair(target, source, EN_ID)
    assert bool(there.lost or there.added) is (agree == "False")
    assert bool(back.lost or back.added) is (agree == "False")


@given(st.text(max_size=120), st.sampled_from(["id", "en"]))
def test_any_text_is_parsed_and_quantities_never_overlap(text: str, language: str) -> None:
    spans = [quantity.span for quantity in parse(text, language)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


_PIECES = st.sampled_from(
    """Rp US$ 5 20.000 1,5 3.7 juta miliar million persen % percent 20/3 (20/3/2023) pukul 10.30 WIB a.m. p.m.
    10:30 Maret March 2023 ke- 78 th -an s dan to - – hingga kedua second half setengah puluhan ribu tons UU No.
    Pasal . , : / ( ) ½ II-2023 XX dua puluh one hundred and a""".split()
)


@given(
    st.lists(_PIECES, max_size=14), st.lists(st.sampled_from(["", " ", "\u00a0"]), min_size=14, max_size=14)
)
def test_scraps_of_quantities_are_parsed_too(pieces: list[str], gaps: list[str]) -> None:
    text = "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=False))
    for language in ("id", "en"):
        for quantity in parse(text, language):
            assert same_value(quantity, quantity)
            assert quantity.span.of(text).strip()


HOSTILE = """
1 . 1. 111. 1, 5_ dua_ seratus_dua_ “ A- A1- UU_ UU_No_ 1/ Rp_ Pasal_1_dan_ www. a@ # 5_juta_ one_hundred_and_ 1-1-
( pukul_10_ 0_8_ May_1_to_ 1_dan_ Kedua_ Lima_ IX- 0812- five_and_a_half_ _ ½ H- 1- Rp1_T_ a_third_ setengah_
"""


@pytest.mark.parametrize("piece", [piece.replace("_", " ") for piece in HOSTILE.split()])
def test_hostile_lines_take_time_in_proportion(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    for language in ("id", "en"):
        start = clock.thread_time()
        parse(text, language)
        assert clock.thread_time() - start < 2

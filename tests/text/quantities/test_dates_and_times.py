from __future__ import annotations

from datetime import date, datetime

import pytest
from showing import read, rows

from pipeline.text.quantities import parse

DATES = """
id | 20 Maret 2023 | date 2023-3-20
id | 20 MARET 2023 | date 2023-3-20
id | 1 Januari 2024 | date 2024-1-1
id | 17 Agustus | date -8-17
id | 10 Nopember 1945 | date 1945-11-10
id | 8 Sept 2023 | date 2023-9-8
id | Maret 2023 | date 2023-3-
id | pada 2045 | date 2045--
id | tahun 1998 | date 1998--
id | musim 2022/23 | date 2022--; date 2023--
id | periode 2019-2024 | date 2019--; date 2024--
id | triwulan II-2023 | ordinal 2; date 2023--
id | 14-19 Maret 2023 | date 2023-3-14; date 2023-3-19
id | 14 hingga 19 Maret | date -3-14; date -3-19
id | 24 April-2 Mei 2023 | date 2023-4-24; date 2023-5-2
id | 19 Juni–8 Juli 2023 | date 2023-6-19; date 2023-7-8
id | Senin (20/3/2023) | date 2023-3-20
id | Senin (20/3) | date -3-20
id | Senin, 20/3 | date -3-20
id | Jumat (9/6) siang | date -6-9
id | Jumat (2/9/2022) malam | date 2022-9-2
id | (5/6/23) | date 2023-6-5
id | 20-03-2023 | date 2023-3-20
id | 2023-03-20 | date 2023-3-20
id | 31/12/2023 | date 2023-12-31
id | sebanyak 3/4 warga | number 0.75
id | skor 5/9 |
id | 2.000 orang | number 2000
en | March 20, 2023 | date 2023-3-20
en | MARCH 20, 2023 | date 2023-3-20
en | Monday, March 20 | date -3-20
en | Sept. 8 | date -9-8
en | Feb. 8, 2023 | date 2023-2-8
en | 20 March 2023 | date 2023-3-20
en | the 20th of March | date -3-20
en | March 2023 | date 2023-3-
en | in 2045 | date 2045--
en | the 2022-23 season | date 2022--; date 2023--
en | from 2019 to 2024 | date 2019--; date 2024--
en | March 14-19, 2023 | date 2023-3-14; date 2023-3-19
en | March 14 to 19 | date -3-14; date -3-19
en | April 24-May 2, 2023 | date 2023-4-24; date 2023-5-2
en | 14-19 March 2023 | date 2023-3-14; date 2023-3-19
en | on Wednesday (Feb. 8, 2023). | date 2023-2-8
en | 5/6/2023 | date 2023-5-6
en | 20/3/2023 | date 2023-3-20
en | 2023-03-20 | date 2023-3-20
en | he may 20 times march 5 | number 20; number 5
en | In May 20 people died. | date -5-20
"""

TIMES = """
id | pukul 10.30 WIB | time 10:30 WIB
id | pukul 10.30 WITA | time 10:30 WITA
id | Pukul 10:30 WIT | time 10:30 WIT
id | pukul 06.00 | time 06:00
id | pukul 24.00 WIB | time 00:00 WIB
id | 19.30 WIB | time 19:30 WIB
id | pukul 9 pagi | time 09:00
id | jam 7 malam | time 19:00
id | jam 12 malam | time 00:00
id | pukul 1 malam | time 01:00
id | pukul 2 siang | time 14:00
id | pukul 11 siang | time 11:00
id | pukul lima pagi | time 05:00
id | jam lima sore | time 17:00
id | pukul sembilan malam | time 21:00
id | pukul setengah enam sore | time 17:30
id | pukul dua sampai empat dini hari | time 02:00; time 04:00
id | pukul 20.30-21.30 WIB | time 20:30 WIB; time 21:30 WIB
id | pukul 09.00 dan 17.00 WIB | time 09:00 WIB; time 17:00 WIB
id | pukul 18.00 sampai 22.00 WIB | time 18:00 WIB; time 22:00 WIB
id | pukul 10.00 GMT | time 10:00 GMT
id | tengah malam | time 00:00
id | bekerja 8 jam | measure 8 hour
id | setiap jam |
id | jam tangan 2 buah | number 2
id | 10.30 persen | percent 10.3 %
en | 10:30 a.m. | time 10:30
en | 10:30 a.m. WIB | time 10:30 WIB
en | 2 p.m. | time 14:00
en | 2 PM | time 14:00
en | 2pm | time 14:00
en | 2 pm. | time 14:00
en | 12 AM | time 00:00
en | 12 a.m. | time 00:00
en | 12 p.m. | time 12:00
en | noon | time 12:00
en | midnight WIB | time 00:00 WIB
en | 22:00 | time 22:00
en | 06:00 WITA | time 06:00 WITA
en | 10.30 WIB | time 10:30 WIB
en | 10.30 a.m. | time 10:30
en | 8:30 to 9:30 p.m. WIB | time 20:30 WIB; time 21:30 WIB
en | from 11 to 1 p.m. | time 11:00; time 13:00
en | 2 to 4 a.m. | time 02:00; time 04:00
en | 9 a.m. and 5 p.m. WIB | time 09:00 WIB; time 17:00 WIB
en | 10:30 a.m. Western Indonesia Time | time 10:30 WIB
en | 7 p.m. Central Indonesia Time (WITA) | time 19:00 WITA
en | after the noon prayer |
en | 2.43 percent | percent 2.43 %
en | 10 to 12 people | number 10; number 12
"""


@pytest.mark.parametrize(("language", "text", "wanted"), rows(DATES))
def test_dates_are_read_with_the_parts_they_have(language: str, text: str, wanted: str) -> None:
    assert read(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), rows(TIMES))
def test_times_are_read_with_their_zones(language: str, text: str, wanted: str) -> None:
    assert read(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        ("Senin (20/3)", date(2023, 3, 21), "date 2023-3-20"),
        ("Kamis (29/12)", date(2023, 1, 3), "date 2022-12-29"),
        ("Selasa (2/1)", date(2023, 12, 28), "date 2024-1-2"),
        ("29 Februari", date(2023, 3, 1), "date 2024-2-29"),
        ("Senin (20/3/2020)", date(2023, 3, 21), "date 2020-3-20"),
        ("Senin (20/3)", datetime(2023, 3, 21, 9, 0), "date 2023-3-20"),  # noqa: DTZ001 - the day counts
    ],
)
def test_a_date_without_a_year_takes_the_one_nearest_to_the_publication(
    text: str, published: date, wanted: str
) -> None:
    assert read(text, "id", published) == wanted


def test_the_span_of_a_date_leaves_the_brackets_and_the_stop_outside() -> None:
    text = "Ia wafat pada Senin (20/3). Lahir 2 Mei."
    assert [quantity.span.of(text) for quantity in parse(text, "id")] == ["20/3", "2 Mei"]

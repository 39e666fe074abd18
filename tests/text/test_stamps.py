from __future__ import annotations

from datetime import datetime

import pytest

from pipeline.text.stamps import is_bare_date, is_signed_stamp, is_stamp, published

STAMPS = {
    "Senin, 21 November 2022 14:02 WIB": "2022-11-21T14:02:00+07:00",
    "KABAR.com - 19/09/2023, 06:45 WITA": "2023-09-19T06:45:00+08:00",
    "Arif Budianto, Jurnalis-Jum'at, 18 Juli 2025 |15:40 WIB": "2025-07-18T15:40:00+07:00",
    "Diterbitkan 21 Mei 2024, 09.10 WIT": "2024-05-21T09:10:00+09:00",
    "February 18, 2025 at 4:15 PM": "2025-02-18T16:15:00+07:00",
    "August 22, 2024 19:12 GMT+700": "2024-08-22T19:12:00+07:00",
    "April 24, 2025 2:38 PM GMT+7": "2025-04-24T14:38:00+07:00",
    "Published 13 March 2023": "2023-03-13T00:00:00+07:00",
    "12-Agu-2024": "2024-08-12T00:00:00+07:00",
    "redaksi - Rabu, 9 Oktober 2024 | 19:45 WITA": "2024-10-09T19:45:00+08:00",
}


@pytest.mark.parametrize(("line", "moment"), STAMPS.items())
def test_a_stamp_says_when_the_article_was_published(line: str, moment: str) -> None:
    assert is_stamp(line)
    assert published([line]) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("line", ["2 jam yang lalu", "Updated 2 hours ago", "31/02/2024"])
def test_a_stamp_without_a_day_of_the_calendar_gives_none(line: str) -> None:
    assert is_stamp(line)
    assert published([line]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Rapat digelar 12 Agustus 2024",
        "Sebanyak 12 orang tewas pada 3 Mei 2024 pukul 10.00 di jalan itu",
        "UU No. 17/2014",
        "Warga menolak",
        "x" * 200,
    ],
)
def test_a_sentence_with_a_date_is_no_stamp(line: str) -> None:
    assert not is_stamp(line)


def test_a_date_with_a_name_is_a_stamp_only_for_who_knows_the_place() -> None:
    assert not is_stamp("Depok, 4 Mei 2024")
    assert is_signed_stamp("Depok, 4 Mei 2024")
    assert is_bare_date("Senin, 12 Agustus 2024")
    assert not is_bare_date("Senin, 12 Agustus 2024 10:15 WIB")

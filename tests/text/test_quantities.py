from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from itertools import pairwise

import pytest
from builders import ID_EN
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import load_settings
from pipeline.model import PartialDate, Quantity, QuantityKind, Span
from pipeline.text.formats import write
from pipeline.text.pairing import pair
from pipeline.text.quantities import parse, same_value

STYLE = load_settings(environment={}).style

ROWS = [
    ("id", "Rp 1,5 triliun", "money 1500000000000 IDR"),
    ("id", "Rp20.000", "money 20000 IDR"),
    ("id", "Rp 20 ribu", "money 20000 IDR"),
    ("id", "Rp1,5 T", "money 1500000000000 IDR"),
    ("id", "Rp 2 M", "money 2000000000 IDR"),
    ("id", "1,1 juta dolar AS", "money 1100000 USD"),
    ("id", "US$ 33.180", "money 33180 USD"),
    ("id", "368 miliar dollar Australia", "money 368000000000 AUD"),
    ("id", "5 miliar euro", "money 5000000000 EUR"),
    ("id", "Rp 15.400 per dolar AS", "money 15400 IDR"),
    ("id", "2,56 persen", "percent 2.56 %"),
    ("id", "0,06 poin persentase", "percent 0.06 pp"),
    ("id", "25 basis poin", "percent 25 bp"),
    ("id", "5-7 persen", "percent 5 %; percent 7 %"),
    ("id", "antara 5 dan 7 persen", "percent 5 %; percent 7 %"),
    ("id", "3,7 juta ton", "measure 3700000 tonne"),
    ("id", "1,5-2 juta ton", "measure 1500000 tonne; measure 2000000 tonne"),
    ("id", "12 kilometer", "measure 12 kilometer"),
    ("id", "34 derajat Celsius", "measure 34 celsius"),
    ("id", "70 km/jam", "measure 70 kilometer-per-hour"),
    ("id", "magnitudo 5,6", "measure 5.6 magnitude"),
    ("id", "62.000 rumah", "number 62000"),
    ("id", "2.200.112 suara", "number 2200112"),
    ("id", "21,3 juta keluarga", "number 21300000"),
    ("id", "tahun 1990-an", "number 1990 decade"),
    ("id", "ke-78", "ordinal 78"),
    ("id", "gerai ke-2.000", "ordinal 2000"),
    ("id", "21-17, 19-21", "score 21; score 17; score 19; score 21"),
    ("id", "Siti (41), warga", "number 41"),
    ("id", "dua puluh lima orang", "number 25"),
    ("id", "seratus dua belas orang", "number 112"),
    ("id", "dua ratus ribu orang", "number 200000"),
    ("id", "belasan rumah", "number 10"),
    ("id", "puluhan ribu orang", "number 10000"),
    ("id", "setengah", "number 0.5"),
    ("id", "20 Maret 2023", "date 2023-3-20"),
    ("id", "14-19 Maret 2023", "date 2023-3-14; date 2023-3-19"),
    ("id", "Maret 2023", "date 2023-3-"),
    ("id", "17 Agustus", "date -8-17"),
    ("id", "Senin (20/3/2023)", "date 2023-3-20"),
    ("id", "Senin (20/3)", "date -3-20"),
    ("id", "Jumat (9/6) siang", "date -6-9"),
    ("id", "pukul 10.30 WITA", "time 10:30 WITA"),
    ("id", "pukul 06.00", "time 06:00"),
    ("id", "pukul 18.00 sampai 22.00 WIB", "time 18:00 WIB; time 22:00 WIB"),
    ("id", "UU No. 17/2014", ""),
    ("id", "Undang-Undang Nomor 17 Tahun 2014", ""),
    ("id", "Pasal 27 ayat (3)", ""),
    ("id", "0812-3456-7890", ""),
    ("id", "Covid-19 dan F-16", ""),
    ("id", "KTT G20 dan B20", ""),
    ("id", "salah satu warga", ""),
    ("id", "https://contoh.id/2023/05", ""),
    ("en", "Rp 1.5 trillion", "money 1500000000000 IDR"),
    ("en", "1.5 trillion rupiah", "money 1500000000000 IDR"),
    ("en", "US$20 billion", "money 20000000000 USD"),
    ("en", "$20bn", "money 20000000000 USD"),
    ("en", "1.1 million US dollars", "money 1100000 USD"),
    ("en", "from Rp 12,000 to Rp 6,000", "money 12000 IDR; money 6000 IDR"),
    ("en", "2.56 percent", "percent 2.56 %"),
    ("en", "2%", "percent 2 %"),
    ("en", "0.06 percentage points", "percent 0.06 pp"),
    ("en", "5 to 7 percent", "percent 5 %; percent 7 %"),
    ("en", "between 5 and 7 percent", "percent 5 %; percent 7 %"),
    ("en", "3.7 million tons", "measure 3700000 tonne"),
    ("en", "a 1.5-liter engine", "measure 1.5 liter"),
    ("en", "47-year-old", "measure 47 year"),
    ("en", "the 1990s", "number 1990 decade"),
    ("en", "78th", "ordinal 78"),
    ("en", "its 2,000th outlet", "ordinal 2000"),
    ("en", "twenty-five people", "number 25"),
    ("en", "one hundred and five", "number 105"),
    ("en", "tens of thousands", "number 10000"),
    ("en", "March 20, 2023", "date 2023-3-20"),
    ("en", "March 14-19, 2023", "date 2023-3-14; date 2023-3-19"),
    ("en", "20 March 2023", "date 2023-3-20"),
    ("en", "Monday, March 20", "date -3-20"),
    ("en", "March 2023", "date 2023-3-"),
    ("en", "10:30 a.m.", "time 10:30"),
    ("en", "2 p.m. WIB", "time 14:00 WIB"),
    ("en", "12 a.m.", "time 00:00"),
    ("en", "8K television and PM2.5", ""),
    ("en", "Law No. 17/2014", ""),
]


def shown(quantity: Quantity) -> str:
    value = quantity.value
    if isinstance(value, PartialDate):
        text = "-".join("" if part is None else str(part) for part in value)
    else:
        text = f"{value:%H:%M}" if isinstance(value, time) else f"{value.normalize():f}"
    return f"{quantity.kind} {text} {quantity.unit}".strip()


@pytest.mark.parametrize(("language", "text", "wanted"), ROWS)
def test_quantities_are_read_by_value(language: str, text: str, wanted: str) -> None:
    assert "; ".join(shown(quantity) for quantity in parse(text, language)) == wanted


def test_a_date_without_a_year_takes_the_one_nearest_to_the_publication() -> None:
    (quantity,) = parse("Kamis (29/12)", "id", date(2023, 1, 3))
    assert quantity.value == PartialDate(2022, 12, 29)


@pytest.mark.parametrize(
    ("source", "target", "agree"),
    [
        ("500 ribu orang", "500,000 people", True),
        ("2,3 miliar", "2.3 billion", True),
        ("2,3 miliar", "2.3 million", False),
        ("tiga orang tewas", "three people died", True),
        ("tiga orang tewas", "four people died", False),
        ("kedua pihak sepakat", "both sides agreed", True),
        ("setengah penduduk", "half the population", True),
        ("Senin (20/3)", "Monday, March 20, 2023", True),
        ("5 persen", "5 percentage points", False),
        ("pukul 10.30 WIB", "10:30 a.m. WITA", False),
        ("kalah 2-4", "lost 4-2", True),
    ],
)
def test_the_two_sides_agree_by_value(source: str, target: str, agree: bool) -> None:
    found = pair(source, target, ID_EN)
    assert (not found.lost and not found.added) is agree


@given(st.text(max_size=120), st.sampled_from(["id", "en"]))
def test_any_text_is_parsed_and_quantities_never_overlap(text: str, language: str) -> None:
    spans = [quantity.span for quantity in parse(text, language)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def quantity(kind: QuantityKind, value: Decimal | time | PartialDate, unit: str = "") -> Quantity:
    return Quantity(Span(0, 0), kind, value, unit)


numbers = st.decimals(min_value=Decimal("0.01"), max_value=10**14, places=2).map(Decimal.normalize)
QUANTITIES = st.one_of(
    numbers.map(lambda value: quantity(QuantityKind.NUMBER, value)),
    st.tuples(numbers, st.sampled_from(["IDR", "USD", "EUR", "SGD", "AUD", "MYR", "KRW"])).map(
        lambda pair: quantity(QuantityKind.MONEY, *pair)
    ),
    st.tuples(numbers, st.sampled_from(["%", "pp", "bp"])).map(
        lambda pair: quantity(QuantityKind.PERCENT, *pair)
    ),
    st.tuples(numbers, st.sampled_from(["kilometer", "tonne", "hectare", "celsius"])).map(
        lambda pair: quantity(QuantityKind.MEASURE, *pair)
    ),
    st.integers(1, 3000).map(lambda value: quantity(QuantityKind.ORDINAL, Decimal(value))),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(
        lambda day: quantity(QuantityKind.DATE, PartialDate(day.year, day.month, day.day))
    ),
    st.tuples(
        st.times().map(lambda t: time(t.hour, t.minute)), st.sampled_from(["", "WIB", "WITA", "WIT"])
    ).map(lambda pair: quantity(QuantityKind.TIME, *pair)),
)


@given(QUANTITIES, st.sampled_from(["id", "en"]))
def test_what_is_written_is_read_back_as_the_same_value(one: Quantity, language: str) -> None:
    written = write(one, language, STYLE)
    found = parse(f"x {written} y", language)
    assert [same_value(one, other) for other in found] == [True], (written, found)
    assert "\u00a0" not in written
    assert "\u202f" not in written

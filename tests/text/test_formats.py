from __future__ import annotations

from dataclasses import replace
from datetime import time
from decimal import Decimal

import pytest
from babel.dates import format_time
from babel.numbers import format_compact_currency  # type: ignore[attr-defined]
from hypothesis import given
from hypothesis import strategies as st
from showing import rows

from pipeline.config import load_settings
from pipeline.model import PartialDate, Quantity, QuantityKind, Span
from pipeline.text.formats import write
from pipeline.text.quantities import currencies, measures, parse

STYLE = load_settings(environment={}).style

HOUSE = """
number 1500 | 1,500 | 1.500
number 5 | five | lima
number 2 | two | dua
number 9 | nine | sembilan
number 10 | 10 | 10
number 1 | 1 | 1
number 0.5 | 0.5 | 0,5
number 1000000 | 1 million | 1 juta
number 17600000 | 17.6 million | 17,6 juta
number 2200112 | 2,200,112 | 2.200.112
number 2670000000 | 2.67 billion | 2,67 miliar
number 1500000000000 | 1.5 trillion | 1,5 triliun
money 1500000000000 IDR | Rp 1.5 trillion | Rp1,5 triliun
money 20000 IDR | Rp 20,000 | Rp20.000
money 1246900000000000 IDR | Rp 1,246.9 trillion | Rp1.246,9 triliun
money 20000000000 USD | US$20 billion | 20 miliar dolar AS
money 23.15 NZD | NZ$23.15 | 23,15 dolar Selandia Baru
money 500 SGD | S$500 | 500 dolar Singapura
money 5000000000 EUR | €5 billion | 5 miliar euro
money 1520000000000 KRW | 1.52 trillion won | 1,52 triliun won
money 20 MYR | 20 ringgit | 20 ringgit
percent 2.56 % | 2.56 percent | 2,56 persen
percent 7.50 % | 7.50 percent | 7,50 persen
percent 1 pp | 1 percentage point | 1 poin persentase
percent 0.06 pp | 0.06 percentage points | 0,06 poin persentase
percent 25 bp | 25 basis points | 25 basis poin
measure 3700000 tonne | 3.7 million tons | 3,7 juta ton
measure 1 kilometer | 1 kilometer | 1 kilometer
measure 12 kilometer | 12 kilometers | 12 kilometer
measure 34 celsius | 34 degrees Celsius | 34 derajat Celsius
measure 5.6 magnitude | magnitude 5.6 | magnitudo 5,6
measure 5 year | five years | lima tahun
measure 47 year | 47 years | 47 tahun
measure 70 kilometer-per-hour | 70 kilometers per hour | 70 kilometer per jam
ordinal 78 | 78th | ke-78
ordinal 21 | 21st | ke-21
ordinal 112 | 112th | ke-112
ordinal 2000 | 2,000th | ke-2000
ordinal 2 | second | kedua
ordinal 1 | first | pertama
score 21 | 21 | 21
date 2023-3-20 | March 20, 2023 | 20 Maret 2023
date -3-20 | March 20 | 20 Maret
date 2023-3- | March 2023 | Maret 2023
date 2023-- | 2023 | 2023
date 2023-4-31 | April 31, 2023 | 31 April 2023
time 10:30 WITA | 10:30 a.m. WITA | pukul 10.30 WITA
time 14:00 WIB | 2 p.m. WIB | pukul 14.00 WIB
time 00:00 | midnight | pukul 00.00
time 12:00 WIB | noon WIB | pukul 12.00 WIB
time 00:30 | 12:30 a.m. | pukul 00.30
time 12:05 | 12:05 p.m. | pukul 12.05
time 23:15:42 WIB | 11:15:42 p.m. WIB | pukul 23.15.42 WIB
time 00:00:05 | 12:00:05 a.m. | pukul 00.00.05
measure -5 celsius | minus 5 degrees Celsius | minus 5 derajat Celsius
percent -2.07 % | minus 2.07 percent | minus 2,07 persen
money -5000000000 IDR | minus Rp 5 billion | minus Rp5 miliar
money 85 cent | 85 cents | 85 sen
measure 7 pound | 7 pounds | 7 pon
measure 5 ream | 5 reams | 5 rim
~number 10 | dozens | puluhan
~number 10000 | tens of thousands | puluhan ribu
~number 1000000 | millions | jutaan
~money 100000000 IDR | hundreds of millions of rupiah | ratusan juta rupiah
~measure 100 tonne | hundreds of tons | ratusan ton
~number 1990 decade | 1990s | 1990-an
"""


def made(text: str) -> Quantity:
    """Read a short form back: `~money 20000 IDR`."""
    kind, _, rest = text.removeprefix("~").partition(" ")
    said, _, unit = rest.partition(" ")
    value: Decimal | PartialDate | time
    if kind == "date":
        year, month, day = (int(part) if part else None for part in said.split("-"))
        value = PartialDate(year, month, day)
    else:
        value = time.fromisoformat(said) if kind == "time" else Decimal(said)
    return Quantity(Span(0, 0), QuantityKind(kind), value, unit, approximate=text.startswith("~"))


@pytest.mark.parametrize(("quantity", "english", "indonesian"), rows(HOUSE))
def test_both_languages_have_their_house_form(quantity: str, english: str, indonesian: str) -> None:
    assert write(made(quantity), "en", STYLE) == english
    assert write(made(quantity), "id", STYLE) == indonesian


@pytest.mark.parametrize(
    ("quantity", "setting", "wanted"),
    [
        ("percent 5 %", {"percent": "%"}, "5%"),
        ("money 5000000 USD", {"dollar": "$"}, "$5 million"),
        ("money 20000 IDR", {"rupiah": "IDR"}, "IDR 20,000"),
        ("time 14:00 WIB", {"hours": 24}, "14:00 WIB"),
        ("time 00:00", {"hours": 24}, "00:00"),
        ("date 2023-3-20", {"date_order": "day-month"}, "20 March 2023"),
        ("date -3-20", {"date_order": "day-month"}, "20 March"),
        ("number 5", {"spell_below": 0}, "5"),
        ("ordinal 5", {"spell_below": 0}, "5th"),
    ],
)
def test_the_house_can_choose_another_form(quantity: str, setting: dict[str, str | int], wanted: str) -> None:
    assert write(made(quantity), "en", replace(STYLE, **setting)) == wanted  # type: ignore[arg-type]


def test_a_fraction_in_words_stays_one() -> None:
    half = Quantity(Span(0, 0), QuantityKind.NUMBER, Decimal(2) / 3, spelled=True)
    assert (write(half, "en", STYLE), write(half, "id", STYLE)) == ("two-thirds", "dua pertiga")


def test_the_spaces_of_babel_that_break_no_line_stay_inside() -> None:
    # What Babel does by itself: a page that is searched for "10:30 PM" would not find it.
    assert "\u202f" in format_time(time(22, 30), "short", locale="en_US")
    assert "\u00a0" in format_compact_currency(1500000000000, "IDR", locale="id_ID", fraction_digits=1)
    forms = [write(made(row[0]), language, STYLE) for row in rows(HOUSE) for language in ("id", "en")]
    assert not set("".join(forms)) & {"\u00a0", "\u202f"}


_SIZES = st.decimals(min_value=-Decimal(9999999999999999), max_value=Decimal(9999999999999999), places=2)
_COUNTS = st.integers(min_value=2, max_value=10**15).map(Decimal)
_KINDS = st.one_of(
    st.builds(lambda value: ("number", value, ""), _COUNTS),
    st.builds(
        lambda value, code: ("money", value, code), _SIZES, st.sampled_from(sorted(currencies.HOUSE["en"]))
    ),
    st.builds(lambda value, sign: ("percent", value, sign), _SIZES, st.sampled_from(["%", "pp", "bp"])),
    st.builds(
        lambda value, unit: ("measure", value, unit),
        _COUNTS,
        # `2 pounds` alone are money, and the magnitude has its own values below.
        st.sampled_from(sorted(set(measures.BY_UNIT) - set(measures.IN_OTHERS) - {"magnitude", "pound"})),
    ),
    st.builds(
        lambda value: ("measure", value, "magnitude"), st.integers(10, 99).map(lambda n: Decimal(n) / 10)
    ),
    st.builds(lambda value: ("ordinal", Decimal(value), ""), st.integers(1, 9999)),
    st.builds(
        lambda year, month, day: ("date", PartialDate(year, month, day), ""),
        st.one_of(st.none(), st.integers(1500, 2099)),
        st.integers(1, 12),
        st.integers(1, 28),
    ),
    st.builds(
        lambda year, month: ("date", PartialDate(year, month), ""),
        st.integers(1500, 2099),
        st.integers(1, 12),
    ),
    st.builds(
        lambda hour, minute, second, zone: ("time", time(hour, minute, second), zone),
        st.integers(0, 23),
        st.integers(0, 59),
        st.one_of(st.just(0), st.integers(0, 59)),
        st.sampled_from(["", "WIB", "WITA", "WIT"]),
    ),
    st.builds(lambda power: ("~number", Decimal(10) ** power, ""), st.integers(1, 14)),
    st.builds(lambda power: ("~money", Decimal(10) ** power, "IDR"), st.integers(1, 14)),
)
_STYLES = st.builds(
    lambda percent, dollar, rupiah, hours, order: replace(
        STYLE, percent=percent, dollar=dollar, rupiah=rupiah, hours=hours, date_order=order
    ),
    st.sampled_from(["percent", "%"]),
    st.sampled_from(["US$", "$"]),
    st.sampled_from(["Rp", "IDR"]),
    st.sampled_from([12, 24]),
    st.sampled_from(["month-day", "day-month"]),
)


@given(_KINDS, _STYLES, st.sampled_from(["id", "en"]))
def test_what_is_written_is_read_back_as_the_same_value(
    row: tuple[str, Decimal | PartialDate | time, str], style: object, language: str
) -> None:
    kind, value, unit = row
    quantity = Quantity(Span(0, 0), QuantityKind(kind.lstrip("~")), value, unit, approximate=kind[0] == "~")
    written = write(quantity, language, style)  # type: ignore[arg-type]
    (found,) = parse(written, language)
    assert (found.kind, found.value, found.unit) == (quantity.kind, value, unit)
    assert (found.approximate, found.span) == (quantity.approximate, (0, len(written)))

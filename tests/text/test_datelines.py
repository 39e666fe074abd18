"""Where a report was written, in front of its lead, and names that only look like it."""

from __future__ import annotations

import pytest

from pipeline.text.datelines import dateline, is_certain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("TORONTO—Canadian shares ended the day higher.", "TORONTO—"),
        ("JAKARTA---Pembegalan apotek kian kerap.", "JAKARTA---"),
        ("[SINGAPORE] A start-up has raised money.", "[SINGAPORE]"),
        ("SOLO, warta24 - Harga beras naik lagi.", "SOLO, warta24 -"),
        (
            "Palu, berita.sulteng.polri.go.id – Polisi meringkus dua orang.",
            "Palu, berita.sulteng.polri.go.id –",
        ),
        ("Balipagi.co.id | Gianyar - Kelian banjar diperiksa.", "Balipagi.co.id | Gianyar -"),
        ("MEDAN, 22 June 2023: Anyone who crossed the lake knows it.", "MEDAN, 22 June 2023:"),
        ("RKN, Kupang: Angin kencang menerjang desa.", "RKN, Kupang:"),
    ],
)
def test_a_dateline_is_told_from_the_lead(text: str, line: str) -> None:
    found = dateline(text)
    assert found is not None
    assert found["line"] == line


@pytest.mark.parametrize(
    "text",
    [
        "ASEAN–China sepakat menahan diri.",
        "PDIP–Gerindra sepakat berkoalisi.",
        "TNI–Polri menggelar apel bersama.",
        "KPK—Lembaga itu berdiri pada 2002.",
    ],
)
def test_names_with_a_dash_between_them_are_none(text: str) -> None:
    assert dateline(text) is None


def test_further_down_only_capitals_or_a_site_are_certain() -> None:
    assert is_certain("MANILA, Philippines — The city has never moved so many.")
    assert is_certain("kabar.com, LAMANDAU - Penjagaan ditambah.")
    assert not is_certain("Barack Obama – Presiden ke-44 itu – tiba.")

"""Where a report was written, in front of its lead, and names that only look like it."""

from __future__ import annotations

import time

import pytest

from pipeline.text.datelines import dateline, is_certain, may_be_speaker


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
        ("MULTAN: All four lifts are out of order.", "MULTAN:"),
        ("CHIANG RAI: The court on Monday closed the camp.", "CHIANG RAI:"),
        ("KOTA BHARU, Jan 17 ― Two ministers resigned today.", "KOTA BHARU, Jan 17 ―"),
        (
            "AL QUOZ, 5th March, 2026 (KDN) -- The town has planted trees.",
            "AL QUOZ, 5th March, 2026 (KDN) --",
        ),
        ("KUALA LUMPUR (Jan 10): Palm oil futures rose for the third day.", "KUALA LUMPUR (Jan 10):"),
        ("Hsinchu, March 19 (TWN) A gold ring was found.", "Hsinchu, March 19 (TWN)"),
        ("Nampula, April 9, 2019 (PAP) - The number rose.", "Nampula, April 9, 2019 (PAP) -"),
        ("Musanze (Rwanda) (AFP) The patient groans.", "Musanze (Rwanda) (AFP)"),
        ("NIAGA.CO.ID - JAKARTA. Emiten pakan itu merugi.", "NIAGA.CO.ID - JAKARTA."),
        ("Jombang, NU Online Sebanyak 870 kitab dipindai.", "Jombang, NU Online"),
        ("Batam, kabarpulau -- Terdakwa bersikeras.", "Batam, kabarpulau --"),
        ("KBRN, Tolitoli: Puskesmas pulau itu punya kulkas.", "KBRN, Tolitoli:"),
        ("BANDUNG, RODAKOTA.ID --- Antrean mengular.", "BANDUNG, RODAKOTA.ID ---"),
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
        "WASPADA: Gempa susulan bisa terjadi kapan saja.",
        "NASA: The asteroid will pass tonight.",
        "TRUMP: The tariffs will stay.",
        "RUU TPKS: The bill was passed.",
        "Rendy, 25 tahun: Saya sudah lama menunggu.",
        "Senin, 4 Maret 2024: Pemerintah menetapkan harga.",
        "Bersama KPK, BPKP Jawa Barat memeriksa laporan.",
        "Tokopedia.com, Shopee, Bukalapak dan Lazada mencatat rekor.",
        "Ketua Partai Aceh (PA) Muzakir Manaf menang.",
        "Bandung, Ojek Online Mogok",
        "EDITOR'S NOTE: This report was corrected.",
        "BACA: Harga beras naik lagi.",
        "Sir – Your leader overlooks the bus.",
        "Budi, wartawan - Saya datang pagi.",
        "Komisi Pemberantasan Korupsi (KPK) Jawa Barat berdiri.",
    ],
)
def test_names_with_a_dash_between_them_are_none(text: str) -> None:
    assert dateline(text) is None


def test_further_down_only_capitals_or_a_site_are_certain() -> None:
    assert is_certain("MANILA, Philippines — The city has never moved so many.")
    assert is_certain("kabar.com, LAMANDAU - Penjagaan ditambah.")
    assert not is_certain("Barack Obama – Presiden ke-44 itu – tiba.")


@pytest.mark.parametrize("piece", ["A-", "X-Y-Z-", "AB ", "A.com - ", "Aa. (", "JAKARTA, "])
def test_a_long_line_takes_no_longer_than_its_length(piece: str) -> None:
    started = time.process_time()
    dateline(piece * (50_000 // len(piece)) + "x")
    assert time.process_time() - started < 1.0


def test_two_who_talk_are_no_places() -> None:
    assert may_be_speaker("CRAIG LENNOX: It was the strongest lamp of all.")
    assert not may_be_speaker("MEDAN: The price of chilli has doubled.")
    assert not may_be_speaker("CATATAN: Berita ini telah diperbarui.")

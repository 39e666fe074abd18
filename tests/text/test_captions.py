"""What stands behind a caption on its line: whose picture it is, or a word more of the caption."""

from __future__ import annotations

import pytest

from pipeline.text.captions import split_caption


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (
            "Petugas menyiram sisa gudang. Foto: Luthfi Hakam/Selidik.co.id.",
            "Foto: Luthfi Hakam/Selidik.co.id.",
        ),
        ("Petugas menyiram sisa gudang. Sumber : KABARINI/Rahmat Yudis", "Sumber : KABARINI/Rahmat Yudis"),
        ("The calf surfaces off Rye on Wednesday. Credit: Penny Astor", "Credit: Penny Astor"),
        ("The knee of a spider under a microscope Courtesy of Ivar Lien", "Courtesy of Ivar Lien"),
        ("Residents pass buckets along a chain. — AFP", "— AFP"),
        ("Penyidik membawa koper pada 22 Februari. /Dok. Humas Kejari", "/Dok. Humas Kejari"),
        ("Pengamat komunikasi itu berbicara (MJ/Panca Sulaiman)", "(MJ/Panca Sulaiman)"),
        ("The chief holds the knob at a launch (Knob Labs via Gist)", "(Knob Labs via Gist)"),
        ("Guntingan surat pembaca tahun 1998 (koleksi pribadi)", "(koleksi pribadi)"),
        ("Attendants carry a patient up a ramp. — White Sun", "— White Sun"),
        ("Growers hold a sit-in on Monday. —The Canal Daily", "—The Canal Daily"),
        ("The yard caulks a hull in Al Jaddaf. Lena Haddad / The Review", "Lena Haddad / The Review"),
        (
            "Barges queue on the river, April 3, 2023. MERKUR/Wim Silaban/File Photo",
            "MERKUR/Wim Silaban/File Photo",
        ),
        ("Selebrasi di depan tribun utara GAWANG/Zainuddin", "GAWANG/Zainuddin"),
        ("Nurses picket on Tuesday. File photo by Jo Metz/GreenSpade", "File photo by Jo Metz/GreenSpade"),
        ("Unggahan yang beredar [WhatsApp]", "[WhatsApp]"),
        ("Crews leave the depot at dawn. | Ines Callow, Depot Weekly", "| Ines Callow, Depot Weekly"),
        ("Crews leave the depot at dawn. [ INES CALLOW | Weekly (2026) ]", "[ INES CALLOW | Weekly (2026) ]"),
        ("Growers warm an orchard on April 14. KDN photo", "KDN photo"),
        ("The keeper saves a third penalty • KDNI", "• KDNI"),
        (
            "Leek soup. Photograph: Ines Callow. Food styling: Jo Metz",
            "Photograph: Ines Callow. Food styling: Jo Metz",
        ),
        ("Pickers on an estate. Pic by Ines Callow", "Pic by Ines Callow"),
        ("The clerk was sentenced Monday. (Source: KDNI)", "(Source: KDNI)"),
        ("The cone rises out of the harbour ALTO IMAGES", "ALTO IMAGES"),
        ("The boy and his cow. Family handout", "Family handout"),
        ("Soto ayam dalam mangkuk tanah liat. iStock", "iStock"),
        ("Penjual menata cabai di Pasar Kranggan /Foto: Wahyu/Warta Pasar/", "/Foto: Wahyu/Warta Pasar/"),
        ("The ferry leaves the port of Hull © Humber Line", "© Humber Line"),
        ("The new depot serves 900 riders a day. COAST TIMES PHOTO: LIM WEI", "COAST TIMES PHOTO: LIM WEI"),
        ("Commuters cross the bridge. Photographer: Ines Callow/Line", "Photographer: Ines Callow/Line"),
    ],
)
def test_a_credit_is_parted_from_its_caption(caption: str, credit: str) -> None:
    said, found = split_caption(caption)
    assert found == credit
    assert said == caption[: -len(credit)].rstrip()


@pytest.mark.parametrize(
    "caption",
    [
        "Petugas Kementerian ATR/BPN mengukur tanah",
        "Petugas Kementerian ATR/BPN",
        "Apel gabungan TNI/Polri",
        "Laga Persija / Persib",
        "Kereta melaju di jalur baru (120 km/jam)",
        "Warga mengurus surat (KTP/SIM)",
        "Pesta rakyat dan/atau bazar (dan/atau bazar)",
        "Timnas merayakan kemenangan (menang via penalti)",
        "Stoltenberg (kiri) berbicara dengan Kishida",
        "Dua menteri berjabat tangan. Kishida menunggu (kanan)",
        "Perpustakaan keliling di Kp. Sindangsari",
        "Ketua Komisi Pemberantasan Korupsi (KPK) Firli Bahuri",
        "Logo Bank Rakyat Indonesia (BRI) Cabang Padang",
        "Tributes to the former Sen. Bob Dole",
        "Rektor Prof. Budi Santoso",
        "Gedung MPR/DPR Jakarta",
        "The band AC/DC",
        "A protester at the Israel/Lebanon border fence",
        "Pasangan calon Prabowo Subianto/Gibran Rakabuming",
        "The house before the fire. (It was later demolished)",
        "The old pier. — The river rose six metres overnight",
        "Ilustrasi beras. Harga Beras Naik",
        "Penumpang membayar. Ongkosnya Rp4.000.",
        'Pemain film "Laskar Pelangi" Zulfani Pasha',
        "Pembukaan pameran foto: Wajah Jakarta",
        "Semua berfoto bersama. (Dari kiri ke kanan: Budi, Ani, Sari)",
        "The mayor and Dr. Wura Adedoyin",
        "Peresmian berlangsung meriah. (12/8/2022)",
    ],
)
def test_a_word_more_of_the_caption_is_none(caption: str) -> None:
    assert split_caption(caption) == (caption, "")

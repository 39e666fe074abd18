from __future__ import annotations

import pytest

from pipeline.text.agencies import recognise


@pytest.mark.parametrize(
    ("line", "name", "mistaken"),
    [
        ("EPA", "EPA", False),
        ("EPA-EFE", "EPA-EFE", False),
        ("Badan Perlindungan Lingkungan", "EPA", True),
        ("(ANTARA FOTO/Galih Permana)", "ANTARA FOTO", False),
        ("Foto: Antara/Didik Prasetya", "ANTARA", False),
        ("AFP PHOTO/Bay Ismoyo", "AFP", False),
        ("Reuters/Willy Kurniawan", "Reuters", False),
        ("Getty Images", "Getty Images", False),
        ("(Dok. BNPB)", "BNPB", False),
    ],
)
def test_agencies_are_recognised_in_all_their_forms(line: str, name: str, mistaken: bool) -> None:
    found = recognise(line)
    assert found is not None
    assert (found.name, found.mistaken) == (name, mistaken)


@pytest.mark.parametrize(
    "line", ["dorongan Cina", "Kishida ke Kyiv?", "Home > Nasional", "Foto: Budi", "Hotel baru"]
)
def test_other_lines_name_no_agency(line: str) -> None:
    assert recognise(line) is None

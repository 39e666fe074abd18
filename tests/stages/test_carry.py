from __future__ import annotations

import pytest
from builders import EN_ID, ID_EN, draft

from pipeline.model import Direction
from pipeline.stages.carry import carry


@pytest.mark.parametrize(
    ("kind", "text", "target", "rule", "direction"),
    [
        ("masthead", "HARIAN CONTOH", "HARIAN CONTOH", "carried", ID_EN),
        ("credit", "Badan Perlindungan Lingkungan", "EPA", "credit", ID_EN),
        ("credit", "Foto: Antara/Didik", "Photo: Antara/Didik", "credit", ID_EN),
        ("credit", "Photo: AP/Dita", "Foto: AP/Dita", "credit", EN_ID),
        ("dateline", "Jakarta (ANTARA) -", "JAKARTA (ANTARA) —", "dateline", ID_EN),
        ("dateline", "TEMPO.CO, Jakarta -", "JAKARTA (TEMPO.CO) —", "dateline", ID_EN),
        ("dateline", "Denpasar, 16 Juli 2025 —", "DENPASAR, 16 July 2025 —", "dateline", ID_EN),
        ("dateline", "JAKARTA, April 24 (Reuters) -", "JAKARTA, April 24 (Reuters) —", "dateline", EN_ID),
        ("dateline", "Moskow:", "MOSKOW —", "dateline", ID_EN),
        ("credit", "Sumber gambar, Getty Images", "Image source, Getty Images", "credit", ID_EN),
        ("byline", "Reporter: Yuni | Redaktur: Hendra", "Reporter: Yuni | Editor: Hendra", "byline", ID_EN),
        ("duplicate_headline", "Dua Kali", "", "collapsed", ID_EN),
        ("source", "Berita NOS", "Berita NOS", "carried", ID_EN),
    ],
)
def test_a_line_that_is_no_prose_is_carried_by_rule(
    kind: str, text: str, target: str, rule: str, direction: Direction
) -> None:
    unit = carry(draft(text, kind, direction=direction))
    assert (unit.target, unit.machine.text, unit.machine.score) == (target, text, None)
    assert [(edit.rule, edit.before, edit.after) for edit in unit.edits] == [(rule, text, target)]

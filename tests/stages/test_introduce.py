from __future__ import annotations

import pytest
from builders import unit

from pipeline.model import BlockKind, Term, Unit
from pipeline.stages.introduce import introduce
from pipeline.text.matching import TermBase

TERMS = TermBase(
    [
        Term("KPK", "Corruption Eradication Commission", "institution", accepts=("KPK",), short="KPK"),
        Term("BPS", "Statistics Indonesia", "institution", accepts=("BPS",), short="BPS"),
        Term("DPR", "House of Representatives", "institution", accepts=("House",), short="House"),
        Term("PBB", "United Nations", "organisation", accepts=("UN",), short="UN"),
        Term("KTT", "summit", "event"),
    ],
    "id",
)
COMMISSION = "Corruption Eradication Commission"


def told(source: str, target: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Unit:
    return unit(source, target, kind, matches=TERMS.find(source))


def after(*pairs: tuple[str, str]) -> list[str]:
    return [one.target for one in introduce([told(*pair) for pair in pairs])]


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("KPK menahan dia.", "KPK detained him.", f"The {COMMISSION} (KPK) detained him."),
        ("Dia ditahan KPK.", "He was detained by KPK.", f"He was detained by the {COMMISSION} (KPK)."),
        ("Penyidik KPK datang.", "KPK investigators came.", f"{COMMISSION} (KPK) investigators came."),
        ("Ketua KPK itu pergi.", "The KPK chairman left.", f"The {COMMISSION} (KPK) chairman left."),
        ("Penyidik KPK.", "An KPK officer came.", f"A {COMMISSION} (KPK) officer came."),
        (
            "KPK Sleman.",
            "Officers of the Sleman regency KPK.",
            f"Officers of the Sleman regency {COMMISSION} (KPK).",
        ),
        ("Lisensi KPK Pro.", "The KPK Pro license.", "The KPK Pro license."),
        ("Kata BPS.", "BPS said.", "Statistics Indonesia (BPS) said."),
        # What stays: possessives, compounds, quotations, what every reader knows.
        ("Kantor KPK ramai.", "KPK's office is busy.", "KPK's office is busy."),
        ("Operasi KPK.", "The KPK-led operation.", "The KPK-led operation."),
        ("“KPK datang.”", "“KPK came.”", "“KPK came.”"),
        ("Ketua DPR pergi.", "The House speaker left.", "The House speaker left."),
        ("DPR menolak.", "The White House refused.", "The White House refused."),
        ("PBB bersidang.", "The UN met.", "The UN met."),
        ("KTT dimulai.", "The summit began.", "The summit began."),
        # A single mention in full needs no short form.
        ("KPK datang.", f"The {COMMISSION} came.", f"The {COMMISSION} came."),
    ],
)
def test_the_first_mention_is_in_full(source: str, target: str, wanted: str) -> None:
    assert after((source, target)) == [wanted]


def test_after_the_first_mention_the_short_form_stands() -> None:
    full = f"The {COMMISSION} came."
    assert after(("KPK datang.", full), ("KPK pergi.", full), ("KPK lagi.", "The KPK again.")) == [
        f"The {COMMISSION} (KPK) came.",
        "The KPK came.",
        "The KPK again.",
    ]


def test_a_second_introduction_is_taken_back() -> None:
    full = f"The {COMMISSION} (KPK) came."
    assert after(("KPK datang.", full), ("KPK pergi.", full)) == [full, "The KPK came."]


def test_a_short_form_that_is_a_part_of_the_full_one_needs_no_brackets() -> None:
    pairs = [("DPR setuju.", "The House agreed."), ("DPR pulang.", "The House of Representatives went home.")]
    assert after(*pairs) == ["The House of Representatives agreed.", "The House went home."]


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.SUBHEAD])
def test_headlines_and_captions_introduce_nothing(kind: BlockKind) -> None:
    first, second = introduce([told("KPK datang", "KPK comes", kind), told("KPK pergi.", "The KPK left.")])
    assert (first.target, second.target) == ("KPK comes", f"The {COMMISSION} (KPK) left.")


def test_every_change_is_recorded() -> None:
    (one,) = introduce([told("Kata BPS.", "BPS said.")])
    assert [(edit.rule, edit.before, edit.after) for edit in one.edits] == [
        ("first mention", "BPS", "Statistics Indonesia (BPS)")
    ]
    assert one.machine.text == "BPS said."

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import STYLE, draft

from pipeline.adapters.engines.echo import POISON, EchoEngine
from pipeline.model import Draft, Hypothesis, Translation
from pipeline.stages.translate import translate as translate_articles


class Listener(EchoEngine):
    """An echo that remembers what it was asked, and takes ten words at a time."""

    max_tokens = 10

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        self.asked += texts
        return super().translate(texts)


def translate(drafts: Sequence[Draft], engine: EchoEngine) -> list[Translation]:
    """Translate the drafts of one article."""
    (found,) = translate_articles([drafts], engine, STYLE)
    return found


def test_a_shouted_line_with_terms_in_the_target_language_is_still_read_as_a_sentence() -> None:
    engine = Listener()
    written = replace(draft("KASUS DEMAM BERDARAH NAIK"), text="KASUS dengue fever NAIK")
    titled = replace(draft("Menteri Tinjau Gudang Beras"), text="Minister Tinjau Gudang rice")
    shouted, headline = translate([written, titled], engine)
    assert engine.asked == ["Kasus dengue fever naik", "Minister tinjau gudang rice"]
    assert shouted.best.text == "KASUS DENGUE FEVER NAIK"
    assert headline.best.text == "Minister tinjau gudang rice"


def test_articles_share_the_engine_and_nothing_else() -> None:
    engine = Listener()
    shouting, other = [draft("HARGA CABAI NAIK DI PALU")], [draft("Gempa mengguncang Palu."), draft("dua")]
    found = translate_articles([shouting, other, [], [draft("dua")]], engine, STYLE)
    assert [len(article) for article in found] == [1, 2, 0, 1]
    # Palu is a name in the other article only: alone or in company, this one reads the same.
    assert engine.asked == ["Harga cabai naik di palu", "Gempa mengguncang Palu.", "dua"]


def test_as_many_come_out_as_went_in_in_order() -> None:
    texts = ["satu", "", "…", "dua", "satu", "12,5", "\x00\u200b"]
    engine = Listener()
    found = translate([draft(text) for text in texts], engine)
    assert [one.best.text for one in found] == texts
    assert engine.asked == ["satu", "dua"]


def test_carried_lines_never_reach_the_engine() -> None:
    engine = Listener()
    (found,) = translate([draft("EPA", "credit")], engine)
    assert (found.best.text, engine.asked) == ("EPA", [])


@pytest.mark.parametrize(
    ("text", "asked", "back"),
    [
        (">> Presiden\u200b tiba.", "Presiden tiba.", "Presiden tiba."),
        ("GEMPA GUNCANG CIANJUR LAGI", "Gempa guncang Cianjur lagi", "GEMPA GUNCANG CIANJUR LAGI"),
        ("Harga Cabai Melonjak di DPR", "Harga cabai melonjak di DPR", "Harga cabai melonjak di DPR"),
        ("• dua mobil", "dua mobil", "• dua mobil"),
        ("1. dua mobil", "dua mobil", "1. dua mobil"),
        ("\u202edua\u202c mobil", "dua mobil", "dua mobil"),
    ],
)
def test_what_a_model_cannot_read_is_undone_afterwards(text: str, asked: str, back: str) -> None:
    engine = Listener()
    (found,) = translate([draft(text)], engine)
    assert (engine.asked, found.best.text) == ([asked], back)


def test_a_long_sentence_is_parted_at_clauses_and_nothing_is_lost() -> None:
    text = "satu dua tiga empat lima enam, tujuh delapan sembilan sepuluh sebelas dua belas tiga belas"
    engine = Listener()
    (found,) = translate([draft(text)], engine)
    assert found.best.text == text
    assert engine.asked[0] == "satu dua tiga empat lima enam,"
    assert "parted" in found.notes


def test_a_line_without_a_space_is_parted_all_the_same() -> None:
    class ByLetters(Listener):
        def count_tokens(self, text: str) -> int:
            return len(text)

    (found,) = translate([draft("x" * 1000)], ByLetters())
    assert found.best.text.replace(" ", "") == "x" * 1000


def test_a_poison_segment_is_told_and_spoils_no_other() -> None:
    one, poison, other = translate([draft("satu"), draft(f"racun {POISON}"), draft("dua")], Listener())
    assert (one.fault, other.fault) == ("", "")
    assert poison.fault
    assert poison.best.text == f"racun {POISON}"


def test_links_point_into_the_drafts_text() -> None:
    text = "• dua\u200b mobil"
    (found,) = translate([replace(draft(text), names=("Susi",))], Listener())
    (link,) = found.best.alignment
    assert link.source.of(text).replace("\u200b", "") == "dua mobil"
    assert link.target.of(found.best.text) == "dua mobil"


def test_a_part_keeps_its_links_whatever_stands_in_another_article() -> None:
    class Short(EchoEngine):
        max_tokens = 6

    parted = draft("Menteri pertanian datang pagi itu kemari, lalu petani menunggu di balai desa.")
    ((alone,),) = translate_articles([[parted]], Short(), STYLE)
    first = next(link for link in alone.best.alignment)
    other = draft(first.source.of(parted.text))
    (_, (beside,)) = translate_articles([[other], [parted]], Short(), STYLE)
    assert beside == alone


def test_a_copy_among_the_hypotheses_keeps_nothing() -> None:
    class Copying(EchoEngine):
        def translate(self, texts: Sequence[str]) -> list[Translation]:
            links = super().translate(texts)[0].best.alignment
            return [
                Translation((Hypothesis("Someone came.", alignment=links), Hypothesis(one))) for one in texts
            ]

    ((found,),) = translate_articles([[replace(draft("Susi datang."), names=("Susi",))]], Copying(), STYLE)
    assert found.best.alignment


def test_what_lost_nothing_keeps_no_links() -> None:
    kept, lost = translate([draft("dua mobil"), replace(draft("tiga mobil"), names=("Susi",))], Listener())
    assert kept.best.alignment == ()
    assert lost.best.alignment

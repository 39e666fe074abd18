from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from builders import ID_EN

from pipeline import bootstrap
from pipeline.adapters.files import Reading
from pipeline.config import load_settings
from pipeline.errors import ArticleError, StorageError
from pipeline.model import Edition, Manuscript, Paragraph, Shelved, Signature
from pipeline.service import Checker, Desk, Done, Failed, Pair, key_of

SETTINGS = load_settings({"engine": {"name": "echo"}}, {})


@dataclass
class MemoryShelf:
    """A shelf in memory that can be full."""

    full_for: str = ""
    lying: dict[str, tuple[Signature, Shelved]] = field(default_factory=dict)

    def find(self, key: str, signature: Signature) -> Shelved | None:
        lies = self.lying.get(key)
        return lies[1] if lies and lies[0] == signature else None

    def put(self, edition: Edition) -> Shelved:
        if self.full_for and self.full_for in edition.article.title:
            raise StorageError("the disk is full")
        shelved = Shelved(edition.article.key, (), edition.words, len(edition.units), 0, {})
        self.lying[edition.article.key] = edition.signature, shelved
        return shelved


@pytest.fixture(scope="module")
def desk() -> Desk:
    return bootstrap.build(SETTINGS)


def reading(name: str, *texts: str) -> Reading:
    return Reading(name, Manuscript(name, tuple(Paragraph(text) for text in texts)))


def test_one_broken_article_among_many_is_told_and_the_others_go_on(desk: Desk) -> None:
    readings = [
        reading("a.txt", "Judul satu yang cukup panjang", "Isi satu dua tiga empat lima enam tujuh."),
        Reading("b.txt", error=ArticleError("the file is empty")),
        reading("c.txt", "Judul tiga yang penuh sekali", "Isi tiga."),
        reading("d.txt", "Judul empat yang cukup panjang", "Isi empat."),
    ]
    found = list(desk.translate(readings, MemoryShelf(full_for="penuh")))
    assert [type(outcome) for outcome in found] == [Done, Failed, Failed, Done]
    assert [outcome.reason for outcome in found if isinstance(outcome, Failed)] == [
        "the file is empty",
        "the disk is full",
    ]


def test_what_lies_on_the_shelf_is_not_translated_again(desk: Desk) -> None:
    shelf = MemoryShelf()
    readings = [reading("a.txt", "Isi yang sama.")]
    first, second = [next(desk.translate(readings, shelf)) for _ in range(2)]
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert (first.fresh, second.fresh) == (True, False)


def test_a_fault_of_ours_costs_one_article(desk: Desk) -> None:
    class Broken(MemoryShelf):
        def put(self, edition: Edition) -> Shelved:
            raise RuntimeError(edition.article.key)

    (found,) = desk.translate([reading("a.txt", "Isi.")], Broken())
    assert isinstance(found, Failed)
    assert "please report it: RuntimeError" in found.reason


def test_lines_come_out_as_they_went_in(desk: Desk) -> None:
    lines = ["Satu.", "", "Dua kalimat. Dalam satu baris.\n", "  >> Tiga  "]
    assert list(desk.translate_lines(lines)) == ["Satu.", "", "Dua kalimat. Dalam satu baris.", "Tiga"]


def test_every_unit_of_an_edition_has_its_place(desk: Desk) -> None:
    manuscript = Manuscript(
        "x.txt", (Paragraph("HARIAN"), Paragraph("Judul berita yang panjang"), Paragraph("A. B."))
    )
    edition = desk.edition(manuscript)
    assert [unit.draft.segment.key for unit in edition.units] == ["b1s1", "b2s1", "b3s1"]
    assert edition.signature.engine == "echo"


def test_keys_are_readable_and_differ_with_text_and_direction() -> None:
    one = Manuscript("/a/Índeks Berita (2).html", (Paragraph("Satu"),))
    other = Manuscript("/b/index.html", (Paragraph("Dua"),))
    assert key_of(one, ID_EN).startswith("indeks-berita-2-")
    assert len({key_of(one, ID_EN), key_of(other, ID_EN), key_of(one, ID_EN._replace(target="nl"))}) == 3
    assert key_of(Manuscript("-", ()), ID_EN).startswith("article-")


def test_a_pair_of_anybodys_is_checked() -> None:
    checker: Checker = bootstrap.build_checker(SETTINGS)
    wrong = checker.check_pair(Pair("Korban 12 orang.", "There were 21 victims."))
    assert [flag.check for flag in wrong.flags if flag.severity == "critical"] == ["numbers"]
    with pytest.raises(ValueError, match="not a valid BlockKind"):
        checker.check_pair(Pair("a", "b", "poem"))

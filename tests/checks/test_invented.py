from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import unit
from checks.cases import severities

from pipeline.checks import invented
from pipeline.model import Direction, Policy, Term, TermMatch, Unit
from pipeline.model.spans import Span
from pipeline.stages.check import check

INVENTED = [
    ("Pelabuhan itu ditutup karena serangan siber.", "The port closed after a cyberatetack."),
    ("Spanduk itu dipasang warga.", "Residents put up the billampung."),
    ("Wasit itu diperiksa.", "The refereeees were questioned."),
    ("Ia mundur. Keputusannya mengejutkan.", "He resigned. Nextnament surprised many."),
    ("Polisi memeriksa barang bukti itu.", "The police-stakerious items were examined."),
]
INTO_INDONESIAN = [
    ("The villagers are better off now.", "Warga desa itu kini tersejahteran."),
    ("Residents were evacuated.", "Petugas mengvakuasi warga."),
    ("The demonstrators had a right to protest.", "Pengunjuk rasa berhak takggahan."),
]
RIGHT = [
    ("Pedagang pempek itu pulang.", "The pempek vendor went home."),
    ("Warga memakan gaplek-gaplek itu.", "Residents ate the gapleks."),
    ("Bratislava menunggu tamunya.", "Pressburg awaits its guests."),
    ("Menurut Wagimin, harga naik.", "Prices rose, Wagimin said."),
    ("Presiden Abdourahmane hadir.", "Abdourahmane attended."),
    ("Ikuti @beritakota dan #kotabersih.", "Follow @kotaberita, #bersihkota and www.kotabersih.id."),
    ("Ia membeli ponsel baru.", "He bought an iPhone and 5ghzx cells."),
    ("Mereka tidak membukanya kembali.", "They didn't reopen or un-tarnish it, and re-elected nobody."),
    ("Sikap tamak itu dicela.", "The greediest, laziest and least rumour-prone were scolded."),
    ("Kombes Yanto hadir.", "Comr. Yanto attended."),
]
RIGHT_INDONESIAN = [
    ("The mayor reconfirmed it.", "Wali kota mengonfirmasikannya kembali."),
    ("Cities were ruined.", "Kota-kota porak-poranda, rumah-rumahnya pun dihancurluluhkan."),
    ("The queen abdicated; cosmonauts watched.", "Ratu itu abdikasi, kosmonot menonton."),
    ("Scopolamine is extracted.", "Skopolamin diekstraksi."),
    ("The fire burned 40 acres.", "Kebakaran itu menghanguskan 40 ekar."),
]


@pytest.mark.parametrize(("source", "target"), INVENTED)
def test_a_word_that_nobody_knows_is_flagged(source: str, target: str) -> None:
    assert severities(invented, source, target) == ["major"]


@pytest.mark.parametrize(("source", "target"), INTO_INDONESIAN)
def test_in_indonesian_too(source: str, target: str) -> None:
    assert [len(one.flags) for one in _into_indonesian(source, target)] == [1]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_forms_names_addresses_and_words_of_the_source_are_let_through(source: str, target: str) -> None:
    assert severities(invented, source, target) == []


@pytest.mark.parametrize(("source", "target"), RIGHT_INDONESIAN)
def test_forms_and_loans_are_words_of_indonesian(source: str, target: str) -> None:
    assert [[flag.message for flag in one.flags] for one in _into_indonesian(source, target)] == [[]]


def test_the_flag_says_which_word() -> None:
    (flagged,) = check([unit("Spanduk itu dipasang.", "The “billampung” was put up.")], [invented])
    (flag,) = flagged.flags
    assert flag.target_span is not None
    assert flag.target_span.of(flagged.target) == "billampung"


def test_what_the_term_base_wants_is_a_word() -> None:
    term = Term("rujak cingur", "rujakcing salad", "food", Policy.REQUIRE)
    match = TermMatch(Span(5, 17), term, "rujakcing salad")
    target = "They ate rujakcing salad."
    assert severities(invented, "Makan rujak cingur.", target) == ["major"]
    assert severities(invented, "Makan rujak cingur.", target, matches=[match]) == []


def test_of_a_language_that_nothing_is_known_of_every_word_may_be_one() -> None:
    strange = unit("The port closed.", "Pelabuhan takggahan.", direction=Direction("en", "xx"))
    (one,) = check([strange], [invented])
    assert one.flags == ()


def test_a_line_without_spaces_is_no_word() -> None:
    assert severities(invented, "Tabel itu panjang.", "The table is " + "bqx" * 14 + ".") == []
    assert severities(invented, "Tabel itu panjang.", "The table is " + "bqx" * 3 + ".") == ["major"]


def _into_indonesian(source: str, target: str) -> Sequence[Unit]:
    return check([unit(source, target, direction=Direction("en", "id"))], [invented])

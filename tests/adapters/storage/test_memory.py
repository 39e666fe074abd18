from __future__ import annotations

from dataclasses import replace

import pytest
from builders import EN_ID, ID_EN
from storing import NOW

from pipeline.adapters.storage.store import Store
from pipeline.model.work import MemoryEntry

RICE = MemoryEntry(
    ID_EN,
    "Harga beras di pasar itu naik 5 persen dalam sepekan.",
    "The price of rice at the market rose 5 percent in a week.",
    NOW,
    origin="a",
)
FLOOD = MemoryEntry(ID_EN, "Banjir merendam ratusan rumah warga.", "Floods submerged hundreds of homes.", NOW)


def test_an_entry_comes_back_as_it_was_kept_and_only_once(store: Store) -> None:
    whole = replace(RICE, context="c1", actor="sari", segment_key="b1s1", properties={"note": "checked"})
    assert store.memory.add([whole, FLOOD]) == 2
    assert store.memory.add([whole, FLOOD]) == 0
    assert list(store.memory.entries()) == [whole, FLOOD]
    assert list(store.memory.entries(EN_ID)) == []
    assert store.memory.exact([RICE.source, "never seen"], ID_EN) == {RICE.source: (whole,)}
    assert store.memory.exact([RICE.source], EN_ID) == {}


@pytest.mark.parametrize(
    ("sentence", "score", "target"),
    [
        (RICE.source, 1.0, RICE.target),
        (
            "Harga beras di pasar itu naik 7,5 persen dalam sepekan.",
            0.99,
            "The price of rice at the market rose 7.5 percent in a week.",
        ),
    ],
)
def test_a_sentence_that_differs_in_its_numbers_gets_them_put_in(
    store: Store, sentence: str, score: float, target: str
) -> None:
    store.memory.add([RICE, FLOOD])
    (match,) = store.memory.similar(sentence, ID_EN)
    assert (match.score, match.target, match.fitted) == (score, target, True)


def test_a_sentence_that_differs_in_its_words_is_shown_and_not_changed(store: Store) -> None:
    store.memory.add([RICE, FLOOD])
    (match,) = store.memory.similar("Harga beras di pasar itu turun 7 persen dalam sepekan.", ID_EN)
    assert 0.9 < match.score < 0.99
    assert (match.target, match.fitted) == (RICE.target, False)


@pytest.mark.parametrize(
    "sentence", ["", "?!", "Pemilu digelar serentak.", "2026", '"AND OR NOT" ( * ) ^ : -beras']
)
def test_what_is_like_nothing_finds_nothing(store: Store, sentence: str) -> None:
    store.memory.add([RICE, FLOOD])
    assert store.memory.similar(sentence, ID_EN) == ()


def test_the_most_alike_come_first_and_no_more_than_asked_for(store: Store) -> None:
    others = [
        replace(RICE, source=RICE.source.replace("5", "6") + " Ya." * n, origin=str(n)) for n in (3, 1, 2)
    ]
    store.memory.add([*others, RICE])
    found = store.memory.similar(RICE.source, ID_EN, limit=3)
    assert [match.entry.origin for match in found] == ["a", "1", "2"]

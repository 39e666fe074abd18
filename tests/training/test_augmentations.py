from __future__ import annotations

import random
import re

import pytest
from builders import EN_ID, ID_EN

from pipeline import registry
from pipeline.model import Direction, Span
from pipeline.training.example import Draw, Example
from pipeline.training.prior.phrases import Phrase
from pipeline.training.recipe import AUGMENTATIONS

PAIR = Example(
    'Menurut Wagimin, kepala OJK, ada 1.500 warga yang "marah" pada 3 Maret 2023.',
    'According to Wagimin, the FSA head, there were 1,500 "angry" residents on March 3, 2023.',
)


def augmented(name: str, example: Example, seed: int, direction: Direction = ID_EN) -> Example:
    other = Example("Kata Sukarti di sana.", "Said Sukarti there.")
    draw = Draw(direction, random.Random(seed), lambda: other)  # noqa: S311
    changed: Example = registry.load(AUGMENTATIONS, name).augment(example, draw)
    return changed


@pytest.mark.parametrize("name", registry.names(AUGMENTATIONS))
def test_the_same_chance_makes_the_same_example_and_none_is_emptied(name: str) -> None:
    for seed in range(30):
        first, second = (augmented(name, PAIR, seed) for _ in range(2))
        assert first == second
        assert first.source.strip()
        assert first.target.strip()
        assert augmented(name, Example("", ""), seed) is not None
        if (first.source, first.target) != (PAIR.source, PAIR.target):
            assert not first.phrases


def test_a_switched_source_holds_the_target_form_and_the_target_is_the_same() -> None:
    source, target = (
        "Kata kepala Otoritas Jasa Keuangan kemarin.",
        "Said the head of the Financial Services Authority.",
    )
    form = "Financial Services Authority"
    phrase = Phrase(Span(12, 34), Span(target.index(form), target.index(form) + len(form)))
    assert phrase.source.of(source) == "Otoritas Jasa Keuangan"
    seen = {augmented("code_switch", Example(source, target, (phrase,)), seed) for seed in range(20)}
    assert seen == {Example(f"Kata kepala {form} kemarin.", target)}


def test_a_foreign_term_stands_on_both_sides() -> None:
    one = Example("Kata kepala Otoritas.", "Said the Authority head.", (Phrase(Span(12, 20), Span(9, 18)),))
    other = Example("Di Bank itu.", "At the Bank.", (Phrase(Span(3, 7), Span(7, 11)),))
    made = set()
    for seed in range(60):
        draw = Draw(ID_EN, random.Random(seed), lambda: other)  # noqa: S311
        made.add(registry.load(AUGMENTATIONS, "code_switch").augment(one, draw))
    assert Example("Kata kepala Bank.", "Said the Bank head.") in made


def test_new_names_are_the_same_on_both_sides() -> None:
    changed = 0
    for seed in range(40):
        made = augmented("names", PAIR, seed)
        (new,) = re.findall(r"Menurut (.+), kepala", made.source)
        assert f"According to {new}, the" in made.target
        changed += new != "Wagimin"
        assert "Maret" in made.source
    assert changed > 15


@pytest.mark.parametrize("direction", [ID_EN, EN_ID])
def test_new_figures_keep_their_value_in_either_notation(direction: Direction) -> None:
    example = PAIR if direction == ID_EN else Example(PAIR.target, PAIR.source)
    turned = str.maketrans(".,", ",.")
    seen = set()
    for seed in range(60):
        made = augmented("figures", example, seed, direction)
        indonesian, english = (made.source, made.target) if direction == ID_EN else (made.target, made.source)
        (one,) = re.findall(r"ada ([\d.,]+) warga", indonesian)
        (other,) = re.findall(r"were ([\d.,]+) \"angry", english)
        assert one.translate(turned) == other
        (day, year) = re.findall(r"pada (\d+) Maret (\d{4})\.", indonesian)[0]
        assert f"March {day}, {year}." in english
        assert 1 <= int(day) < 29
        seen.add(one)
    assert len(seen) > 20


@pytest.mark.parametrize("name", ["addresses", "dateline"])
def test_what_is_hung_on_is_the_same_on_both_sides(name: str) -> None:
    plain = Example("Harga naik.", "Prices rose.")
    for seed in range(40):
        made = augmented(name, plain, seed)
        assert made.source.replace("Harga naik", "") == made.target.replace("Prices rose", "")
        assert made != plain


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("no_stop", ("Harga naik.", "Prices rose."), ("Harga naik", "Prices rose")),
        ("no_stop", ("Harga naik?", "Prices rose."), ("Harga naik?", "Prices rose.")),
        ("capitals", ("Harga naik", "Prices rise"), ("HARGA NAIK", "PRICES RISE")),
        (
            "title_case",
            ("Harga di pasar naik.", "Prices at markets rise."),
            ("Harga di Pasar Naik", "Prices at Markets Rise"),
        ),
        ("quotes", ("“Ya,” katanya.", "“Yes,” he said."), ('"Ya," katanya.', '"Yes," he said.')),
        ("quotes", ('"Ya," katanya.', '"It\'s so," he said.'), ("“Ya,” katanya.", "“It’s so,” he said.")),
        ("quotes", ("Katanya ya.", "He says it's so."), ("Katanya ya.", "He says it's so.")),
    ],
)
def test_both_sides_change_alike(name: str, before: tuple[str, str], after: tuple[str, str]) -> None:
    assert augmented(name, Example(*before), 1) == Example(*after)


def test_positions_are_translated() -> None:
    made = augmented("positions", Example("Kishida tiba di Kyiv.", "Kishida arrives in Kyiv."), 3)
    assert re.search(r"Kishida \(\w", made.source)
    assert "kiri" not in made.target
    assert made.source.count("(") == made.target.count("(") == 1


def test_a_slip_changes_the_source_alone() -> None:
    plain = Example("Kebakaran melanda pasar, kata petugas.", "A fire hit the market, officers said.")
    made = {augmented("typos", plain, seed) for seed in range(40)}
    assert {one.target for one in made} == {plain.target}
    assert len(made) > 10

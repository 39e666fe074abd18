from __future__ import annotations

import pytest

from pipeline.text.names import misspelt, names_of, standing

ARTICLE = [
    "Stoltenberg pergi.",
    "Menurut Stoltenberg dan Kishida, Krimea aman.",
    "Kata Widodo, Wijoyo marah.",
]
NAMES = names_of(ARTICLE, "id")


def test_names_stand_inside_sentences() -> None:
    assert {"Stoltenberg", "Kishida", "Widodo", "Wijoyo"} <= NAMES
    assert "Menurut" not in NAMES


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Stoltenberg pergi.", "Stolberg left.", [("Stolberg", "Stoltenberg")]),
        ("Stoltenberg pergi.", "Stoltenberg left.", []),
        ("Stoltenberg pergi.", "Stoltenberg's visit.", []),
        ("Stoltenberg pergi.", "He left on Monday.", []),
        ("Kishida bicara.", "Kishishida's talk.", [("Kishishida", "Kishida")]),
        ("Krimea aman.", "Crimea is safe.", []),
        ("Kata Widodo, Wijoyo marah.", "Widodo said Wijayo was angry.", [("Wijayo", "Wijoyo")]),
        ("Kata Widodo, Wijoyo marah.", "Wijodo was angry.", []),
        ("Harga naik.", "Stolberg left.", []),
        (
            "Kata Stoltenberg, harga naik.",
            "Prices rose, stoltenberg’s aide said.",
            [("stoltenberg", "Stoltenberg")],
        ),
    ],
)
def test_a_misspelt_name_is_found_with_the_articles_spelling(
    source: str, target: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(span.of(target), name) for span, name in misspelt(standing(source, NAMES), target)] == wanted

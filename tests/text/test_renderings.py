"""The table of what words are usually translated by."""

from __future__ import annotations

from importlib.resources import files

from pipeline.text.renderings import rendering


def test_every_row_is_a_word_and_another_one() -> None:
    rows = [
        row.split("\t")
        for row in files("pipeline.text").joinpath("renderings.tsv").read_text("utf-8").splitlines()
        if not row.startswith("#")
    ]
    assert len(rows) > 10_000
    assert {len(row) for row in rows} == {3}
    assert {language for language, _, _ in rows} == {"id", "en"}
    assert all(word == word.lower() and other == other.lower() != word for _, word, other in rows)


def test_a_word_that_nothing_is_known_of_has_none() -> None:
    assert rendering("wagimin", "id") is None
    assert rendering("badai", "en") is None
    assert rendering("badai", "de") is None

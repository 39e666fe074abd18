"""What is looked for only where a text has a sign of it is found wherever an expression alone would find it."""

from __future__ import annotations

import re

import pytest

from pipeline.config import bundled
from pipeline.text.gates import Worded
from pipeline.text.quantities import fractions, ordinals, rounded

LANGUAGES = ("id", "en")
EXPRESSIONS = {
    "place": (ordinals._PLACE, "id"),
    "both": (ordinals._EN_TOGETHER, "en"),
    "times": (ordinals._TIMES, "en"),
    "ordinal": (ordinals._english_words(), "en"),
    "half again": (fractions._AND_A_HALF, "en"),
    "dozen": (rounded._DOZEN, "en"),
    "decades": (rounded._LONG, "en"),
    **{f"fraction {language}": (fractions._FRACTIONS[language], language) for language in LANGUAGES},
    **{f"tens {language}": (rounded._tens(language), language) for language in LANGUAGES},
    **{f"round {language}": (rounded._round(language), language) for language in LANGUAGES},
}


def texts(language: str) -> list[str]:
    rows = [
        row for path in bundled("data/corpus").glob("*.tsv") for row in path.read_text("utf-8").splitlines()
    ]
    side = LANGUAGES.index(language)
    return [row.split("\t")[side] for row in rows] + ["Most of them are in their twenties."]


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_no_match_is_missed(name: str) -> None:
    expression, language = EXPRESSIONS[name]
    found = [(text, match[0]) for text in texts(language) for match in expression.pattern.finditer(text)]
    assert found
    assert [(text, match[0]) for text in texts(language) for match in expression.finditer(text)] == found


def test_nothing_is_looked_for_without_a_word() -> None:
    dozen = Worded.of(re.compile("rice"), ["dozen"])
    assert not [*dozen.finditer("rice")]
    assert [*dozen.finditer("a dozen bags of rice")]

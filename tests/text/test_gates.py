"""What is looked for only where a text has a sign of it is found wherever an expression alone would find it."""

from __future__ import annotations

import re

import pytest

from pipeline.checks import titles
from pipeline.config import bundled
from pipeline.text import countries, promos
from pipeline.text.gates import Worded
from pipeline.text.quantities import amounts, fractions, ordinals, rounded
from pipeline.text.quantities.signs import may_hold_numeral
from pipeline.text.words import beginnings

LANGUAGES = ("id", "en")
EXPRESSIONS = {
    "place": (ordinals._PLACE, "id"),
    "both": (ordinals._EN_TOGETHER, "en"),
    "times": (ordinals._TIMES, "en"),
    "ordinal": (ordinals._english_words(), "en"),
    "half again": (fractions._AND_A_HALF, "en"),
    "dozen": (rounded._DOZEN, "en"),
    **{f"countries {language}": (countries._PATTERNS[language], language) for language in LANGUAGES},
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_numeral_and_no_title_is_missed(language: str) -> None:
    counted = [text for text in texts(language) if amounts._amount(language).search(text)]
    assert counted
    assert all(may_hold_numeral(text, language) for text in counted)
    asking = [
        text for text in texts(language) if any(kind.asks[language].search(text) for kind in titles._KINDS)
    ]
    assert asking
    assert not any(titles._ASKING[language].isdisjoint(beginnings(text)) for text in asking)


@pytest.mark.parametrize(
    "line",
    [
        "Semua isi dilindungi. Hak cipta dilindungi.",
        "To take part, please email us.",
        "Tulisan itu tidak mewakili pandangan redaksi.",
        "Punya cerita? Silakan WhatsApp ke nomor ini.",
        "We may earn a commission.",
        "Setiap komentar menjadi tanggung jawab penulisnya.",
        "The opinions here are not necessarily ours and do not represent them.",
        "Ini artikel premium bagi yang berlangganan.",
        "The link was copied to your clipboard.",
        "Tell us in the comments.",
    ],
)
def test_what_a_site_says_is_found_by_its_word(line: str) -> None:
    assert promos.is_promo(line)

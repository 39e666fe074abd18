"""What is looked for only where a text has a sign of it is found wherever an expression alone would find it."""

from __future__ import annotations

import re

import pytest

from pipeline.checks import titles
from pipeline.config import bundled
from pipeline.text import countries, promos
from pipeline.text.gates import Worded
from pipeline.text.quantities import amounts, copied, fractions, ordinals, rounded
from pipeline.text.quantities.signs import may_hold_numeral
from pipeline.text.telltales import Telltale, Telltales

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


_NAMES = [
    *(f"{law} No. 17/2014" for law in copied._LAWS.split()),
    *(f"{law} 17/2014" for law in copied._LAWS.split()),
    *"pasal 27; Ayat 2; Article 3; paragraph 4; Section 5; Bab 2; Chapter 2; huruf 1; butir 3".split("; "),
    *"lihat https://dwi.example; www.dwi.example; redaksi@dwi.example; #banjir; 90/PUU-XXI/2023; H.R. 815".split(
        "; "
    ),
    *"DK 1234 AB; RT 05; Rt 05; RW 02; Rw 4; F-16; F‑16; KA 123; PM2.5; f/1.8; Boeing 737; Airbus A320".split(
        "; "
    ),
    *"24/7; iOS 17.2; +1 212 555 0100; (021) 3456789; +62 812 3456 7899; 1234567899; 12-345-6789; 1.2.3".split(
        "; "
    ),
]
"""A text for every mark: no other one of the same expression stands in it."""


@pytest.mark.parametrize("number", range(len(copied._COPIED)))
def test_no_digits_of_a_name_are_missed(number: int) -> None:
    expression = copied._COPIED[number]
    everything = [*_NAMES, *texts("id"), *texts("en")]
    found = [(text, match[0]) for text in everything for match in expression.pattern.finditer(text)]
    assert found
    assert [(text, match[0]) for text in everything for match in expression.finditer(text)] == found


def test_every_mark_opens_its_expression() -> None:
    found = {text: copied.find(text, "id") for text in _NAMES}
    assert [text for text, spans in found.items() if not spans] == []
    alone = {
        (number, mark)
        for number, expression in enumerate(copied._COPIED)
        for mark in expression.marks
        for text in _NAMES
        if expression.pattern.search(text) and [one for one in expression.marks if one in text] == [mark]
    }
    needed = {
        (number, mark)
        for number, expression in enumerate(copied._COPIED)
        for mark in expression.marks
        if not mark.isdigit()
    }
    assert needed - alone == set()


def test_what_hangs_on_to_digits_is_missed_by_no_mark() -> None:
    everything = ["ke-5", "90-an", *texts("id"), *texts("en")]
    found = [(text, match[0]) for text in everything for match in copied._LEFT_OVER.pattern.finditer(text)]
    assert {"ke-5", "90-an"} <= {said for _, said in found}
    assert [(text, match[0]) for text in everything for match in copied._LEFT_OVER.finditer(text)] == found


def test_sets_of_words_that_are_made_later_are_found_too() -> None:
    text = "Kapal tongkang itu karam."
    assert not Telltale(["perahu"]).is_in(text)
    assert Telltale(["tongkang"]).is_in(text)
    assert Telltales([["perahu"], ["karam"], ["kapal", "rakit"]]).found_in(text) == [1, 2]


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
    assert all(titles._ASKING[language].is_in(text) for text in asking)


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

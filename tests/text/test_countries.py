from __future__ import annotations

import pytest

from pipeline.text.countries import COUNTRIES, countries

FOUND = [
    ("id", "Presiden Uganda ke Pantai Gading.", ["Uganda", "Ivory Coast"]),
    (
        "en",
        "The Ugandan president met Ivorian and Scottish ministers.",
        ["Uganda", "Ivory Coast", "Scotland"],
    ),
    ("en", "Scotland Yard sent two officers to New South Wales.", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), FOUND)
def test_countries_are_found_in_both_languages(language: str, text: str, wanted: list[str]) -> None:
    assert [country.english[0] for _, country in countries(text, language)] == wanted


def test_no_form_stands_for_two_countries() -> None:
    for side in ("indonesian", "english", "adjectives"):
        forms = [form for country in COUNTRIES for form in getattr(country, side)]
        assert len(forms) == len(set(forms))

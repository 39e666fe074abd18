from __future__ import annotations

import pytest
from checks.cases import severities

from pipeline.checks import countries

CASES = [
    ("Invasi Rusia ke Ukraina.", "Russia's invasion of Ukraine.", []),
    ("Invasi Rusia ke Ukraina.", "The Russian attack on Ukrainians.", []),
    ("Korsel mengecam Korut.", "South Korea condemned North Korea.", []),
    ("Presiden AS tiba.", "The U.S. president arrived.", []),
    ("Dia orang Belanda.", "She is Dutch.", []),
    ("Siklon di Samudra Hindia.", "A cyclone in the Indian Ocean.", []),
    ("WNI itu pulang.", "The Indonesians went home.", []),
    ("Tim Jerman – juara bertahan – kalah.", "The team - the defending champions - lost.", []),
    ("Tim Jerman kalah di Uni Eropa.", "The German team - again - lost in the EU.", []),
    ("Harganya $9 di China.", "It costs 9 US dollars in China.", []),
    ("Harganya 9 dolar AS.", "It costs $9 in Japan.", ["minor"]),
    ("Moskwa menolak.", "Russia refused.", ["minor"]),
    ("Korsel mengecam uji coba itu.", "North Korea condemned the test.", ["critical"]),
    ("Tim Jerman kalah.", "The Japanese team lost.", ["critical"]),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_a_country_stays_itself(source: str, target: str, expected: list[str]) -> None:
    assert severities(countries, source, target) == expected

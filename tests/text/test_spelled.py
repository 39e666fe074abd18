from __future__ import annotations

import pytest
from showing import rows

from pipeline.text.quantities import parse
from pipeline.text.spelled import in_digits

WORDS = """
en | about one hundred and thirty flights | 130
en | He trained fifteen champions. | 15
en | for thirteen per cent of them | 13 per cent
en | worth thirty-nine million dollars | 39 million dollars
en | a twenty-year ban | 20-year
en | nearly three-and-a-half-thousand people | 3,500
en | half a dozen bylaws | 6
en | the eleven | 11
en | One hundred and ten people fled. | 110
en | “Two hundred people fled,” he said. | 200
id | sebanyak dua ratus ribu rupiah | 200.000 rupiah
id | setengah lusin rancangan perda | 6
id | hanya tiga puluh lima persen | 35 persen
id | selama dua belas tahun | 12 tahun
id | Seratus lima orang tewas. | 105
"""

LEFT = """
en | nine champions
en | in the nineteen-thirties
en | one-in-ten of them
en | Fifteen people died.
en | a dozen years in their thirties
en | in the twenty-first century
en | two and a half hours
en | read Twelve Years a Slave
en | 39 million dollars
id | sembilan orang
id | Lima belas orang tewas.
id | belasan ribu orang
id | di Kepulauan Seribu
id | Institut Teknologi Sepuluh Nopember
id | 200 ribu rupiah
"""


def _found(language: str, text: str) -> list[str]:
    return [digits for one in parse(text, language) if (digits := in_digits(one, text, language))]


@pytest.mark.parametrize(("language", "text", "wanted"), rows(WORDS))
def test_a_number_in_words_is_written_in_digits(language: str, text: str, wanted: str) -> None:
    assert _found(language, text) == [wanted]


@pytest.mark.parametrize(("language", "text"), rows(LEFT))
def test_what_a_paper_writes_in_words_stays(language: str, text: str) -> None:
    assert _found(language, text) == []

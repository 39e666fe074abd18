"""See at a glance whether a text can hold a quantity: most sentences hold none, and a search takes time."""

from __future__ import annotations

import re

from pipeline.text.quantities.numerals import MAGNITUDES, WORDS
from pipeline.text.telltales import Telltale

_FIGURES = re.compile(r"[0-9%½¼¾⅓⅔]|\b(?:[IVXLHD]+|pm|am)\b")

_INDONESIAN = """
    satu dua tiga empat lima enam tujuh delap lapan sembi puluh belas ratus ribu juta milia miliy trili
    tengah paruh separ seten setin kodi lusin perta nol abad seaba deka dekad windu dasa dasaw malam
    siang janua febru maret april mei juni juli agust septe oktob novem desem jan feb mar apr jun jul
    agt sep okt nov des seper sepul seteng sebel sepas sejut serat serib semil sekod selus sewin sedek
    kedua ketig keemp kelim keena ketuj kedel kesem kesep kesat kesek berdu berti berem berli belasa
    ratusa perem perti ganda kali lipat pukul jam tangg tahun perse tenga duper dwi tri catur panca
    ribua jutaa milya trily pasan
"""
_ENGLISH = """
    one two twi twice twel twent three thir third thirt four fourt forty fort five fift fifte fifty six
    sixte sixty seven eight eigh nine ninet ninth ten tenth teen eleve hundr thous milli billi trill
    half halve quart dozen score first secon decad centu noon midni night zero janua febru march april
    may june july augus septe octob novem decem jan feb mar apr jun jul aug sep sept oct nov dec once
    doubl tripl perce year hour minut fortn both pair trio nil half- mid
"""
_NUMERALS = {"id": Telltale(_INDONESIAN.split()), "en": Telltale(_ENGLISH.split())}
"""The first letters, five at most, of the words that quantities are made of."""


def may_hold_quantity(text: str, language: str) -> bool:
    """Tell whether a text has a figure or a word that numbers, dates and times are made of.

    >>> may_hold_quantity("Harga beras naik.", "id"), may_hold_quantity("Dua orang tewas.", "id")
    (False, True)
    """
    numerals = _NUMERALS.get(language)
    return numerals is None or bool(_FIGURES.search(text)) or numerals.is_in(text)


_DIGITS = re.compile("[0-9½¼¾]")
_COUNTING = {
    "id": Telltale((*WORDS["id"], "setengah", "seperempat")),
    "en": Telltale((*WORDS["en"], *MAGNITUDES["en"], "hundred", "half", "dozen")),
}


def may_hold_numeral(text: str, language: str) -> bool:
    """Tell whether a text has a digit or a word that numbers are made of; `Maret` and `kedua` are none.

    >>> may_hold_numeral("Pada hari kedua", "id"), may_hold_numeral("Dua orang tewas.", "id")
    (False, True)
    """
    return bool(_DIGITS.search(text)) or _COUNTING[language].is_in(text)

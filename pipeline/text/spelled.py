"""Numbers in words as digits, for an engine to read: digits it copies, words it has to know.

`one hundred and thirty flights` came out as `seratus orang dan penerbangan`; of `130 flights` no small model makes
anything but 130.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.model import Quantity, QuantityKind
from pipeline.text.formats import figure
from pipeline.text.quantities.numerals import NUMERAL, is_spelled, value_of

_NUMERAL = {language: re.compile(form, re.IGNORECASE) for language, form in NUMERAL.items()}
_COUNTED = (QuantityKind.NUMBER, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE)
_LEAST = 10
"""Below this every house writes words, and every model knows them."""
_DOZENS = re.compile(r"dozen|lusin|kodi", re.IGNORECASE)
"""`Half a dozen bylaws` is six."""
_OPENING = 100
"""Below this a sentence opens with the word: `Lima belas orang`, `Fifteen people`."""


def in_digits(quantity: Quantity, text: str, language: str) -> str | None:
    """Return a quantity of `text` with its number in digits; None where it has them, or is better left.

    A number with a capital inside a sentence belongs to a name (`Kepulauan Seribu`).
    """
    if quantity.approximate or quantity.kind not in _COUNTED:
        return None
    surface = quantity.span.of(text)
    numeral = _NUMERAL[language].match(surface)
    if numeral is None or not is_spelled(numeral[0]) or _is_part(quantity, text):
        return None
    value = value_of(numeral[0], language)
    least = _OPENING if surface[0].isupper() else _LEAST
    inside_name = surface[0].isupper() and text[: quantity.span.start].strip("“\"'‘( ")
    few = value < least and not _DOZENS.search(numeral[0])
    if inside_name or few or value != value.to_integral_value():
        return None
    return figure(Decimal(int(value)), language) + surface[numeral.end() :]


def _is_part(quantity: Quantity, text: str) -> bool:
    """Tell a number in a longer word: `nineteen-thirties`, `one-in-ten`."""
    hangs_on = text[quantity.span.start - 1 : quantity.span.start] == "-"
    return hangs_on or (quantity.kind is QuantityKind.NUMBER and text[quantity.span.end :][:1] == "-")

"""Numbers in words that count nothing: `kaki lima`, `Nusa Dua`, `one another`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from pipeline.model import Span

_SAYINGS = {
    "id": re.compile(
        r"\bkaki\slima\b|\bNusa\sDua\b|\bSimpang\sLima\b|\bSepuluh\sNopember\b|\bSebelas\sMaret\b|\bKepulauan\sSeribu\b"
        r"|\bsatu-satu(?:nya)?\b|\bdua-duanya\b|\btiga-tiganya\b|\bEmpat\sLawang\b|\bLima\sPuluh\sKota\b|\bRaja\sAmpat\b"
        r"|\bbahu-membahu\b|\bbermata\sdua\b|\bberpikir\sdua\skali\b|\bTiga\sRaksa\b|\bSeribu\sBukit\b|\bdua\sgim\slangsung\b"
        r"|\bdua\sset\slangsung\b|\bmendua\b|\blangkah\sseribu\b(?!\skali)|\bseribu\sbahasa\b|\btujuh\skeliling\b|\bdua\ssejoli\b"
        r"|\bempat\smata\b(?!\s(?:pelajaran|uang|air|kuliah|angin|rantai|acara))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bone\sanother\b|\bno\sone\b|\bThousand\sIslands\b|\bthe\sOne\b|\bstraight\ssets\b|\bBali\sNine\b"
        r"|\bfour-wheel|\btwo-legged\b|\bGroup\sof\s(?:Seven|Twenty)\b|(?-i:\b(?:Big|Fab)\s(?:Three|Four|Five|Six)\b)"
        r"|\bFive\sStar\sMovement\b|\bcloud\snine\b|\beleventh-hour\b|\bat\sthe\seleventh\shour\b"
        r"|\bsecond\s(?:thoughts?\b|nature\b(?!\s(?:reserve|park|trail))|to\snone\b)|\b(?:given|give|gave)\s(?:\w+\s)?the\sthird\sdegree\b"
        r"|\b(?:first|second)-hand\b|\bsixes\sand\ssevens\b|\bnine-to-five\b",
        re.IGNORECASE,
    ),
}
"""Numbers in words that count nothing: street vendors, a cape, a university, islands, the last moment."""


@lru_cache(maxsize=64)
def _sayings(text: str, language: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _SAYINGS[language].finditer(text))


def is_said(span: Span, text: str, language: str) -> bool:
    """Tell whether a number in words is part of a name or a phrase.

    >>> is_said(Span(4, 7), "The One", "en"), is_said(Span(0, 3), "One of them", "en")
    (True, False)
    """
    found = _sayings(text, language)
    # They don't overlap: if any does, it is the last that begins before the span ends.
    last = bisect_left(found, Span(span.end, span.end)) - 1
    return last >= 0 and found[last].overlaps(span)

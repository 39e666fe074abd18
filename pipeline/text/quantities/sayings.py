"""Numbers in words that count nothing: `kaki lima`, `Nusa Dua`, `one another`."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model import Span

_SAYINGS = {
    "id": re.compile(
        r"\bkaki\slima\b|\bNusa\sDua\b|\bSimpang\sLima\b|\bSepuluh\sNopember\b|\bSebelas\sMaret\b|\bKepulauan\sSeribu\b"
        r"|\bsatu-satu(?:nya)?\b|\bdua-duanya\b|\btiga-tiganya\b|\bEmpat\sLawang\b|\bLima\sPuluh\sKota\b|\bRaja\sAmpat\b"
        r"|\bbahu-membahu\b|\bbermata\sdua\b|\bberpikir\sdua\skali\b|\bTiga\sRaksa\b|\bSeribu\sBukit\b|\bdua\sgim\slangsung\b"
        r"|\bdua\sset\slangsung\b|\bmendua\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bone\sanother\b|\bno\sone\b|\bThousand\sIslands\b|\bthe\sOne\b|\bstraight\ssets\b|\bBali\sNine\b"
        r"|\bfour-wheel|\btwo-legged\b|\bGroup\sof\s(?:Seven|Twenty)\b|\b(?:Big|Fab)\s(?:Three|Four|Five|Six)\b"
        r"|\bFive\sStar\sMovement\b|\bcloud\snine\b|\beleventh[\s-]hour\b|\bsecond\s(?:thoughts?\b|nature\b|to\snone\b)"
        r"|\bthe\sthird\sdegree\b|\b(?:first|second)[\s-]hand\b|\bsixes\sand\ssevens\b|\bnine[\s-]to[\s-]five\b",
        re.IGNORECASE,
    ),
}
"""Numbers in words that count nothing: street vendors, a cape, a university, islands, the last moment."""


@lru_cache(maxsize=64)
def sayings(text: str, language: str) -> tuple[Span, ...]:
    """Find where a number in words is part of a name or a phrase."""
    return tuple(Span(*match.span()) for match in _SAYINGS[language].finditer(text))

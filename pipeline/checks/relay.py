"""The article is itself a translation.

A line such as `Berita NOS` credits a Dutch broadcaster, `Badan Perlindungan Lingkungan` is the photo
agency EPA translated literally: what reached us went through a machine once already, and its errors
look like facts. Someone should find the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model import BlockKind, Finding, Severity, Span, Unit
from pipeline.text.agencies import recognise

SEVERITY = Severity.MAJOR

_BROADCASTERS = (
    "NOS|NPO|RTL|VRT|ARD|ZDF|DW|ORF|SRF|RTBF|RT[ÉE]|RAI|RTVE|TVE|SVT|NRK|DR|YLE|TF1|BFM(?:TV)?|NHK|KBS|SBS|"
    "CCTV|CGTN|RT|TRT|CBC|ABC|NBC|CBS|PBS|NPR|CNN|Fox|Sky|ITV|Tagesschau|Nieuwsuur|Euronews|France ?24|RFI"
)
_CREDITED = re.compile(rf"(?:Berita|Warta|Kabar)\s+(?:{_BROADCASTERS})", re.IGNORECASE)

_LINES = frozenset({BlockKind.SOURCE, BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.MASTHEAD})
"""Where a page says where it comes from; `CNN Indonesia` in a paragraph is no sign of anything."""

_CHINA = (re.compile(r"\bCina\b"), re.compile(r"\b(?:China|Tiongkok)\b"))


class _Sign(NamedTuple):
    place: int
    words: str
    strong: bool


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Gather the signs, and flag once, at the strongest."""
    if not units or units[0].direction.source != "id":
        return
    signs = [*_credited(units), *_agencies(units), *_mixed(units)]
    strong = [sign for sign in signs if sign.strong]
    if not strong:
        return
    place = strong[0].place
    listed = "; ".join(dict.fromkeys(sign.words for sign in signs))
    yield (
        place,
        Finding(
            f"The article is a translation itself ({listed}), so this is translated from a translation: "
            "find the original before you trust a detail.",
            Span(0, len(units[place].source)),
        ),
    )


def _credited(units: Sequence[Unit]) -> Iterator[_Sign]:
    for place, unit in enumerate(units):
        if unit.kind in _LINES and _CREDITED.fullmatch(unit.source.strip()):
            yield _Sign(place, f"it credits “{unit.source.strip()}”", strong=True)


def _agencies(units: Sequence[Unit]) -> Iterator[_Sign]:
    for place, unit in enumerate(units):
        agency = recognise(unit.source) if unit.kind is BlockKind.CREDIT else None
        if agency is not None and agency.mistaken:
            yield _Sign(place, f"an agency's name is translated literally, “{unit.source}”", strong=True)


def _mixed(units: Sequence[Unit]) -> Iterator[_Sign]:
    text = "\n".join(unit.source for unit in units)
    if all(form.search(text) for form in _CHINA):
        yield _Sign(0, "it writes Cina and China", strong=False)

"""Where a report was written and for whom, in front of its lead: `JAKARTA, KOMPAS.com –`, `Moskow:`."""

from __future__ import annotations

import re

from pipeline.text.countries import COUNTRIES

_DOMAIN = r"(?:\.[\w-]+){0,4}\.(?:com|Com|COM|co\.id|go\.id|or\.id|ac\.id|co|id|ID|net|org)"
_OUTLET = rf"\(?[A-Za-z][\w-]+{_DOMAIN}\)?"
_PLACE_WORD = r"[A-Z(][\w.'’/()-]*"
_CITIES = (
    "Jakarta|Bandung|Surabaya|Semarang|Yogyakarta|Denpasar|Medan|Makassar|Palembang|Batam|Bogor|Depok|Bekasi|Tangerang"
    "|Solo|Malang|Manado|Padang|Pekanbaru|Pontianak|Balikpapan|Samarinda|Banjarmasin|Kupang|Mataram|Ambon|Jayapura"
    "|Washington|New York|London|Paris|Berlin|Moskow|Moscow|Kyiv|Beijing|Tokyo|Seoul|Singapura|Singapore|Kuala Lumpur"
    "|Bangkok|Manila|Hanoi|Canberra|Sydney|New Delhi|Riyadh|Teheran|Tehran|Gaza|Yerusalem|Jerusalem|Kairo|Cairo|Ankara"
    "|Istanbul|Doha|Dubai|Jenewa|Geneva|Brussel|Brussels|Roma|Rome|Madrid"
)
_DASHED = re.compile(
    rf"^(?P<line>[A-Z(/][\w.'’/)(-]*(?:(?:[ ,]+|\s\|\s)(?:{_PLACE_WORD}|/\w+/|{_OUTLET}|dan|of)){{0,6}}"
    r"(?:,?\s*\(?\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+[A-Z][a-z]+(?:\s+\d{4})?)\)?|,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"
    r"(?:\s*[(/][A-Za-z][\w. -]{1,24}[)/])?,?\s*(?:--|[-–—]))\s+(?=[A-Z“\"‘'\d(])"
)
_UNDASHED = re.compile(
    rf"^(?P<line>(?:{_OUTLET}),\s(?:(?:Bandar|Banda|Labuan|Tanjung|Pangkal|Kuala|Nusa|New|San|Los)\s)?[A-Z][a-z]+)\s"
    r"(?=[A-Z“\"])"
)
"""A site and a place with no dash behind them: `Liputankini.com, Jakarta Harga emas …`."""
_SITE_DASHED = re.compile(
    rf"^(?P<line>[a-z][\w-]*{_DOMAIN}(?:,?\s{_PLACE_WORD}){{0,3}}\s*(?:--|[-–—]))\s+(?=[A-Z“\"\d])"
)
"""A site that writes itself small: `kabar.id - Isu itu …`."""
_CAPITALS = re.compile(
    r"^(?P<line>\[[A-Z]{3,}(?: [A-Z]{3,}){0,2}\]|[A-Z]{3,}(?: [A-Z]{3,}){0,2}, [a-z][\w-]{2,20} ?(?:--|[-–—]))"
    r"\s+(?=[A-Z“\"])"
)
"""A place in capitals, in brackets or with a house that writes itself small: `[SINGAPORE]`, `SOLO, warta24 -`."""
_GLUED = re.compile(
    rf"^(?P<line>(?:{_CITIES.upper()}|TORONTO|OTTAWA|CHICAGO|BOSTON|LOS ANGELES|SAN FRANCISCO)\s?(?:---?|—))"
    r"(?=[A-Z“\"])"
)
"""A place in capitals with its dash on the lead: `TORONTO—Stocks closed …`, `JAKARTA---Harga …`."""
_HOUSE = re.compile(
    rf"^(?P<line>[A-Z][\w.]+(?:\s[A-Z\d]\w*){{0,2}},\s(?:{_CITIES}))\s"
    r"(?!(?:Pusat|Utara|Selatan|Barat|Timur|Tengah|Raya|City|International)\b)(?=[A-Z“\"])"
)
"""A house and a city with no dash behind them: `Liputan6.com, Jakarta`, `Kabar Kita, Surabaya Harga …`."""
_PLACE_ALONE = re.compile(
    rf"^(?P<line>(?:[A-Z][\w.]+(?:\s[A-Z]\w*){{0,2}},\s)?(?:{_CITIES}|{_CITIES.upper()})(?:\s*:|\.)"
    r"|[A-Z]{3,}(?:\s[A-Z]{3,}){0,3},\s\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?\s?:)\s+(?=[A-Z“\"])"
)
"""A lead that opens with its place and a colon: `Moskow: Rusia menolak …`, `MEDAN, 22 June 2023: Anyone who …`."""
_LINE = re.compile(rf"^(?:{_CITIES}),\s[^.!?]{{2,40}}$", re.IGNORECASE)
"""A dateline on a line of its own above the lead: `Jakarta, NU Online`."""
_LINE_DASHED = re.compile(rf"^{_PLACE_WORD}(?:[ ,]+{_PLACE_WORD}){{0,5}}\s*(?:--|[-–—])$")
"""The same with its dash, where the markup parts it from the lead: `<b>Pekalongan</b> - <p>`."""


_LINE_SITE = re.compile(
    r"^[A-Z][\w .]{2,25}, [\w-]{2,25}\.(?:com|co\.id|id|net)$"
    r"|^[\w-]{2,25}\.(?:com|co\.id|id|net)\s[-–|]\s[A-Z][\w ]{2,25}:?$",
    re.IGNORECASE,
)
"""The same with a site: `Pematangsiantar, KABAR.ID`, `Kabar.com - Pandeglang :`."""
_COUNTRIES = frozenset(name for one in COUNTRIES for name in (*one.indonesian, *one.english))


def dateline(text: str) -> re.Match[str] | None:
    """Return the dateline that a paragraph opens with: its group `line`, and where the lead begins.

    >>> dateline("TEMPO.CO, Jakarta - Harga naik.")["line"]
    'TEMPO.CO, Jakarta -'
    """
    forms = (_DASHED, _SITE_DASHED, _CAPITALS, _GLUED, _PLACE_ALONE, _UNDASHED, _HOUSE)
    return next(filter(None, (form.match(text) for form in forms)), None)


def is_dashed(text: str) -> bool:
    """Tell a paragraph with a full dateline, which is the lead wherever it stands."""
    return _DASHED.match(text) is not None or _SITE_DASHED.match(text) is not None


def is_certain(text: str) -> bool:
    """Tell a dateline from a name with a dash behind it, `Barack Obama – Presiden ke-44 …`: by its capitals, or a site.

    >>> is_certain("SORONG, Indonesia - One exporter said"), is_certain("Barack Obama – Presiden ke-44 itu")
    (True, False)
    """
    found = _DASHED.match(text) or _SITE_DASHED.match(text)
    if found is None:
        return False
    line = found["line"]
    return re.match(r"[A-Z]{4,}\b", line) is not None or re.search(rf"\w{_DOMAIN}", line) is not None


def stands_alone(line: str) -> bool:
    """Tell a dateline on a line of its own."""
    place, _, country = line.partition(", ")
    named = place.isupper() and country in _COUNTRIES  # `TABANAN, Indonesia`
    return (
        named
        or _LINE_SITE.match(line) is not None
        or _LINE.match(line) is not None
        or _LINE_DASHED.match(line) is not None
    )

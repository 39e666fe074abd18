"""Where a report was written and for whom, in front of its lead: `JAKARTA, KOMPAS.com –`, `Moskow:`."""

from __future__ import annotations

import re

from pipeline.text.countries import COUNTRIES
from pipeline.text.translations import known

_DOMAIN = r"(?:\.[\w-]+){0,4}\.(?:com|Com|COM|(?:co|go|or|ac|CO|GO|OR|AC)\.(?:id|ID)|CO|co|id|ID|net|NET|org)"
_OUTLET = rf"\(?[A-Za-z][\w-]+{_DOMAIN}\)?"
_LEAD = r"\s+(?=[A-Z“\"‘'\d])"
"""What is between a dateline and its lead, and how a lead begins."""
_PLACE_WORD = r"[A-Z(][\w.'’/()-]*"
_CITIES = (
    "Jakarta|Bandung|Surabaya|Semarang|Yogyakarta|Denpasar|Medan|Makassar|Palembang|Batam|Bogor|Depok|Bekasi|Tangerang"
    "|Solo|Malang|Manado|Padang|Pekanbaru|Pontianak|Balikpapan|Samarinda|Banjarmasin|Kupang|Mataram|Ambon|Jayapura"
    "|Washington|New York|London|Paris|Berlin|Moskow|Moscow|Kyiv|Beijing|Tokyo|Seoul|Singapura|Singapore|Kuala Lumpur"
    "|Bangkok|Manila|Hanoi|Canberra|Sydney|New Delhi|Riyadh|Teheran|Tehran|Gaza|Yerusalem|Jerusalem|Kairo|Cairo|Ankara"
    "|Istanbul|Doha|Dubai|Jenewa|Geneva|Brussel|Brussels|Roma|Rome|Madrid"
)
_DAY_NAMES = (
    r"(?!(?:Pada|Published|Posted|Updated|Edisi|Diperbarui|Sejak|Hingga|Sampai|On|Since|Until|Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
"""`Senin, 4 Maret 2024: …` says when, and not where."""
_DASHED = re.compile(
    rf"^{_DAY_NAMES}(?!(?:Sirs?|Madam)\s[-–—―])"
    rf"(?P<line>[A-Z(/][\w.'’/)(-]*(?:(?:[ ,]+|\s\|\s)(?:{_PLACE_WORD}|/\w+/|{_OUTLET}|dan|of)){{0,6}}"
    r"(?:,?\s*\(?\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+[A-Z][a-z]+(?:\s+\d{4})?)\)?|,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"
    r"(?:\s*[(/][A-Za-z][\w. -]{1,24}[)/])?,?\s*(?:--|[-–—―]))\s+(?=[A-Z“\"‘'\d(])"
)
_UNDASHED = re.compile(
    rf"^(?P<line>(?:{_OUTLET}),\s(?:(?:Bandar|Banda|Labuan|Tanjung|Pangkal|Kuala|Nusa|New|San|Los)\s)?[A-Z][a-z]+)\s"
    r"(?=[A-Z“\"])"
)
"""A site and a place with no dash behind them: `Liputankini.com, Jakarta Harga emas …`."""
_SITE_DASHED = re.compile(
    rf"^(?P<line>[a-z][\w-]*{_DOMAIN}(?:,?\s{_PLACE_WORD}){{0,3}}\s*(?:--|[-–—―]))\s+(?=[A-Z“\"\d])"
)
"""A site that writes itself small: `kabar.id - Isu itu …`."""
_CAPITALS = re.compile(
    r"^(?P<line>\[[A-Z]{3,}(?: [A-Z]{3,}){0,2}\]|[A-Z]{3,}(?: [A-Z]{3,}){0,2}, [a-z][\w-]{2,20} ?(?:--|[-–—―]))"
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
_LINE_DASHED = re.compile(rf"^{_PLACE_WORD}(?:[ ,]+{_PLACE_WORD}){{0,5}}\s*(?:--|[-–—―])$")
"""The same with its dash, where the markup parts it from the lead: `<b>Pekalongan</b> - <p>`."""
_LINE_SITE = re.compile(
    r"^[A-Z][\w .]{2,25}, [\w-]{2,25}\.(?:com|co\.id|id|net)$"
    r"|^[\w-]{2,25}\.(?:com|co\.id|id|net)\s[-–|]\s[A-Z][\w ]{2,25}:?$",
    re.IGNORECASE,
)
"""The same with a site: `Pematangsiantar, KABAR.ID`, `Kabar.com - Pandeglang :`."""
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Mei|Jun|Jul|Aug|Agu|Sep|Oct|Okt|Nov|Dec|Des|JAN|FEB|MAR|APR|MAY|MEI|JUN|JUL|AUG|AGU|SEP|OCT|OKT"
    r"|NOV|DEC|DES|june|july)[A-Za-z]{0,6}\.?"
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?)"
_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,3}"
_COUNTRY = r"(?:, (?:the )?[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2}| \([A-Z][\w.' ]{1,20}\))?"
_AGENCIES = "AFP|Reuters|REUTERS|Antara|ANTARA|Bernama|Xinhua|PTI|IANS|Yonhap|Kyodo|dpa"

_DATED = re.compile(
    rf"^{_DAY_NAMES}(?P<line>{_PLACE}{_COUNTRY},? \(?{_DAY}\)?(?: ?[(/] ?[A-Za-z][\w./& -]{{1,24}} ?[)/])?"
    rf"(?:\s?(?:--|[-–—―])|(?<=[A-Za-z]\)):|(?<=[A-Za-z]\))(?= [A-Z“\"]))){_LEAD}"
)
"""A place with its day, and a house or a mark: `Taipei, March 19 (CNA) A ring …`, `Katni (MP), Dec 12 (PTI):`."""
_BY_AGENCY = re.compile(
    rf"^(?P<line>(?:{_PLACE}{_COUNTRY} )?\((?:{_AGENCIES})\)(?:\s?(?:--|[-–—:]))?){_LEAD}"
)
"""An agency that needs no day: `Rubavu (Rwanda) (AFP) The patient …`."""
_COLON = re.compile(
    rf"^(?P<line>(?P<place>[A-Z][A-Z.'’-]{{2,}}(?: [A-Z][A-Z.'’-]+){{0,3}})(?: \([A-Z]{{2,3}}\))?"
    rf"(?P<day>,? \(?{_DAY}\)?)?\s?:){_LEAD}"
)
"""A place in capitals with a colon, as papers from Lahore to Kuching have it: `KOLKATA: For 34 years …`."""
_NO_PLACES = re.compile(
    r"\b(?:UPDATED?|BREAKING|VIDEO|PHOTOS?|FOTO|LIVE|WATCH|LISTEN|READ|BACA|SIMAK|NOTE|CATATAN|EDITORS?|REDAKSI|OPINION|OPINI"
    r"|ANALYSIS|EXPLAINER|EXCLUSIVE|EKSKLUSIF|QUESTION|ANSWER|TANYA|JAWAB|HOST|BYLINE|CORRECTION|RALAT|WARNING|ALERT"
    r"|SUMMARY|RINGKASAN|DISCLAIMER|SPOILER|TRIGGER|RECIPE|RESEP|REVIEW|QUIZ|POLL|INFO|TIPS?|FAQ|TOPICS?|JUDUL|TITLE|NARASI"
    r"|SUMBER|SOURCE|KLAIM|CLAIM|FAKTA|FACT|STEP|PART|BAGIAN|LETTER|CAPTION|SLUG|EMBARGO\w*|REPORTER|ANCHOR|NARRATOR)\b"
)
"""What stands in capitals before a colon and is no place."""
_HOUSES = re.compile(
    r"^(?:KEMEN\w*|KOMNAS\w*|BAWASLU|POLR\w+|POLDA|UNICEF|UNESCO|ASEAN|INTERPOL|PERTAMINA|BASARNAS|BULOG|BAPANAS|MENTERI"
    r"|TRUMP|BIDEN|PUTIN|OBITUARY|UNHCR|UNDP|OXFAM|APINDO|KADIN)$"
)
_SHORT_PLACES = frozenset(
    "PUNE MUAR RAUB SONG DILI AGRA DOHA LIMA OSLO ROME BAKU CEBU IPOH SIBU MIRI GAZA KYIV BONN BERN RIGA SUVA APIA SOLO"
    " PALU PATI BIMA HUE UBUD".split()
)
"""Places of four letters and fewer: any other such word in capitals is a body (`NASA: …`)."""
_LONG = 5
_SHORT_WORDS = frozenset("NEW LOS LAS SAN SAO EL LA KEY HO CHI RAS AL RIO DA MAI RAI YAI TEL".split())
_IN_ENGLISH = re.compile(r"\b(?:the|of|and|to|an?|in|was|were|has|have|will|said)\b")
_OPENING = 200
"""Characters in which a lead shows its language."""
_SITE_PLACE = re.compile(
    rf"^(?P<line>\(?[A-Za-z][\w-]*{_DOMAIN}\)?[,”\"]{{0,2}}\s?[-–—|]\s?{_PLACE}\s?(?:--+|[-–—.:;|]))\s+"
    r"(?=[A-Z“\"‘'\d])"
)
"""A site and a place with a dash between them and a mark behind: `KONTAN.CO.ID - JAKARTA. Industri …`."""
_PLACE_SITE = re.compile(
    rf"^(?P<line>{_PLACE}(?:, |\s?\|\s?)(?:[A-Za-z][\w-]{{3,}}{_DOMAIN}|NU Online)(?:\s?(?:--+|[-–—|:]))?)\s+"
    r"(?=[A-Z“\"‘'\d])"
)
"""A place and a site, a dash behind or none: `Jombang, NU Online Sebanyak …`."""
_SMALL_HOUSE = re.compile(
    rf"^(?P<line>(?:{_CITIES}|{_CITIES.upper()}), (?P<house>[a-z][\w-]{{3,24}}) ?(?:--|[-–—―])){_LEAD}"
)
"""A city and a house that writes itself small, which is no word: `Batam, berandanews -- Terdakwa …`."""
_RADIO = re.compile(rf"^(?P<line>(?:KBR[A-Z]|RRI), [A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}\s?:){_LEAD}")
"""A station and a place: `KBRN, Tolitoli: Puskesmas …`."""
_COUNTRIES = frozenset(name for one in COUNTRIES for name in (*one.indonesian, *one.english))
_FORMS = (
    _SITE_PLACE,
    _DATED,
    _DASHED,
    _SITE_DASHED,
    _CAPITALS,
    _GLUED,
    _PLACE_ALONE,
    _UNDASHED,
    _HOUSE,
    _PLACE_SITE,
    _RADIO,
    _BY_AGENCY,
)


def dateline(text: str) -> re.Match[str] | None:
    """Return the dateline that a paragraph opens with: its group `line`, and where the lead begins.

    >>> dateline("TEMPO.CO, Jakarta - Harga naik.")["line"]
    'TEMPO.CO, Jakarta -'
    """
    found = next(filter(None, (form.match(text) for form in _FORMS)), None)
    if found is None:
        found = _colon(text)
    if found is None and (small := _SMALL_HOUSE.match(text)):
        found = None if known(small["house"], "id") or known(small["house"], "en") else small
    return found


def _colon(text: str) -> re.Match[str] | None:
    """Find a place in capitals with a colon, which papers in English have: no body, warning or word is one."""
    found = _COLON.match(text)
    if found is None or not _IN_ENGLISH.search(text, 0, _OPENING) or _NO_PLACES.search(found["place"]):
        return None
    words = found["place"].split()
    if len(words) == 1 and len(words[0]) < _LONG:
        return found if found["day"] or words[0] in _SHORT_PLACES else None
    named = all(len(word) >= _LONG - 1 or word in _SHORT_WORDS for word in words)
    if len(words) > 1:
        return found if named else None
    is_word = known(words[0].lower(), "id") or known(words[0].lower(), "en")
    return None if _HOUSES.match(words[0]) or is_word else found


def may_be_speaker(text: str) -> bool:
    """Tell a paragraph that opens with capitals and a colon: one is a place, two are people who talk to each other."""
    return _PLACE_ALONE.match(text) is None and _colon(text) is not None


def is_dashed(text: str) -> bool:
    """Tell a paragraph with a full dateline, which is the lead wherever it stands."""
    return _DASHED.match(text) is not None or _SITE_DASHED.match(text) is not None


def is_certain(text: str) -> bool:
    """Tell a dateline from a name with a dash behind it, `Barack Obama – Presiden ke-44 …`: by its capitals, or a site.

    >>> is_certain("SORONG, Indonesia - One exporter said"), is_certain("Barack Obama – Presiden ke-44 itu")
    (True, False)
    """
    found = _DASHED.match(text) or _SITE_DASHED.match(text) or _SITE_PLACE.match(text)
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

"""Carry over what is not prose: the paper's name, credits, datelines, bylines, tags, promo lines.

No model sees these lines: it would make an environment agency of `EPA`. What a rule changes on the
way stands in the unit's edits; a line that stays as it is has an edit that says so.
"""

from __future__ import annotations

import re

from pipeline.model import BlockKind, Direction, Draft, Edit, Hypothesis, Unit
from pipeline.text.agencies import recognise
from pipeline.text.quantities.months import MONTH_NUMBERS, MONTHS

_LABELS = {
    ("id", "en"): {
        "foto": "Photo",
        "sumber foto": "Photo source",
        "sumber gambar": "Image source",
        "oleh": "By",
        "penulis": "Writer",
        "editor": "Editor",
        "penyunting": "Editor",
        "redaktur": "Editor",
        "reporter": "Reporter",
        "pewarta": "Reporter",
        "jurnalis": "Reporter",
        "wartawan": "Reporter",
        "rep": "Reporter",
        "red": "Editor",
        "kontributor": "Contributor",
        "penerjemah": "Translator",
        "fotografer": "Photographer",
        "kategori": "Category",
        "kata kunci": "Keywords",
        "berita terkait": "Related news",
        "artikel terkait": "Related articles",
        "sumber": "Source",
        "baca juga": "Read also",
        "lihat juga": "Read also",
        "tag": "Tags",
        "tags": "Tags",
        "topik": "Topics",
    },
    ("en", "id"): {
        "photo": "Foto",
        "image source": "Sumber gambar",
        "by": "Oleh",
        "writer": "Penulis",
        "editor": "Editor",
        "reporter": "Reporter",
        "translator": "Penerjemah",
        "photographer": "Fotografer",
        "keywords": "Kata kunci",
        "related news": "Berita terkait",
        "source": "Sumber",
        "read also": "Baca juga",
        "see also": "Baca juga",
        "tags": "Tag",
        "topics": "Topik",
    },
}
_LABEL = re.compile(
    r"(?P<before>^\(?|\|\s*|\s{2,})(?P<label>[A-Za-z][A-Za-z ]{1,15}?)(?P<colon>\s*:|,(?= [A-Z]))"
)
_DASH = re.compile(r"\s*(?:--|[-–—]|[:.])\s*$")
_OUTLET = re.compile(r"\S+\.(?:com|co|id|net|org)\b\S*|\(.*\)", re.IGNORECASE)


def carry(draft: Draft) -> Unit:
    """Return the unit of a draft that no engine sees."""
    text = draft.segment.text
    kind = draft.segment.block.kind
    if kind is BlockKind.CREDIT:
        rule, target = "credit", _credit(text)
    elif kind is BlockKind.DATELINE:
        rule, target = "dateline", _dateline(text, draft.direction)
    elif kind is BlockKind.DUPLICATE_HEADLINE:
        # The headline stands above already, translated; printed twice it is the site's slip, not news.
        rule, target = "collapsed", ""
    else:
        rule, target = "carried", text
    if rule != "collapsed":
        target = _labelled(target, draft)
    if target == text:
        rule = "carried"
    elif rule == "carried":
        rule = str(kind)
    return Unit(draft, Hypothesis(text), target, edits=(Edit(rule, text, target),))


def _credit(text: str) -> str:
    """Put an agency's own name where a machine had translated it.

    >>> _credit("Badan Perlindungan Lingkungan")
    'EPA'
    """
    agency = recognise(text)
    return agency.name if agency is not None and agency.mistaken else text


def _dateline(text: str, direction: Direction) -> str:
    """Set a dateline as papers do: place in capitals, agency or site in brackets, an em dash.

    >>> [_dateline(line, Direction("id", "en")) for line in ("Jakarta (ANTARA) -", "TEMPO.CO, Jakarta -")]
    ['JAKARTA (ANTARA) —', 'JAKARTA (TEMPO.CO) —']
    """
    line = _DASH.sub("", text)
    outlets = [match.group().strip("(),") for match in _OUTLET.finditer(line)]
    places = [part.strip() for part in _OUTLET.sub("", line).split(",") if part.strip()]
    if not places:
        return f"({', '.join(outlets)}) —" if outlets else text
    outlet = f" ({', '.join(outlets)})" if outlets else ""
    return f"{', '.join(_place(place, direction) for place in places)}{outlet} —"


def _place(part: str, direction: Direction) -> str:
    """Write a place in capitals, a date with the month in the other language: `16 July 2025`."""
    if not any(letter.isdigit() for letter in part):
        return part.upper()
    months = MONTH_NUMBERS[direction.source]
    words = (word if word.isdigit() else word.rstrip(".").casefold() for word in part.split())
    names = (MONTHS[direction.target][months[word] - 1] if word in months else "" for word in words)
    return " ".join(name or word for name, word in zip(names, part.split(), strict=True))


def _labelled(text: str, draft: Draft) -> str:
    """Translate the label in front (`Foto:`), a closed list; the names behind it stay."""
    labels = _LABELS.get((draft.direction.source, draft.direction.target), {})

    def named(match: re.Match[str]) -> str:
        label = labels.get(match["label"].strip().casefold())
        return match["before"] + label + match["colon"] if label else match.group()

    return _LABEL.sub(named, text)

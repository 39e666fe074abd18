"""Carry over what is not prose: the paper's name, credits, datelines, bylines, tags, promo lines.

No model sees these lines: it would make an environment agency of `EPA`. What a rule changes on the
way stands in the unit's edits; a line that stays as it is has an edit that says so.
"""

from __future__ import annotations

import re

from pipeline.model import BlockKind, Draft, Edit, Hypothesis, Unit
from pipeline.text.agencies import recognise

_LABELS = {
    ("id", "en"): {
        "foto": "Photo",
        "sumber foto": "Photo source",
        "oleh": "By",
        "penulis": "Writer",
        "editor": "Editor",
        "penyunting": "Editor",
        "redaktur": "Editor",
        "reporter": "Reporter",
        "pewarta": "Reporter",
        "sumber": "Source",
        "baca juga": "Read also",
        "lihat juga": "Read also",
        "tag": "Tags",
        "tags": "Tags",
        "topik": "Topics",
    },
    ("en", "id"): {
        "photo": "Foto",
        "by": "Oleh",
        "writer": "Penulis",
        "editor": "Editor",
        "reporter": "Reporter",
        "source": "Sumber",
        "read also": "Baca juga",
        "see also": "Baca juga",
        "tags": "Tag",
        "topics": "Topik",
    },
}
_LABEL = re.compile(r"(?P<before>^\(?|\|\s*|\s{2,})(?P<label>[A-Za-z][A-Za-z ]{1,11}?)(?P<colon>\s*:)")
_DASH = re.compile(r"\s*(?:--|[-–—]|:)\s*$")
_OUTLET = re.compile(r"\S+\.(?:com|co|id|net|org)\b\S*|\(.*\)", re.IGNORECASE)


def carry(draft: Draft) -> Unit:
    """Return the unit of a draft that no engine sees."""
    text = draft.segment.text
    kind = draft.segment.block.kind
    if kind is BlockKind.CREDIT:
        rule, target = "credit", _credit(text)
    elif kind is BlockKind.DATELINE:
        rule, target = "dateline", _dateline(text)
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


def _dateline(text: str) -> str:
    """Set a dateline as papers do: place in capitals, agency or site in brackets, an em dash.

    >>> _dateline("Jakarta (ANTARA) -"), _dateline("TEMPO.CO, Jakarta -"), _dateline("DENPASAR, BALI —")
    ('JAKARTA (ANTARA) —', 'JAKARTA (TEMPO.CO) —', 'DENPASAR, BALI —')
    """
    line = _DASH.sub("", text)
    outlets = [match.group().strip("(),") for match in _OUTLET.finditer(line)]
    places = [part.strip() for part in _OUTLET.sub("", line).split(",") if part.strip()]
    if not places:
        return f"({', '.join(outlets)}) —" if outlets else text
    outlet = f" ({', '.join(outlets)})" if outlets else ""
    return f"{', '.join(place.upper() for place in places)}{outlet} —"


def _labelled(text: str, draft: Draft) -> str:
    """Translate the label in front (`Foto:`), a closed list; the names behind it stay."""
    labels = _LABELS.get((draft.direction.source, draft.direction.target), {})

    def named(match: re.Match[str]) -> str:
        label = labels.get(match["label"].strip().casefold())
        return match["before"] + label + match["colon"] if label else match.group()

    return _LABEL.sub(named, text)

"""A word that house style avoids, for it offends or takes sides.

`Cina` of people, `terrorist` where the source says `militan`, `illegal immigrants`: a desk has reasons
not to print them of its own accord.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.text.quotations import quotations

SEVERITY = Severity.MINOR

# What the house avoids, by language: the word, and what it says instead.
_AVOIDED: Mapping[str, Mapping[str, str]] = {
    "en": {
        r"illegal (?:im)?migrants?|illegals": "migrant without papers",
        r"handicapped|cripples?|crippled (?:man|woman|child)": "person with a disability",
        r"mentally retarded|retards?": "person with an intellectual disability",
        r"deaf-mutes?|deaf and dumb": "deaf person",
        r"sex change": "transition",
        r"transvestites?|trannies|tranny": "transgender person",
        r"prostitutes?": "sex worker, where that is meant",
        r"chinamen|chinaman|orientals?": "Chinese, Asian",
        r"half-breeds?|half-castes?": "of mixed descent",
        r"gypsy|gypsies": "Roma",
        r"eskimos?": "Inuit",
        r"third[- ]world": "developing",
        r"midgets?|dwarves": "person of short stature",
        r"spokesman(?= (?:Ms|Mrs))|chairman(?= (?:Ms|Mrs))": "spokeswoman, chairwoman",
    },
    "id": {
        r"(?:orang|warga|etnis|keturunan) Cina": "Tionghoa",
        r"orang cacat|penyandang cacat|kaum cacat": "penyandang disabilitas",
        r"tuna ?susila|pelacur": "pekerja seks, bila itu maksudnya",
        r"bencong|banci": "transpuan",
        r"idiot|keterbelakangan mental": "disabilitas intelektual",
        r"pribumi|nonpribumi": "warga negara Indonesia",
        r"orang gila": "orang dengan gangguan jiwa",
    },
}
_SLURS = re.compile(
    r"handicapped|cripple|retard|deaf-mute|deaf and dumb|illegals|trann|chinam|oriental|half-(?:breed|caste)|midget|"
    r"orang Cina|cacat|bencong|banci|idiot|orang gila|pelacur|tuna ?susila",
    re.IGNORECASE,
)
"""What hurts people, rather than being a matter of taste: it must not go out unread."""

_PATTERNS = {
    language: [(re.compile(rf"\b(?:{word})\b", re.IGNORECASE), instead) for word, instead in avoided.items()]
    for language, avoided in _AVOIDED.items()
}

_ANY = {
    language: re.compile(rf"\b(?:{'|'.join(avoided)})\b", re.IGNORECASE)
    for language, avoided in _AVOIDED.items()
}


def check(unit: Unit) -> Iterator[Finding]:
    """Flag avoided words outside quotations: what someone said is printed as it was said."""
    any_ = _ANY.get(unit.direction.target)
    if any_ is None or not any_.search(unit.target):
        return
    said = quotations(unit.target).spans
    for pattern, instead in _PATTERNS.get(unit.direction.target, ()):
        for found in pattern.finditer(unit.target):
            span = Span(*found.span())
            if not any(span.overlaps(quotation) for quotation in said):
                severity = Severity.MAJOR if _SLURS.search(found[0]) else Severity.MINOR
                yield Finding(
                    f"House style avoids “{found[0]}”; it prefers: {instead}.", None, span, severity
                )

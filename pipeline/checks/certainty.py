"""What is alleged, possible or planned is printed as a fact.

`Tersangka diduga menerima suap` without `allegedly` convicts a person whom no court has heard; what a
minister plans has not happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MAJOR

# What says that something is alleged or no more than possible; the first in each language, alone, must be answered.
_HEDGES = {
    "id": re.compile(
        r"\b(?:diduga|menduga|dugaan|terduga|disinyalir|ditengarai|dikabarkan|kabarnya|konon|disebut-sebut|"
        r"dituduh|dituding|tuduhan|mungkin|kemungkinan|barangkali|boleh jadi|bisa jadi|tampaknya|agaknya|"
        r"rupanya|diyakini|diperkirakan|berpotensi|terancam|dikhawatirkan|tersangka|bisa|dapat|mampu|"
        r"disangka|sangkaan|didakwa|dakwaan|disebut|menuduh|menuding|diklaim|klaim|ditaksir|akan|bakal|dipercaya|percaya|curiga\w*|mencurigai|boleh|dilaporkan|mempertimbangkan|kira|kiranya|ikut)(?:nya)?\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:alleg\w*|suspect\w*|suspicio\w*|believ\w*|reported\w*|report|purport\w*|possib\w*|probab\w*|likely|unlikely|"
        r"perhaps|maybe|may|might|could|would|can|appear\w*|seem\w*|apparent\w*|presum\w*|assum\w*|thought|think\w*|"
        r"said to|legend|story|accus\w*|claim\w*|estimat\w*|expect\w*|rumor\w*|potential\w*|threat\w*|risk\w*|fear\w*|"
        r"danger\w*|forecast\w*|predict\w*|project\w*|charg\w*|implicat\w*|indict\w*|point\w* to|under investigation|"
        r"according to|says?|said|set to|due to|poised|about|around|some|put at|question\w*|supposed\w*|will|to be|"
        r"investigat\w*|prob\w{1,3}|blam\w*|tip\w*|touted|chance\w*|prospect\w*|verge|brink|looms?|looming)\b",
        re.IGNORECASE,
    ),
}
_ALLEGED = {
    "id": re.compile(
        r"\b(?:diduga|terduga|disinyalir|ditengarai|dikabarkan|kabarnya|konon|disebut-sebut|barangkali|"
        r"terancam(?! (?:hukuman|pidana|penjara|dihukum|dipidana|denda|sanksi))|"
        r"kemungkinan|mungkin(?!\w)|diyakini)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:allegedly|alleged|reportedly|suspected|believed to|purportedly|possibly|perhaps|apparently|"
        r"(?<!in )(?<!since )(?-i:may)(?= (?:have|be|not|also|still|soon)\b)|might|at risk of)\b",
        re.IGNORECASE,
    ),
}
_SUSPECTS = re.compile(r"\bsuspects?\b", re.IGNORECASE)

_NOT_MAYBE = re.compile(r"(?:tidak|tak|bukan)\s+(?:tidak\s+|tak\s+)?$|(?:se|kalau )$", re.IGNORECASE)
"""`Tidak mungkin` is impossible."""

_PLANNED = re.compile(r"\b(?:akan|bakal|hendak|berencana|rencananya)\b(?! hal\b)", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|'ll|’ll|would|going to|plan\w*|set|expect\w*|due|schedul\w*|about to|intend\w*|want\w*|to \w+|shall|"
    r"could|may|might|can|ahead|next|soon|upcoming|propos\w*|prepar\w*|promis\w*|pledg\w*|vow\w*|is \w+ing|are \w+ing|"
    r"am \w+ing|tomorrow|later|future|until|before|if|when|by|aware|should|must|likely|sure)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:has|have|had)\s+(?:already\s+|been\s+)?\w+(?:ed|en|n|t|d)\b", re.IGNORECASE)


def check(unit: Unit) -> Iterator[Finding]:
    """Look for what hedges a statement, then for a plan that became a deed."""
    if set(unit.direction) != {"id", "en"}:
        return
    said = _ALLEGED[unit.direction.source].search(unit.source)
    if said and not _NOT_MAYBE.search(unit.source[: said.start()]):
        if not _HEDGES[unit.direction.target].search(_without_suspects(unit)):
            yield Finding(
                f"“{said[0]}” is not in the translation, which states a fact.",
                Span(*said.span()),
                None,
                Severity.CRITICAL,
            )
        return
    if unit.direction.source == "id" and (planned := _PLANNED.search(unit.source)):
        done = _DONE.search(unit.target)
        if done and not _AHEAD.search(unit.target):
            yield Finding(
                f"“{planned[0]}” is ahead, “{done[0]}” is done: see whether it has happened.",
                Span(*planned.span()),
                Span(*done.span()),
            )


def _without_suspects(unit: Unit) -> str:
    """Return the translation without the suspects that the source calls so: they hedge nothing."""
    return (
        _SUSPECTS.sub("", unit.target) if re.search(r"tersangka", unit.source, re.IGNORECASE) else unit.target
    )

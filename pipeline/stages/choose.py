"""Choose among an engine's hypotheses the one that keeps what the source is bound to: terms, figures, names.

Beam search puts first what is likeliest word by word; whether `48,6 miliar` came through costs it little. The
second or the twentieth hypothesis often says the same sentence with the figure in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Draft, Hypothesis, Policy, Quantity, TermMatch
from pipeline.text.inventions import inventions
from pipeline.text.matching import is_kept
from pipeline.text.pairing import pair
from pipeline.text.words import find

_BINDING = (Policy.REQUIRE, Policy.KEEP)
_NEVER = (1_000_000, 0)
"""More than any translation loses."""


def lost_terms(draft: Draft, text: str) -> list[TermMatch]:
    """Return the required terms of a draft that don't stand in a translation."""
    bound = (match for match in draft.matches if match.term.policy in _BINDING)
    return [match for match in bound if not is_kept(match, draft.segment.text, text)]


def lost_names(draft: Draft, text: str) -> list[str]:
    """Return the names of a draft that don't stand in a translation letter for letter."""
    return [name for name in draft.names if find(name, text) is None]


def lost_quantities(draft: Draft, text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a draft whose value doesn't stand in a translation."""
    return pair(draft.segment.text, text, draft.direction).lost


def lost(draft: Draft, text: str) -> int:
    """Count what a draft is bound to and doesn't stand in a translation: required terms, figures, names."""
    figures = pair(draft.segment.text, text, draft.direction)
    astray = max(len(figures.lost), len(figures.added))
    return len(lost_terms(draft, text)) + astray + len(lost_names(draft, text))


def choose(draft: Draft, hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """Return the first of those that lose least, and then invent least; mostly that is the first, and it does neither.

    Between `The nextnament was held` and `The next tournament was held` the model itself hardly sees a difference.
    """
    if len(hypotheses) == 1:
        return hypotheses[0]
    chosen, least = hypotheses[0], _NEVER
    for one in hypotheses:
        if chosen is not one and _is_copy(one.text, draft):
            continue
        found = inventions(draft.segment.text, one.text, draft.direction, draft.forms)
        losses = lost(draft, one.text), len(found)
        if losses < least:
            chosen, least = one, losses
        if not any(losses):
            break
    return chosen


def _is_copy(text: str, draft: Draft) -> bool:
    """Tell the source left as it is, which keeps every figure and says nothing to the reader."""
    return text.strip().casefold() in (draft.text.strip().casefold(), draft.segment.text.strip().casefold())

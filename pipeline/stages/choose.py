"""Choose among an engine's hypotheses the one that keeps what the source is bound to: terms, figures, names.

Beam search puts first what is likeliest word by word; whether `48,6 miliar` came through costs it little. The
second or the twentieth hypothesis often says the same sentence with the figure in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Draft, Hypothesis, Policy, TermMatch
from pipeline.text.matching import is_kept
from pipeline.text.names import kept_names
from pipeline.text.pairing import pair

_BINDING = (Policy.REQUIRE, Policy.KEEP)


def lost_terms(draft: Draft, text: str) -> list[TermMatch]:
    """Return the required terms of a draft that don't stand in a translation."""
    bound = (match for match in draft.matches if match.term.policy in _BINDING)
    return [match for match in bound if not is_kept(match, draft.segment.text, text)]


def lost(draft: Draft, text: str) -> int:
    """Count the required terms of a draft that don't stand in a translation, and the figures astray."""
    figures = pair(draft.segment.text, text, draft.direction)
    return len(lost_terms(draft, text)) + max(len(figures.lost), len(figures.added))


def choose(draft: Draft, hypotheses: Sequence[Hypothesis], names: Sequence[str] = ()) -> Hypothesis:
    """Return the first of those that lose least; mostly that is the first, and it loses nothing.

    `names` are those of the source that have to stand in the translation letter for letter.
    """
    if len(hypotheses) == 1:
        return hypotheses[0]
    chosen, least = hypotheses[0], -1
    for one in hypotheses:
        if chosen is not one and _is_copy(one.text, draft):
            continue
        losses = lost(draft, one.text) + len(names) - kept_names(names, one.text)
        if least < 0 or losses < least:
            chosen, least = one, losses
        if not losses:
            break
    return chosen


def _is_copy(text: str, draft: Draft) -> bool:
    """Tell the source left as it is, which keeps every figure and says nothing to the reader."""
    return text.strip().casefold() in (draft.text.strip().casefold(), draft.segment.text.strip().casefold())

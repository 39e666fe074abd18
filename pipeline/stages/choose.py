"""Choose among an engine's hypotheses the one that keeps what the source is bound to: terms, figures, names.

Beam search puts first what is likeliest word by word; whether `48,6 miliar` came through costs it little. The
second or the twentieth hypothesis often says the same sentence with the figure in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Draft, Hypothesis, Policy, Quantity, TermMatch
from pipeline.text.copies import Text, copied, meaning
from pipeline.text.inventions import inventions
from pipeline.text.matching import is_kept
from pipeline.text.pairing import pair
from pipeline.text.words import find

_NEVER = (1_000_000, 0)
"""More than any translation loses."""


class Lost(NamedTuple):
    """How much of what a draft has doesn't stand in a translation; what it is bound to counts first."""

    bound: int
    """Required terms, figures, names."""
    preferred: int
    """Preferred terms: what one is lost to is seldom another word for it (`sejarah timah` for `boxing history`)."""


def lost_terms(draft: Draft, text: str) -> list[TermMatch]:
    """Return the terms of a draft that don't stand in a translation, the required ones first."""
    wanted = (match for match in draft.matches if match.term.policy is not Policy.FORBID)
    gone = [match for match in wanted if not is_kept(match, draft.segment.text, text)]
    return sorted(gone, key=lambda match: match.term.policy is Policy.PREFER)


def lost_names(draft: Draft, text: str) -> list[str]:
    """Return the names of a draft that don't stand in a translation letter for letter."""
    return [name for name in draft.names if find(name, text) is None]


def lost_quantities(draft: Draft, text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a draft whose value doesn't stand in a translation."""
    return pair(draft.segment.text, text, draft.direction).lost


@lru_cache(maxsize=2048)
def lost(draft: Draft, text: str) -> Lost:
    """Count what a draft has and a translation lost.

    It is asked when a sentence comes from the engine, when it is begun anew, and when one hypothesis is chosen.
    """
    figures = pair(draft.segment.text, text, draft.direction)
    astray = max(len(figures.lost), len(figures.added))
    terms = lost_terms(draft, text)
    preferred = sum(match.term.policy is Policy.PREFER for match in terms)
    return Lost(len(terms) - preferred + astray + len(lost_names(draft, text)), preferred)


def choose(draft: Draft, hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """Return the first of those that lose least and then invent least; mostly that is the first, and it does neither.

    Between `The nextnament was held` and `The next tournament was held` the model itself hardly sees a difference.
    A preferred term that is lost weighs as much as a word that is invented, or copied and without a known meaning.
    """
    if len(hypotheses) == 1:
        return hypotheses[0]
    chosen, least = hypotheses[0], _NEVER
    for one in eligible(draft, hypotheses):
        bound, preferred = lost(draft, one.text)
        found = inventions(draft.segment.text, one.text, draft.direction, draft.forms)
        losses = bound, preferred + len(found) + _left(draft, one.text)
        if losses < least:
            chosen, least = one, losses
        if not any(losses):
            break
    return chosen


def eligible(draft: Draft, hypotheses: Sequence[Hypothesis]) -> Iterator[Hypothesis]:
    """Yield the first hypothesis and those of the others that aren't the source left as it is.

    A copy keeps every term and figure and says nothing to the reader.
    """
    copies = draft.text.strip().casefold(), draft.segment.text.strip().casefold()
    yield hypotheses[0]
    yield from (one for one in hypotheses[1:] if one.text.strip().casefold() not in copies)


def _left(draft: Draft, text: str) -> int:
    """Count the runs of copied words for which nobody could put in what they mean (`stages/gloss.py`)."""
    runs = copied(Text(draft.segment.text, text, draft.direction, draft.matches))
    return sum(meaning(run, draft.direction.source) is None for run in runs)

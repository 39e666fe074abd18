"""Find what a model said over and over, to have it said again without repetition.

Forbidding repetition everywhere would cost the second `Stoltenberg` of a sentence and the second set
of `21-15, 21-18`; of a text that went wrong there is nothing to lose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model import Translation
from pipeline.text.stuttering import is_stuttering

NO_REPEAT = 3
"""Pieces that may not come twice in the second attempt."""


def stuttered(texts: Sequence[str], done: Mapping[int, Translation]) -> list[int]:
    """Return the numbers of the texts whose translation stutters though they don't themselves."""
    return [
        number
        for number, translation in done.items()
        if not translation.fault and is_stuttering(translation.best.text) and not is_stuttering(texts[number])
    ]

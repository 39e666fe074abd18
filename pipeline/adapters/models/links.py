"""The links of a hypothesis, made when somebody looks: only a sentence that lost a term is asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, overload

from pipeline.adapters.models.pieces import link_words
from pipeline.model import Link


class LazyLinks(Sequence[Link]):
    """Links of the words of a result's first hypothesis, from the attention of its pieces.

    CTranslate2 gives attention as lists of floats, of all hypotheses together: to read that takes as long as all else
    that is read of a sentence. The result is let go when the links are made. One thread at a time may ask.
    """

    def __init__(self, source: str, target: str, pieces: Sequence[str], result: Any) -> None:
        self._texts = source, target, pieces
        self._result = result

    @cached_property
    def _found(self) -> tuple[Link, ...]:
        source, target, pieces = self._texts
        said, attention = self._result.hypotheses[0], self._result.attention[0]
        found = link_words(source, target, pieces, said, attention)
        self._result = None
        return found

    @overload
    def __getitem__(self, place: int) -> Link: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Link, ...]: ...

    def __getitem__(self, place: int | slice) -> Link | tuple[Link, ...]:
        return self._found[place]

    def __len__(self) -> int:
        return len(self._found)

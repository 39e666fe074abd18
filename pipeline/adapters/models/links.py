"""The links of a hypothesis, made when somebody looks: only a sentence that lost a term is asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

import numpy as np
import numpy.typing as npt

from pipeline.adapters.models.pieces import link_words
from pipeline.model import Link


class LazyLinks(Sequence[Link]):
    """Links of words from the attention of pieces: a row a target piece, a column a source piece."""

    def __init__(
        self,
        source: str,
        target: str,
        source_pieces: Sequence[str],
        target_pieces: Sequence[str],
        attention: npt.NDArray[np.float16],
    ) -> None:
        self._texts = source, target, source_pieces, target_pieces
        self._attention = attention

    @cached_property
    def _found(self) -> tuple[Link, ...]:
        return link_words(*self._texts, self._attention)

    @overload
    def __getitem__(self, place: int) -> Link: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Link, ...]: ...

    def __getitem__(self, place: int | slice) -> Link | tuple[Link, ...]:
        return self._found[place]

    def __len__(self) -> int:
        return len(self._found)

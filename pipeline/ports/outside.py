"""Engines, the shelf of editions, and where news comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from pipeline.model import (
    Edition,
    Hypothesis,
    NewsItem,
    Scoring,
    Shelved,
    Signature,
    SourceState,
    Translation,
)


class Engine(Protocol):
    """A machine translation engine for one direction. Batch first: one call, many texts.

    The contract that every engine keeps, and that `tests/adapters/engines` holds it to:
    as many translations come out as texts went in, in order; a text that can't be translated
    comes back with a `fault` and spoils no other; nothing is cut silently. Two threads may ask at once.
    """

    @property
    def name(self) -> str:
        """The plug-in's name (`ctranslate2`)."""

    @property
    def model(self) -> str:
        """The model's name, for people."""

    @property
    def digest(self) -> str:
        """What identifies the model's weights and vocabulary, in hex; empty where there are none."""

    @property
    def decoding(self) -> Mapping[str, object]:
        """Every option that can change the output."""

    @property
    def obeys_terms(self) -> bool:
        """Whether the model was trained to keep target-language words that stand in its source."""

    @property
    def max_tokens(self) -> int:
        """How many tokens a text may have."""

    def count_tokens(self, text: str) -> int:
        """Return how many tokens `text` has for this engine."""

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate `texts`, each at most `max_tokens` long."""

    def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
        """Translate each text anew, from behind the opening that is given for it.

        Its score is the mean over all pieces, those of the opening counted as certain. None stands for what an engine
        can't begin so, or may not by its settings.
        """

    def score_batch(self, pairs: Sequence[tuple[str, str]]) -> list[Scoring | None]:
        """Say how likely each target is, given its source, whoever wrote it: (source, target) in, in order.

        None stands for a pair that can't be scored: a side is empty or too long, or no model runs.
        """


class Shelf(Protocol):
    """Where finished editions lie."""

    def find(self, key: str, signature: Signature) -> Shelved | None:
        """Return the edition `key` if it lies there whole and was made as `signature` says."""

    def put(self, edition: Edition) -> Shelved:
        """Write `edition`, all of it or nothing.

        Raises:
            StorageError: it can't be written; what lay there before is as it was.
        """


class Source(Protocol):
    """Where news comes from: a folder, a feed, a page."""

    @property
    def name(self) -> str:
        """The name it has in the settings; part of its items' identity."""

    def poll(
        self, state: SourceState, now: datetime, stamp_of: Callable[[str], str | None]
    ) -> Iterator[NewsItem | SourceState]:
        """Visit the source: yield what is new or changed, oldest first, and at the very end its new state.

        `stamp_of(place)` is the stamp that is remembered of an item, None if it was never seen. Keep
        every item as it comes, and the state when it comes: whoever is killed in between is given
        the rest at the next visit. Nothing is raised: a source that fails yields a state that says so.
        """

    def is_gone(self, guid: str) -> bool:
        """Tell whether an item is certainly not there any more: a file that a person took away."""

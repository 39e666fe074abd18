"""An engine without a model: it says the source again. Shipped, so that tests and trials take no time.

What it does with a text is plain to predict, which makes it the fake that tests of every other room
use: the translation is the text itself. A text that contains `⚠fault` can't be translated, as a
poison segment can't.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.config import Settings
from pipeline.model import Direction, Hypothesis, Link, Scoring, Span, Translation

POISON = "⚠fault"


def create(settings: Settings, direction: Direction) -> EchoEngine:  # noqa: ARG001 - the same for every engine
    """Return the engine; nothing is loaded."""
    return EchoEngine()


class EchoEngine:
    """Says every text again; fulfils the `Engine` port."""

    name = "echo"
    model = "echo"
    digest = ""
    obeys_terms = True
    max_tokens = 500

    def __init__(self) -> None:
        self.decoding: Mapping[str, object] = {}

    def count_tokens(self, text: str) -> int:
        """Return the number of words."""
        return len(text.split())

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Return every text as its own translation."""
        return [_echo(text) for text in texts]

    def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
        """Complete nothing: an echo has only one thing to say."""
        return [None for _, _ in zip(texts, openings, strict=True)]

    def score_batch(self, pairs: Sequence[tuple[str, str]]) -> list[Scoring | None]:
        """Score nothing: there is no model."""
        return [None for _ in pairs]


def _echo(text: str) -> Translation:
    if POISON in text:
        return Translation((Hypothesis(text),), fault="the text asks the echo to fail")
    whole = Span(0, len(text))
    return Translation((Hypothesis(text, alignment=(Link(whole, whole, 1.0),)),))

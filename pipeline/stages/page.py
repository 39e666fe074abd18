"""A page while it is read: its lines, and what is known of them so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pipeline.model import BlockKind, Paragraph
from pipeline.text import layout

FEW = 10
"""Fewer lines are no page: a headline and a sentence or two that somebody typed, without a site around them."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines with the kinds found so far, and the places of the headline, the lead and the paragraphs.

    `kinds` is filled while the page is read; `last` is -1 where there is no prose.
    """

    lines: tuple[Paragraph, ...]
    kinds: list[BlockKind | None]
    headline: int
    lead: int
    last: int
    prose: tuple[int, ...] = ()
    """Places of the lines that look like paragraphs and have given away nothing else."""

    def text(self, place: int) -> str:
        """Return the text of a line, nothing beyond the page."""
        return self.lines[place].text if 0 <= place < len(self.lines) else ""

    def kind(self, place: int) -> BlockKind | None:
        """Return the kind of a line as far as it is known."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else None

    def is_open(self, place: int) -> bool:
        """Tell a short line that nothing has typed yet."""
        return (
            0 <= place < len(self.lines)
            and self.kinds[place] is None
            and not layout.is_prose(self.text(place))
        )

    def between_prose(self, place: int) -> tuple[int, int]:
        """Return the places of the paragraphs next above and below a line, or those just beyond the page."""
        above, below = bisect_left(self.prose, place), bisect_right(self.prose, place)
        return (
            self.prose[above - 1] if above else -1,
            self.prose[below] if below < len(self.prose) else len(self.lines),
        )

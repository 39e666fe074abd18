"""Read a page a second time: weigh what each line most likely is, now that all lines around it are typed.

Rules know the lines that somebody has seen, and they read from the top. What lines of a kind have in common, on
all pages that a person has read, how far each rule is to be trusted, and what follows on what, stands as
numbers in `kinds.tsv`: `dwibahasa evaluate language --calibrate` writes it. `Story Saved` above a paragraph looks
like a subhead to the rules, and to nobody who sees that buttons stand around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import inf
from pathlib import Path

from pipeline.model import CARRIED, BlockKind
from pipeline.stages.chain import shares
from pipeline.stages.evidence import Surroundings, evidence
from pipeline.stages.page import FEW, Page

KINDS = Path(__file__).with_name("kinds.tsv")

AFTER = "after"
"""The rows of what follows on a line of a kind: `after headline`."""

_LOST = 6.0
"""To lose a line of the report is worse than to translate a button: it has to be so many times likelier a button."""
_LOST_OF = {BlockKind.PARAGRAPH: 30.0, BlockKind.LIST_ITEM: 20.0}
"""What the rules took for a paragraph holds more than a heading, and a table falls apart when a row is left out."""

_HEADING = 3.0
"""What the rules took for a heading is none if another kind is so many times likelier: three words say little. Pages
that nothing was learnt from come out as well with two; with three `Kishida ke Kyiv?` heads what it heads."""

SETTLED = frozenset({BlockKind.HEADLINE, BlockKind.DUPLICATE_HEADLINE, BlockKind.DATELINE})
"""Kinds that the first reading decides, and no other line is."""

_PLAIN_WORDS = 25
"""A paragraph amid the report with more words is one: a site says what it has to say in fewer."""


class Weights:
    """For each piece of evidence what it says for the kinds it speaks of: natural logarithms.

    Attributes:
        kinds: All kinds of block, in the order of the columns of `follows`.
        follows: What a kind says for each kind on the next line, (kind above, kind below).
    """

    def __init__(self, text: str) -> None:
        """Read a table of rows `evidence<TAB>kind weight<TAB>kind weight…`; a row is parsed when it is asked for."""
        lines = (line for line in text.split("\n") if line and not line.startswith("#"))
        self._written = dict(line.split("\t", 1) for line in lines)
        self._read: dict[str, tuple[tuple[int, float], ...]] = {}
        self.kinds = tuple(BlockKind)
        self._columns = {str(kind): column for column, kind in enumerate(self.kinds)}
        self.follows = tuple(self.scores([f"{AFTER} {kind}"]) for kind in self.kinds)

    def scores(self, names: Sequence[str]) -> list[float]:
        """Return what all these together say for each kind."""
        found = [0.0] * len(self.kinds)
        for name in names:
            for column, weight in self._row(name):
                found[column] += weight
        return found

    def _row(self, name: str) -> tuple[tuple[int, float], ...]:
        if (row := self._read.get(name)) is None:
            if (written := self._written.get(name)) is None:
                return ()
            cells = (cell.rpartition(" ") for cell in written.split("\t"))
            row = self._read[name] = tuple((self._columns[kind], float(weight)) for kind, _, weight in cells)
        return row


@cache
def weights() -> Weights:
    """Read the table that ships, once."""
    return Weights(KINDS.read_text("utf-8"))


def reread(page: Page, forms: Sequence[BlockKind | None]) -> list[BlockKind]:
    """Return the kinds of a page whose lines are all typed; `forms` is what they say of themselves."""
    said = [kind for kind in page.kinds if kind is not None]
    settled = [is_settled(page, place) for place in range(len(said))]
    if len(said) < FEW or all(settled):
        return said
    table, around = weights(), Surroundings(page, forms)
    scores = [
        _given(table, kind) if sure else _scores(table, around, place)
        for place, (kind, sure) in enumerate(zip(said, settled, strict=True))
    ]
    return [
        kind if sure else _choose(table.kinds, row, kind, _cost(page, kind))
        for kind, sure, row in zip(said, settled, shares(scores, table.follows), strict=True)
    ]


def is_settled(page: Page, place: int) -> bool:
    """Tell a line that the first reading is sure of: by the markup, a source, or a paragraph amid the report."""
    kind, line = page.kinds[place], page.lines[place]
    if kind in SETTLED or kind is BlockKind.SOURCE or line.hint not in (None, BlockKind.PARAGRAPH):
        return True
    amid = page.lead <= place <= page.last
    return amid and kind is BlockKind.PARAGRAPH and line.text.count(" ") >= _PLAIN_WORDS


def _given(table: Weights, said: BlockKind) -> list[float]:
    return [0.0 if kind is said else -inf for kind in table.kinds]


def _scores(table: Weights, around: Surroundings, place: int) -> list[float]:
    found = table.scores(tuple(evidence(around, place)))
    return [-inf if kind in SETTLED else score for kind, score in zip(table.kinds, found, strict=True)]


def _cost(page: Page, said: BlockKind) -> float:
    """Return how many times likelier a line has to be of the page than of the report, to be left out.

    Without a report nothing is known to be amid one: a poem's last lines are no buttons.
    """
    if said in CARRIED:
        return 1.0
    if not page.prose:
        return inf
    return _LOST_OF.get(said, _LOST)


def _choose(kinds: Sequence[BlockKind], likely: Sequence[float], said: BlockKind, cost: float) -> BlockKind:
    """Return the likeliest kind on the likelier side: of the page, or of the report, which is harder to leave."""
    sides = [0.0, 0.0]
    for kind, share in zip(kinds, likely, strict=True):
        sides[kind in CARRIED] += share
    is_carried = cost < inf and sides[True] > cost * sides[False]
    firm = [
        share * _HEADING if kind is said is BlockKind.SUBHEAD else share
        for kind, share in zip(kinds, likely, strict=True)
    ]
    best = max(zip(firm, kinds, strict=True), key=lambda pair: ((pair[1] in CARRIED) == is_carried, pair[0]))
    return best[1]

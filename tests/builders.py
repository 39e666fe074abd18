"""Small makers of frozen values, so that a test says only what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.config import load_settings
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Direction,
    Draft,
    Hypothesis,
    Segment,
    TermMatch,
    Unit,
)

ID_EN = Direction("id", "en")
EN_ID = Direction("en", "id")
STYLE = load_settings(environment={}).style


def segment(text: str, kind: BlockKind | str = BlockKind.PARAGRAPH, key: str = "b1") -> Segment:
    """Make the only segment of a block."""
    return Segment(f"{key}s1", Block(key, BlockKind(kind), text), text)


def draft(
    text: str,
    kind: BlockKind | str = BlockKind.PARAGRAPH,
    *,
    key: str = "b1",
    direction: Direction = ID_EN,
    matches: Sequence[TermMatch] = (),
    names: Sequence[str] = (),
    sent: str | None = None,
) -> Draft:
    """Make a draft of one segment; `sent` is what the engine gets, the text itself by default."""
    return Draft(
        segment(text, kind, key), direction, text if sent is None else sent, tuple(matches), tuple(names)
    )


def unit(
    source: str,
    target: str,
    kind: BlockKind | str = BlockKind.PARAGRAPH,
    *,
    key: str = "b1",
    direction: Direction = ID_EN,
    matches: Sequence[TermMatch] = (),
    machine: Hypothesis | None = None,
    fault: str = "",
) -> Unit:
    """Make a translated unit; the machine said what the target says unless told otherwise."""
    made = draft(source, kind, key=key, direction=direction, matches=matches)
    return Unit(made, machine or Hypothesis(target), target, fault=fault)


def article(*blocks: tuple[str, str], direction: Direction = ID_EN) -> Article:
    """Make an article of (kind, text) pairs."""
    made = tuple(Block(f"b{n}", BlockKind(kind), text) for n, (kind, text) in enumerate(blocks, 1))
    return Article("test", direction, None, "test.txt", made)

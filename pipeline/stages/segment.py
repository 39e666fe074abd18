"""Part the blocks of an article into segments: sentences of prose, whole lines of everything else."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Article, Block, BlockKind, Segment, Span
from pipeline.text.sentences import split

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM})


def segment_article(article: Article) -> tuple[Segment, ...]:
    """Return the segments of all blocks, in order; text + tail, joined, rebuild each block exactly."""
    return tuple(
        segment for block in article.blocks for segment in _segments(block, article.direction.source)
    )


def _segments(block: Block, language: str) -> Iterator[Segment]:
    spans = split(block.text, language) if block.kind in _PROSE else (Span(0, len(block.text)),)
    ends = [span.start for span in spans[1:]] + [len(block.text)]
    for number, (span, end) in enumerate(zip(spans, ends, strict=True), 1):
        yield Segment(f"{block.key}s{number}", block, span.of(block.text), block.text[span.end : end])

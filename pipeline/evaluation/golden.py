"""Pages that a person has read: what each line is, and where its sentences end.

A golden file has a line a block, `kind|sentence ⏎ sentence`. The page is put together from it as a
site sends it, one paragraph a line, with datelines and trailing credits run into their paragraphs;
or it stands beside its reading as it was sent, `NAME.html` or `NAME.md`, and is read by that format.
Lines that start with `#` are notes. A file whose name starts with `english` is in English. Rules were made for
the pages in `layouts`; what rules can't say is learnt from those and from the ones in `taught`; nothing ever
from those in `fresh` and, with all that a reader copies along, in `unseen`, which are there to measure by.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import ArticleError
from pipeline.model import Article, BlockKind, Direction, Manuscript, Paragraph
from pipeline.stages.segment import segment_article
from pipeline.stages.structure import structure

_PART = " ⏎ "
_SENT = (".html", ".md")
_ID_EN, _EN_ID = Direction("id", "en"), Direction("en", "id")


MEASURED = frozenset({"fresh", "unseen"})
"""The folders of pages that nothing is learnt from."""

TAUGHT = "taught"
"""The folder of pages that no rule was made for, and that weights are learnt from."""


class TypedBlock(NamedTuple):
    """A block as it should be read, or as it was: its kind and its sentences."""

    kind: BlockKind
    sentences: tuple[str, ...]


class GoldenPage(NamedTuple):
    """A page with the reading that a person gave it."""

    name: str
    folder: str
    direction: Direction
    blocks: tuple[TypedBlock, ...]
    sent: Manuscript | None = None

    @property
    def manuscript(self) -> Manuscript:
        """The page as a site sends it."""
        if self.sent is not None:
            return self.sent
        paragraphs: list[str] = []
        before: BlockKind | None = None
        for kind, sentences in self.blocks:
            text = " ".join(sentences)
            joins = before is BlockKind.DATELINE or (before is BlockKind.CAPTION and kind is BlockKind.CREDIT)
            if joins:
                paragraphs[-1] += f" {text}"
            else:
                paragraphs.append(text)
            before = kind
        return Manuscript(f"{self.name}.txt", tuple(Paragraph(text) for text in paragraphs))

    def reading(self) -> tuple[TypedBlock, ...]:
        """Return the page as the pipeline reads it."""
        article: Article = structure(self.manuscript, self.name, self.direction)
        sentences: dict[str, list[str]] = {block.key: [] for block in article.blocks}
        for segment in segment_article(article):
            sentences[segment.block.key].append(segment.text)
        return tuple(TypedBlock(block.kind, tuple(sentences[block.key])) for block in article.blocks)


def read_golden(folder: Path, read: Reader) -> tuple[GoldenPage, ...]:
    """Read the golden pages of a folder and of the folders in it; `read` knows the formats of pages.

    Raises:
        ArticleError: there is none, or a line is not `kind|text`.
    """
    pages = tuple(_page(path, read) for path in sorted(folder.rglob("*.txt")))
    if not pages:
        raise ArticleError(f"{folder} has no golden pages (*.txt); a checkout has them in tests/golden")
    return pages


Reader = Callable[[bytes, str, str, int], Manuscript]
"""Reads the bytes of a page; with its name, the suffix of its format, and the most bytes it may have."""
_LARGEST = 1_000_000


def _page(path: Path, read: Reader) -> GoldenPage:
    blocks = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        kind, bar, text = line.partition("|")
        if not bar or kind not in set(BlockKind):
            raise ArticleError(f"{path}:{number}: a line is `kind|text`; no kind {kind!r}")
        blocks.append(TypedBlock(BlockKind(kind), tuple(text.split(_PART))))
    pages = [beside for suffix in _SENT if (beside := path.with_suffix(suffix)).is_file()]
    sent = read(pages[0].read_bytes(), pages[0].name, pages[0].suffix, _LARGEST) if pages else None
    direction = _EN_ID if path.stem.startswith("english") else _ID_EN
    return GoldenPage(path.stem, path.parent.name, direction, tuple(blocks), sent)

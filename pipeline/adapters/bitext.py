"""Bitexts of any translator's tool, told by what they are and not by their names."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import registry
from pipeline.adapters.formats import _xml
from pipeline.errors import ArticleError
from pipeline.model import BitextUnit

_FORMATS = "pipeline.adapters.formats"


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return the sentence pairs of a file, in order, the untranslated ones too.

    XLIFF 1.2 and 2 and TMX of any tool are read, and Word documents that we wrote.

    Raises:
        ArticleError: it is none of these, or is broken.
    """
    return iter(registry.load(_FORMATS, format_of(data)).units(data))


def format_of(data: bytes) -> str:
    """Return the name of the format that reads `data`.

    Raises:
        ArticleError: nothing does.
    """
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    root, attributes = _xml.root_of(data)
    if root == "tmx":
        return "tmx"
    if root == "xliff":
        return "xliff12" if attributes.get("version", "").startswith("1.") else "xliff"
    raise ArticleError(
        f"nothing reads <{root}> as a bitext: XLIFF, TMX and our Word documents are understood"
    )

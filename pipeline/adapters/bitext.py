"""Bitexts of any translator's tool, told by what they are and not by their names."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import registry
from pipeline.adapters.formats import _xml
from pipeline.errors import ArticleError
from pipeline.model import BitextUnit

_FORMATS = "pipeline.adapters.formats"


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return the sentence pairs of an XLIFF 1.2, XLIFF 2 or TMX file, in order, the untranslated ones too.

    Raises:
        ArticleError: it is none of these, or is broken.
    """
    return iter(registry.load(_FORMATS, format_of(data)).units(data))


def format_of(data: bytes) -> str:
    """Return the name of the format that reads `data`.

    Raises:
        ArticleError: nothing does.
    """
    root, attributes = _xml.root_of(data)
    if root == "tmx":
        return "tmx"
    if root == "xliff":
        return "xliff12" if attributes.get("version", "").startswith("1.") else "xliff"
    raise ArticleError(f"nothing reads <{root}> as a bitext: XLIFF and TMX are understood")

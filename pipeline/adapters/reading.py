"""From bytes to manuscripts: which format reads what, by its suffix or by how it begins."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from pipeline import registry
from pipeline.errors import ArticleError
from pipeline.model import Manuscript

_FORMATS = "pipeline.adapters.formats"
_DEFAULT = "text"
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")
"""How a page begins where no suffix tells; `<3 Indonesia` is a headline."""


@cache
def _module(name: str) -> ModuleType:
    """Load a format once: looking it up in its folder again costs more than reading a short article."""
    return registry.load(_FORMATS, name)


@cache
def _readers() -> dict[str, str]:
    """Map suffixes to formats that read them."""
    modules = {name: _module(name) for name in registry.names(_FORMATS)}
    return {
        suffix: name
        for name, module in modules.items()
        if hasattr(module, "read")
        for suffix in module.SUFFIXES
    }


def is_read(suffix: str) -> bool:
    """Tell whether some format reads files of this suffix; without one, how they begin decides."""
    return not suffix or suffix.lower() in _readers()


def reader(suffix: str) -> str:
    """Return the name of the format that reads files of this suffix; nothing for no suffix.

    Raises:
        ArticleError: nothing reads them.
    """
    suffix = suffix.lower()
    if suffix and suffix not in _readers():
        raise ArticleError(f"nothing reads {suffix} files; save it as one of {', '.join(sorted(_readers()))}")
    return _readers().get(suffix, "")


def read(data: bytes, origin: str, suffix: str, limit: int) -> Manuscript:
    """Read one article; without a suffix, how it begins tells what it is.

    Raises:
        ArticleError: it is larger than `limit` bytes, empty, without text, or not what it seems to be.
    """
    name = _format(data, suffix, limit)
    manuscript: Manuscript = _module(name).read(data, origin)
    if not manuscript.paragraphs:
        raise ArticleError("there is no text in it")
    return manuscript


def read_all(data: bytes, origin: str, suffix: str, limit: int) -> tuple[Manuscript, ...]:
    """Read every article of a file that may hold several; a withdrawn one may be without text.

    Raises:
        ArticleError: it is larger than `limit` bytes, empty, or not what it seems to be.
    """
    module = _module(_format(data, suffix, limit))
    found: tuple[Manuscript, ...] = (
        module.read_all(data, origin) if hasattr(module, "read_all") else (module.read(data, origin),)
    )
    return found


def _format(data: bytes, suffix: str, limit: int) -> str:
    name = reader(suffix)
    if len(data) > limit:
        raise ArticleError(
            f"larger than {limit // 1_000_000} MB; if it really is one article, raise [intake] max_megabytes"
        )
    if not data.strip():
        raise ArticleError("the file is empty")
    return name or ("html" if _MARKUP.match(data) else _DEFAULT)

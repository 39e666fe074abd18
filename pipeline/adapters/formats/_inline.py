"""The text of a segment whose translator's tool has put codes into it."""

from __future__ import annotations

from typing import Any

from pipeline.adapters.formats._xml import name
from pipeline.errors import ArticleError

_HOLDING_TEXT = frozenset({"mrk", "pc", "g", "hi", "sub"})
"""Elements around words of the sentence; what others hold is the code of another format."""


def text_of(element: Any) -> str:
    """Return the words of `element`: annotations and paired codes give way to what they enclose.

    Raises:
        ArticleError: it refers to an entity, or names a character that doesn't exist.
    """
    pieces = [element.text or ""]
    for child in element:
        called = name(child)
        if not called:
            raise ArticleError(f"it refers to the XML entity {child.text}, which we don't expand")
        if called == "cp":
            pieces.append(_character(child.get("hex", "")))
        elif called in _HOLDING_TEXT:
            pieces.append(text_of(child))
        elif called == "ph":
            pieces.append(child.get("equiv", ""))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        raise ArticleError(f"there is no character {code!r}") from None

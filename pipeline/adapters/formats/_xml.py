r"""XML of other tools, read without what XML can do to its reader; text that XML can't hold, kept in sight.

No entity is expanded, nothing is fetched, and libxml2's own limits on depth and size stay on. XML 1.0
has no way to write a bell or half an emoji: such a character becomes `\u0007` where a person sees it,
and comes back as what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO

from pipeline.errors import ArticleError

_FORBIDDEN = "[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
FORBIDDEN = re.compile(_FORBIDDEN)
"""A character that no XML 1.0 file may hold, not even as a reference."""

_UNWRITABLE = re.compile(_FORBIDDEN + r"|\\(?=u[0-9a-f]{4})")
_WRITTEN = re.compile(r"\\u(00[01][0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef]|005c)")


def escaped(text: str) -> str:
    r"""Write what XML can't hold as `\uXXXX`; a text that holds such a thing already stays told apart."""
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def unescaped(text: str) -> str:
    """Undo `escaped`; any other backslash is left alone."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text)


def parse(data: bytes) -> Any:
    """Return the root element of `data`.

    Raises:
        ArticleError: it is no well-formed XML, or declares entities.
    """
    from lxml import etree  # noqa: PLC0415 - start-up: only an exchange file needs it

    parser = etree.XMLParser(**_OPTIONS)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(f"this is no well-formed XML: {error.msg}") from error
    _refuse_entities(root)
    return root


def each(file: BinaryIO, tag: str) -> Iterator[Any]:
    """Yield every element called `tag`, in no namespace, and forget it: a memory of a million pairs fits.

    Raises:
        ArticleError: it is no well-formed XML, or declares entities; what was yielded before stands.
    """
    from lxml import etree  # noqa: PLC0415

    walk = etree.iterparse(file, events=("end",), tag=tag, **_OPTIONS)
    try:
        for number, (_, element) in enumerate(walk):
            if not number:
                _refuse_entities(element)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ArticleError(f"this is no well-formed XML: {error.msg}") from error


def root_of(data: bytes) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes of the root element, without reading further.

    Raises:
        ArticleError: it doesn't begin like XML.
    """
    from lxml import etree  # noqa: PLC0415

    try:
        for _, element in etree.iterparse(BytesIO(data), events=("start",), **_OPTIONS):
            return name(element), dict(element.attrib)
    except etree.XMLSyntaxError as error:
        raise ArticleError(f"this is no well-formed XML: {error.msg}") from error
    raise ArticleError("this is no XML: it has no element")


def begin(tag: str, prefixes: Mapping[str | None, str], **attributes: str) -> Any:
    """Return a new root element."""
    from lxml import etree  # noqa: PLC0415

    return etree.Element(tag, attributes, nsmap=dict(prefixes))


def add(parent: Any, tag: str, text: str | None = None, **attributes: str) -> Any:
    """Append an element to `parent` and return it."""
    from lxml import etree  # noqa: PLC0415

    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def written(root: Any, whole: frozenset[str]) -> str:
    """Return `root` as a file, a line an element; what is called `whole` holds text, and gets no line breaks."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if len(element) and name(element) not in whole:
            element.text = "\n"
            for one in element:
                one.tail = "\n"
                waiting.append(one)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + line(root)


def line(element: Any) -> str:
    """Return an element as one line of a file."""
    from lxml import etree  # noqa: PLC0415

    return str(etree.tostring(element, encoding="unicode")) + "\n"


_OPTIONS: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


def _refuse_entities(element: Any) -> None:
    """A TMX may name its DTD, which we don't read; entities of its own are only ever an attack."""
    dtd = element.getroottree().docinfo.internalDTD
    if dtd is not None and any(dtd.iterentities()):
        raise ArticleError("it declares XML entities, which can be made to read files or fill the memory")


def name(element: Any) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, wanted: str) -> list[Any]:
    """Return the children called `wanted`, in whatever namespace."""
    return [child for child in element if name(child) == wanted]


def child(element: Any, wanted: str) -> Any | None:
    """Return the first child called `wanted`."""
    return next(iter(children(element, wanted)), None)


def attribute(element: Any, wanted: str) -> str:
    """Return the attribute called `wanted`, with whatever prefix (`xml:lang`, and `lang` of old files)."""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted)
    return str(next(found, ""))

"""What stands in a Word document: paragraphs in order, our table's rows, our record of the edition."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

from pipeline.adapters.formats._xml import attribute, child, children, name, parse, unescaped
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, Paragraph

LARGEST = 200_000_000
"""Bytes that a document may have unpacked; a zip bomb has more, an article with photos less."""

NAMESPACE = "urn:dwibahasa:edition:1"
_LABEL = re.compile(r"([A-Za-z0-9_.-]+) · ")
_GONE = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText"})
"""Deleted words, the second copy of a text box, and what is no text."""
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class Row(NamedTuple):
    """A row of our table."""

    key: str
    source: str
    target: str


class File:
    """A Word document, unpacked with care.

    Raises:
        ArticleError: it is no Word document, or one made to do harm.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise ArticleError("this is an old .doc, or needs a password; save it as .docx without one")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            if sum(member.file_size for member in self._zip.infolist()) > LARGEST:
                raise ArticleError(f"unpacked it has more than {LARGEST // 1_000_000} MB: no article does")
            self._document = self._part("word/document.xml")
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
            raise ArticleError(f"this is no Word document: {error}") from error
        if self._document is None:
            raise ArticleError("this is no Word document: it is a zip file without word/document.xml")

    def _part(self, path: str) -> Any | None:
        return parse(self._zip.read(path)) if path in self._zip.namelist() else None

    def record(self) -> str:
        """Return our JSON of the edition, empty where there is none; Word calls its part as it likes."""
        for path in self._zip.namelist():
            if path.startswith("customXml/") and path.endswith(".xml"):
                root = self._part(path)
                if root is not None and root.tag == f"{{{NAMESPACE}}}edition":
                    return str(root.text or "")
        return ""

    def identifier(self) -> str:
        """Return the key that the document's properties name."""
        core = self._part("docProps/core.xml")
        found = child(core, "identifier") if core is not None else None
        return str(found.text or "") if found is not None else ""

    def rows(self) -> Iterator[Row]:
        """Yield the rows of our table: two cells, of which the first begins with a sentence's key."""
        assert self._document is not None
        for row in self._document.iter("{*}tr"):
            cells = children(row, "tc")
            if len(cells) != 2:
                continue
            (label, *source), target = (list(_texts(cell)) or [""] for cell in cells)
            if found := _LABEL.match(label):
                yield Row(found[1], unescaped("\n".join(source)), unescaped("\n".join(target)))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the article's paragraphs, with what their styles say they are, footnotes last."""
        styles = self._styles()
        headlined = False
        for part in ("word/document.xml", "word/footnotes.xml"):
            root = self._part(part)
            for element in _elements(root) if root is not None else ():
                hint = _hint(element, styles)
                if hint is BlockKind.HEADLINE and headlined:
                    hint = BlockKind.SUBHEAD
                for text in re.split(r"\n\s*\n", _text(element)):
                    if words := " ".join(text.split()):
                        headlined = headlined or hint is BlockKind.HEADLINE
                        yield Paragraph(words, hint)

    def _styles(self) -> Mapping[str, str]:
        """Map a style to the name of the built-in one that it is or comes from, in English as in the file."""
        root = self._part("word/styles.xml")
        names: dict[str, str] = {}
        bases: dict[str, str] = {}
        for style in children(root, "style") if root is not None else ():
            key = attribute(style, "styleId")
            names[key] = _value(style, "name").lower()
            bases[key] = _value(style, "basedOn")
        return {key: _first_known(key, names, bases) for key in names}


def _first_known(key: str, names: Mapping[str, str], bases: Mapping[str, str]) -> str:
    seen = set()
    while key in names and key not in seen:
        if _hint_of(names[key]):
            return names[key]
        seen.add(key)
        key = bases[key]
    return ""


def _hint(paragraph: Any, styles: Mapping[str, str]) -> BlockKind | None:
    properties = child(paragraph, "pPr")
    if properties is None:
        return None
    if found := _hint_of(styles.get(_value(properties, "pStyle"), "")):
        return found
    return BlockKind.LIST_ITEM if child(properties, "numPr") is not None else None


def _hint_of(style: str) -> BlockKind | None:
    if style in ("title", "heading 1"):
        return BlockKind.HEADLINE
    if style.startswith("heading ") or style == "subtitle":
        return BlockKind.SUBHEAD
    if style == "caption":
        return BlockKind.CAPTION
    return BlockKind.LIST_ITEM if style.startswith("list ") else None


def _value(element: Any, wanted: str) -> str:
    found = child(element, wanted)
    return attribute(found, "val") if found is not None else ""


def _elements(root: Any) -> Iterator[Any]:
    """Yield the paragraphs below `root`, a text box's after the one that it hangs in."""
    for element in root:
        if name(element) in _GONE:
            continue
        if name(element) == "p":
            yield element
        yield from _elements(element)


def _texts(root: Any) -> Iterator[str]:
    return (_text(element) for element in _elements(root))


def _text(paragraph: Any) -> str:
    """Return a paragraph's words as if every tracked change were accepted."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        called = name(element)
        if called == "t":
            pieces.append(element.text or "")
        elif called in _LETTERS:
            pieces.append(_LETTERS[called])
        elif called not in _GONE and called != "p":
            waiting.extend(reversed(element))
    return "".join(pieces)


def with_targets(edition: Edition, rows: Iterable[Row]) -> Edition:
    """Return `edition` with the translations of `rows`."""
    targets = {row.key: row.target for row in rows}
    units = (replace(unit, target=targets.get(unit.draft.segment.key, unit.target)) for unit in edition.units)
    return replace(edition, units=tuple(units))

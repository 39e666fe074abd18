"""NewsML-G2 and NITF: what wire agencies send, with identity, version, status and embargo.

Where a status or an embargo can't be understood, the item counts as withheld: what is held back too
long can be released by a person, what went out too early can't be called back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pipeline.adapters.formats import _xml
from pipeline.adapters.formats import html as html_pages
from pipeline.adapters.formats.text import paragraphs
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, ItemMeta, Manuscript, Paragraph, PubStatus

SUFFIXES = (".xml", ".newsml", ".nitf")

_HINTS = {
    **dict.fromkeys(("hl1", "hedline", "headline", "h1"), BlockKind.HEADLINE),
    **dict.fromkeys(("hl2", "h2", "h3", "h4"), BlockKind.SUBHEAD),
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "media-caption": BlockKind.CAPTION,
    "media-producer": BlockKind.CREDIT,
    "li": BlockKind.LIST_ITEM,
}
_BLOCKS = frozenset(
    {
        *_HINTS,
        *"p td th dt dd tr ul ol dl table block bq note tagline body body.head body.content body.end".split(),
    }
)
_LEFT_OUT = frozenset({"head", "abstract", "media-metadata", "media-reference", "docdata", "pubdata"})
_IN_WORDS = frozenset({"text", "composite"})
"""Classes of items (`ninat:text`) that hold an article; pictures and sound come as items of their own."""


def read(data: bytes, origin: str) -> Manuscript:
    """Read the article of a file that holds one.

    Raises:
        ArticleError: it is no NewsML-G2 or NITF, or holds several articles or none.
    """
    found = read_all(data, origin)
    if len(found) != 1:
        raise ArticleError(
            f"it holds {len(found)} articles; put it into the folder of a source, which takes any number"
        )
    return found[0]


def read_all(data: bytes, origin: str) -> tuple[Manuscript, ...]:
    """Read every article of a NewsML-G2 item or message, or the one of a NITF file.

    Raises:
        ArticleError: it is neither.
    """
    root = _xml.parse(data)
    match _xml.name(root):
        case "newsMessage":
            items = [item for item in root.iter() if _xml.name(item) == "newsItem"]
        case "newsItem":
            items = [root]
        case "nitf":
            return (Manuscript(origin, tuple(_paragraphs(root)), _moment(_nitf_date(root))),)
        case "rss" | "feed" | "RDF":
            raise ArticleError("this is a feed: name its address as a source of the kind feed")
        case other:
            raise ArticleError(f"nothing reads <{other}>; of XML, NewsML-G2 and NITF are understood")
    return tuple(_manuscript(item, origin) for item in items if _holds_words(item))


def _holds_words(item: Any) -> bool:
    kind = _code(_within(item, "itemMeta", "itemClass"))
    return not kind or kind in _IN_WORDS


def _manuscript(item: Any, origin: str) -> Manuscript:
    content = _xml.child(item, "contentMeta")
    found = list(_content(item))
    headline = _text(_within(item, "contentMeta", "headline"))
    if headline and headline not in [one.text for one in found[:4]]:
        found.insert(0, Paragraph(headline, BlockKind.HEADLINE))
    tag = _within(item, "contentMeta", "language")
    language = (_xml.attribute(tag, "tag") if tag is not None else "") or _xml.attribute(item, "lang")
    meta = _meta(item)
    created = _text(_within(item, "contentMeta", "contentCreated")) if content is not None else ""
    first = created or _text(_within(item, "itemMeta", "firstCreated"))
    return Manuscript(
        origin, tuple(found), _moment(first) or meta.updated, language[:2].lower() or None, meta
    )


def _meta(item: Any) -> ItemMeta:
    status = _code(_within(item, "itemMeta", "pubStatus")) or PubStatus.USABLE.value
    embargo = _within(item, "itemMeta", "embargoed")
    until = _moment(_text(embargo))
    # An embargo without an end holds until a later version lifts it.
    unclear = status not in list(PubStatus) or (embargo is not None and until is None)
    urgency = _text(_within(item, "contentMeta", "urgency"))
    return ItemMeta(
        guid=_xml.attribute(item, "guid"),
        version=_xml.attribute(item, "version"),
        updated=_moment(_text(_within(item, "itemMeta", "versionCreated"))),
        status=PubStatus.WITHHELD if unclear and status != PubStatus.CANCELED else PubStatus(status),
        embargoed_until=until,
        urgency=int(urgency) if urgency in list("123456789") else None,
    )


def _content(item: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs of the first rendition that holds text."""
    renditions = _xml.child(item, "contentSet")
    for rendition in renditions if renditions is not None else ():
        if _xml.name(rendition) == "inlineData":
            found = [Paragraph(text) for text in paragraphs("".join(rendition.itertext()))]
        elif _xml.name(rendition) == "inlineXML" and len(rendition):
            found = list(_inline(rendition))
        else:
            continue
        if found:
            yield from found
            return


def _inline(rendition: Any) -> Iterator[Paragraph]:
    if _xml.name(rendition[0]) != "html":
        yield from _paragraphs(rendition)
        return
    from lxml import etree  # noqa: PLC0415

    page = re.sub(rb'\sxmlns(?::\w+)?="[^"]*"', b"", etree.tostring(rendition[0], encoding="utf-8"))
    yield from html_pages.read(page, "").paragraphs


def _paragraphs(root: Any) -> Iterator[Paragraph]:
    """Yield all text below `root` in order, parted where blocks begin and end; no word between two is lost."""
    from lxml import etree  # noqa: PLC0415

    hints: list[BlockKind | None] = [None]
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for step, element in walk:
        name = _xml.name(element)
        if name in _BLOCKS and (text := " ".join("".join(pieces).split())):
            yield Paragraph(text, hints[-1])
        if name in _BLOCKS:
            pieces.clear()
        if step == "start":
            if name in _BLOCKS:
                hints.append(_HINTS.get(name, hints[-1]))
            if name in _LEFT_OUT:
                walk.skip_subtree()
            else:
                pieces.append(element.text or "")
        else:
            if name in _BLOCKS:
                hints.pop()
            pieces.append(element.tail or "" if element is not root else "")
    if text := " ".join("".join(pieces).split()):
        yield Paragraph(text)


def _within(item: Any, *path: str) -> Any | None:
    found: Any | None = item
    for wanted in path:
        found = _xml.child(found, wanted) if found is not None else None
    return found


def _code(element: Any | None) -> str:
    """Return the value of a property without its scheme: `stat:usable` is `usable`."""
    if element is None:
        return ""
    code = _xml.attribute(element, "qcode") or _xml.attribute(element, "uri") or _text(element)
    return re.split(r"[:/#]", code)[-1].strip().lower()


def _text(element: Any | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _nitf_date(root: Any) -> str:
    found = [one for one in root.iter() if _xml.name(one) in ("date.issue", "date.release", "story.date")]
    return _xml.attribute(found[0], "norm") if found else ""


def _moment(value: str) -> datetime | None:
    """Return a moment; one without a zone is taken for UTC, which in Indonesia ends no embargo too early."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)

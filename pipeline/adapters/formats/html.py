"""Web pages: articles in, the bilingual edition that a reviewer opens in a browser out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pipeline.adapters.formats import _edition_page
from pipeline.adapters.formats.text import decode
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, Manuscript, Paragraph

SUFFIXES = (".html", ".htm", ".xhtml")
SUFFIX = ".html"

_HINTS = {
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.SUBHEAD),
    "li": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
}
_BLOCKS = (*_HINTS, "p", "blockquote", "td", "pre", "div", "section", "article", "dd", "dt", "time")
_ASIDE = frozenset(
    {"nav", "header", "footer", "aside", "script", "style", "noscript", "template", "form", "button"}
)
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='publishdate' or @name='pubdate' or @name='date']/@content",
    "//article//time/@datetime",
    "//time/@datetime",
)


def read(data: bytes, origin: str) -> Manuscript:
    """Read a page: the article without the site's menus, or everything where it is only a fragment.

    Raises:
        ArticleError: it is no text, or holds no element.
    """
    from lxml import etree, html  # noqa: PLC0415 - start-up: only a page needs it

    text = _decode(data)
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, ValueError) as error:
        raise ArticleError(f"this is no HTML page: {error}") from error
    for comment in tree.xpath("//comment()"):
        comment.drop_tag() if comment.getparent() is not None and not comment.tail else None
    found = list(_extracted(text, tree)) if re.search(r"<body\b", text, re.IGNORECASE) else list(_walk(tree))
    found = found or list(_walk(tree))
    headline = _headline(tree)
    if headline and not any(one.text == headline for one in found):
        found.insert(0, Paragraph(headline, BlockKind.HEADLINE))
    language = (tree.get("lang") or "").lower()[:2] or None
    return Manuscript(origin, tuple(found), _published(tree), language)


def write(edition: Edition) -> str:
    """Write the edition as one page that needs nothing beside it: no script, no network."""
    return _edition_page.render(edition)


def _decode(data: bytes) -> str:
    """Decode a page; what it declares of itself comes before a guess."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode())
        except (UnicodeDecodeError, LookupError):
            pass  # pages lie about their encoding; then the bytes have to tell
    return decode(data)


def _extracted(text: str, tree: Any) -> Iterator[Paragraph]:
    """Return the article's paragraphs as trafilatura finds them, unless it leaves some out.

    It is made for web archives and drops short paragraphs and captions; a newsroom wants them all.
    So where the page marks its `<article>` and a paragraph of it is missing, the mark is trusted.
    """
    import trafilatura  # noqa: PLC0415

    articles = tree.xpath("//article")
    inside = list(_walk(articles[0])) if len(articles) == 1 else []
    document = trafilatura.bare_extraction(
        text, favor_recall=True, include_comments=False, with_metadata=False
    )
    body = getattr(document, "body", None)
    taken = list(_walk(body)) if body is not None else []
    texts = {_bare(one.text) for one in taken}
    if any(_bare(one.text) not in texts for one in inside):
        yield from inside
        return
    captions = [one for one in _walk(tree) if one.hint is BlockKind.CAPTION and _bare(one.text) not in texts]
    yield from _with_captions(taken, captions, [_bare(one.text) for one in _walk(tree)])


def _with_captions(
    taken: list[Paragraph], captions: list[Paragraph], order: list[str]
) -> Iterator[Paragraph]:
    """Put captions back where the page has them: after the last paragraph before them."""
    place = {text: number for number, text in enumerate(order)}
    waiting = sorted(captions, key=lambda one: place[_bare(one.text)])
    for paragraph in taken:
        here = place.get(_bare(paragraph.text), -1)
        while waiting and here > place[_bare(waiting[0].text)]:
            yield waiting.pop(0)
        yield paragraph
    yield from waiting


def _walk(root: Any) -> Iterator[Paragraph]:
    """Return every innermost block of text below `root`, in order, menus and scripts left out."""
    for element in root.iter():
        tag = _tag(element)
        if tag not in _BLOCKS or any(_tag(parent) in _ASIDE for parent in element.iterancestors()):
            continue
        text = " ".join(_own_text(element).split())
        if text:
            parents = [tag, *(_tag(parent) for parent in element.iterancestors())]
            hint = next((_HINTS[name] for name in parents if name in _HINTS), None)
            yield Paragraph(text, hint)


def _own_text(element: Any) -> str:
    """Return the text of an element without that of blocks inside it, which come by themselves."""
    pieces = [element.text or ""]
    for child in element:
        tag = _tag(child)
        if tag == "br":
            pieces.append("\n")
        elif tag not in _BLOCKS and tag not in _ASIDE and tag:
            pieces.append(_own_text(child))
        elif tag in _BLOCKS:
            pieces.append(" ")
        pieces.append(child.tail or "")
    return "".join(pieces)


def _tag(element: Any) -> str:
    """Return an element's tag; trafilatura calls its own `head`, `list` and `item`."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag == "head" and element.get("rend"):
        return str(element.get("rend"))
    return {"item": "li", "quote": "blockquote"}.get(tag, tag)


def _headline(tree: Any) -> str:
    for path in ("//h1", "//meta[@property='og:title']/@content"):
        for found in tree.xpath(path):
            text = found if isinstance(found, str) else found.text_content()
            if " ".join(text.split()):
                return " ".join(text.split())
    return ""


def _published(tree: Any) -> datetime | None:
    for path in _PUBLISHED:
        for found in tree.xpath(path):
            try:
                return datetime.fromisoformat(str(found).strip())
            except ValueError:
                continue
    return None


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()

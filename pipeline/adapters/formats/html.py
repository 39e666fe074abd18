"""Web pages: articles in, the bilingual edition that a reviewer opens in a browser out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pipeline.adapters.formats import _edition_page
from pipeline.adapters.formats.text import decode
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, Manuscript, Paragraph
from pipeline.text.bylines import is_byline
from pipeline.text.stamps import is_stamp

SUFFIXES = (".html", ".htm", ".xhtml")
SUFFIX = ".html"

_HINTS = {
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.SUBHEAD),
    "li": BlockKind.LIST_ITEM,
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
}
_BLOCKS = frozenset(
    """address article blockquote body dd div dl dt fieldset figure footer header hr main ol p pre
    section table tbody td th thead time tr ul""".split()
).union(_HINTS)
_ASIDE = frozenset(
    """aside audio button footer form head header iframe math nav noscript object script select style
    svg template textarea title video""".split()
)
_FLOWING = frozenset({"p", "li", "figcaption", "td"})
"""In these a `<time>` is a part of the sentence; elsewhere it is a line of its own."""
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
        parser = html.HTMLParser(huge_tree=True)
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise ArticleError(f"this is no HTML page: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ArticleError("its elements are nested too deeply to be read to the end; save it as text")
    linked = _linked(tree)
    headline = _headline(tree, linked)
    found = (
        list(_extracted(text, tree, headline))
        if re.search(r"<body\b", text, re.IGNORECASE)
        else list(_walk(tree))
    )
    found = found or list(_walk(tree))
    known = {_bare(one.text) for one in found}
    if headline and _bare(headline) not in known:
        found.insert(0, Paragraph(headline, BlockKind.HEADLINE))
    language = (tree.get("lang") or "").lower()[:2] or None
    return Manuscript(origin, tuple(found), _published(tree, linked), language)


def write(edition: Edition) -> str:
    """Write the edition as one page that needs nothing beside it: no script, no network."""
    return _edition_page.render(edition)


def _decode(data: bytes) -> str:
    """Decode a page; what it declares of itself comes before a guess."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
    # What could be read so far can't be UTF-16 or 7, whatever it says.
    if declared and not declared[1].lower().startswith((b"utf-16", b"utf-32", b"utf-7")):
        name = declared[1].decode().lower()
        try:
            return data.decode("cp1252" if name in _CALLED_LATIN else name)
        except (UnicodeError, LookupError):
            pass  # pages lie about their encoding; then the bytes have to tell
    return decode(data)


_CALLED_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
"""Names that every browser takes for Windows-1252: such pages hold curly quotes."""


def _extracted(text: str, tree: Any, headline: str) -> Iterator[Paragraph]:
    """Return the article's paragraphs as trafilatura finds them, unless it leaves some out.

    It is made for web archives and drops short paragraphs, captions and bylines; a newsroom wants them all.
    So where the page marks its `<article>` and a paragraph of it is missing, the mark is trusted.
    """
    import trafilatura  # noqa: PLC0415

    articles = tree.xpath("//article")
    inside = list(_walk(articles[0])) if len(articles) == 1 else []
    document = trafilatura.bare_extraction(
        text, favor_recall=True, include_comments=False, with_metadata=False
    )
    body = getattr(document, "body", None)
    everything = list(_walk(tree))
    order = [_bare(one.text) for one in everything]
    menus = {_bare(item.text_content()) for item in tree.xpath("//header//li | //nav//li")} - set(order)
    taken = [one for one in _walk(body) if _bare(one.text) not in menus] if body is not None else []
    texts = Counter(_bare(one.text) for one in taken)
    if Counter(_bare(one.text) for one in inside) - texts:
        yield from inside
        return
    if "".join(order) == "".join(_bare(one.text) for one in taken):
        yield from everything  # it runs the lines of a very short page together
        return
    last = max((number for number, text in enumerate(order) if text in texts), default=0)
    title = order.index(_bare(headline)) if _bare(headline) in order else last
    called = _called_captions(tree)
    missed = [
        Paragraph(one.text, BlockKind.CAPTION) if captioned else one
        for number, one in enumerate(everything)
        if order[number] not in texts
        and (
            (captioned := one.hint is BlockKind.CAPTION or (number < last and order[number] in called))
            or (title < number < last and (is_byline(one.text) or is_stamp(one.text)))
        )
    ]
    yield from _with_missed(taken, missed, order)


def _called_captions(tree: Any) -> set[str]:
    """Return what a page without `<figcaption>` calls a caption by its class.

    Below the article the class is that of cards which lead to other articles.
    """
    found = tree.xpath("//*[self::div or self::p][contains(@class, 'caption')]")
    return {_bare(one.text) for element in found for one in _walk(element)}


def _with_missed(taken: list[Paragraph], missed: list[Paragraph], order: list[str]) -> Iterator[Paragraph]:
    """Put captions and bylines back where the page has them: after the last paragraph before them."""
    place = {text: number for number, text in enumerate(order)}
    waiting = sorted(missed, key=lambda one: place[_bare(one.text)])
    for paragraph in taken:
        here = place.get(_bare(paragraph.text), -1)
        while waiting and here > place[_bare(waiting[0].text)]:
            yield waiting.pop(0)
        yield paragraph
    yield from waiting


def _walk(root: Any) -> Iterator[Paragraph]:
    """Return all text below `root` in order, parted where blocks begin and end, menus and scripts left out."""
    from lxml import etree  # noqa: PLC0415

    hints: list[BlockKind | None] = [None]
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for step, element in walk:
        tag = _tag(element)
        block = tag in _BLOCKS and not (tag == "time" and _tag(element.getparent()) in _FLOWING)
        if step == "start":
            if block:
                yield from _parted(pieces, hints[-1])
                hints.append(_HINTS.get(tag, hints[-1]))
            if _is_aside(element, tag):
                walk.skip_subtree()
            elif tag == "br":
                pieces.append("\0")
            else:
                pieces.append(element.text or "")
            continue
        if step == "end" and block:
            yield from _parted(pieces, hints.pop())
        if element is not root:
            pieces.append(element.tail or "")
    yield from _parted(pieces, None)


def _parted(pieces: list[str], hint: BlockKind | None) -> Iterator[Paragraph]:
    """Empty `pieces` into paragraphs: many sites part theirs by two line breaks and nothing else."""
    for part in re.split(r"\0\s*\0", "".join(pieces)):
        if text := " ".join(part.replace("\0", " ").split()):
            yield Paragraph(text, hint)
    pieces.clear()


def _is_aside(element: Any, tag: str) -> bool:
    """Tell menus and machinery; an article's own header holds its headline and byline."""
    return tag in _ASIDE and not (
        tag == "header" and next(element.iterancestors("article"), None) is not None
    )


def _tag(element: Any) -> str:
    """Return an element's tag in HTML's words; trafilatura has its own for some."""
    tag = element.tag if element is not None and isinstance(element.tag, str) else ""
    if tag == "head" and _tag(element.getparent()) != "html":
        return str(element.get("rend") or "h2")
    return {"item": "li", "quote": "blockquote", "lb": "br", "row": "tr", "cell": "td"}.get(tag, tag)


def _headline(tree: Any, linked: dict[str, str]) -> str:
    """Return the headline; a site's logo is an `<h1>` too, but stands in its header."""
    for found in (
        *tree.xpath("//article//h1"),
        *tree.xpath("//h1[not(ancestor::header or ancestor::nav or ancestor::footer)]"),
        linked.get("headline", ""),
        *tree.xpath("//meta[@property='og:title']/@content"),
        *tree.xpath("//h1"),
    ):
        text = " ".join((found if isinstance(found, str) else found.text_content()).split())
        if text:
            return text
    return ""


def _linked(tree: Any) -> dict[str, str]:
    """Return what the page's JSON-LD says of the article: `headline`, `datePublished`."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue  # half of the world's JSON-LD is broken, and the page says it all again
        while waiting:
            one = waiting.pop()
            if isinstance(one, list):
                waiting.extend(one)
            elif isinstance(one, dict):
                if "Article" in str(one.get("@type")):
                    return {name: value for name, value in one.items() if isinstance(value, str)}
                waiting.append(one.get("@graph"))
    return {}


def _published(tree: Any, linked: dict[str, str]) -> datetime | None:
    said = [found for path in _PUBLISHED for found in tree.xpath(path)]
    for found in (linked.get("datePublished", ""), *said):
        try:
            return datetime.fromisoformat(str(found).strip())
        except ValueError:
            continue
    return None


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()

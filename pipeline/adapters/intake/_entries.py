"""Feeds as they really are, read by feedparser from bytes that were vetted: entries, and withdrawals."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from pipeline.adapters.formats import _xml
from pipeline.adapters.formats.text import decode
from pipeline.adapters.intake._items import digest, name_of
from pipeline.adapters.network.client import Answer
from pipeline.errors import ArticleError, SourceError

_TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
"""RFC 6721: how an Atom feed says that an entry was withdrawn."""
_ELEMENT = re.compile(r"<([a-zA-Z]+)\b[^<>]*>.*?</\1>|<br\b")
"""What a feed that calls its title plain has in it all the same."""
_HALF = re.compile(r"&#(?:[xX]0*([dD][89a-fA-F][0-9a-fA-F]{2})|0*(5[5-7][0-9]{3}));")
"""What old PHP makes of an emoji, `&#xD83D;&#xDE00;`: forbidden in XML, and feedparser stumbles over it."""
_TITLE = 1000
"""Characters of a title in which markup is looked for; one may be a megabyte, and nobody waits for that."""
_WHOLE = 600
"""Characters; a shorter content is taken for a teaser, and the article for what stands on its page."""
_CUT = re.compile(
    r"(?:…|\.\.\.|\[&#8230;\]|\[…\]|baca selengkapnya|read more|selengkapnya)[\s.»>\])]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, its dates as they stand there.

    `whole` tells whether `content`, HTML, seems to be all of the article; `damaged` that a part is lost.
    """

    guid: str
    stamp: str
    link: str
    title: str
    content: str
    whole: bool
    damaged: bool
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An entry that the feed withdraws."""

    guid: str
    stamp: str
    when: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A feed, oldest entry first, and what is wrong with it although it could be read."""

    entries: tuple[Entry | Tombstone, ...]
    notice: str = ""


def read(answer: Answer) -> Contents:
    """Read a feed.

    Raises:
        SourceError: it is none, or declares XML entities.
    """
    import feedparser  # noqa: PLC0415 - start-up: only a feed needs it

    url = answer.url
    whole, damaged = _decoded(answer.body, answer.headers.get("content-type", ""))
    text = _vetted(whole)
    # A stream, not bytes: feedparser takes those for an address or a file's name if they look like one.
    stream = BytesIO(text.encode("utf-8", errors="replace"))
    found = feedparser.parse(
        stream,
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not found.entries and not found.get("version"):
        raise SourceError(f"{url} is no RSS or Atom feed; {_instead(whole, url)}")
    notices = []
    if found.bozo and not isinstance(found.bozo_exception, feedparser.CharacterEncodingOverride):
        notices.append(f"the feed is no well-formed XML ({found.bozo_exception}); what can be read is taken")
    if damaged:
        notices.append("its UTF-8 is damaged; the entries concerned are set aside")
    entries = [_entry(one, url, damaged=damaged) for one in found.entries]
    return Contents((*_told_apart(entries[::-1]), *_tombstones(text)), "; ".join(notices))


def _instead(text: str, url: str) -> str:
    """Say what stands where a feed should: most often a site's front page, which names its feed."""
    for link in re.findall(r"<link\b[^<>]*>", text[:200_000], re.IGNORECASE):
        address = re.search(r"href=[\"']?([^\"'\s>]+)", link, re.IGNORECASE)
        if address and re.search(r"application/(?:rss|atom)\+xml", link, re.IGNORECASE):
            return f"the page there names one: {urljoin(url, html.unescape(address[1]))}"
    return f"it begins with {' '.join(text[:60].split())!r}"


def _decoded(data: bytes, content_type: str) -> tuple[str, bool]:
    """Return the text, and whether some of its bytes had to be given up: one bad headline costs no other."""
    declared = [
        found[1]
        for found in (
            re.search(r"charset=[\"']?([\w.:-]+)", content_type),
            re.search(r"<\?xml[^>]*encoding=[\"']([\w.:-]+)", data[:200].decode("ascii", errors="ignore")),
        )
        if found
    ]
    utf_8 = not declared or any(name.lower() in ("utf-8", "utf8") for name in declared)
    for name in ("utf-8-sig", *declared):
        try:
            text = data.decode("cp1252" if name.lower() in ("iso-8859-1", "us-ascii") else name)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text:
            return text, False
    try:
        return decode(data), False
    except ArticleError as error:
        if not utf_8:
            raise SourceError(str(error)) from error
        return data.decode("utf-8", errors="replace"), True


def _vetted(text: str) -> str:
    """Return a feed without its document type, which old ones have and none needs.

    Raises:
        SourceError: it declares entities. A few lines of them unfold into gigabytes, or read our files.
    """
    root = re.search(r"<[a-zA-Z]", text)
    start = root.start() if root else len(text)
    prolog, kept = text[:start], text[start:]
    doctype = prolog.upper().find("<!DOCTYPE")
    closed, subset = prolog.find(">", doctype), prolog.find("[", doctype)
    if "<!ENTITY" in prolog.upper() or (doctype >= 0 and subset >= 0 and (subset < closed or closed < 0)):
        raise SourceError(
            "it declares XML entities, which can be made to read files or fill the memory: refused",
            lasting=True,
        )
    return _HALF.sub(_joined, kept).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _joined(reference: re.Match[str]) -> str:
    """Return the half of an emoji that a reference names; two halves in a row are one, alone it is lost."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(code) if 0xD800 <= code <= 0xDFFF else reference[0]


def _entry(one: Any, url: str, *, damaged: bool) -> Entry:
    link = _link(one, url)
    title = _plain(one.get("title_detail", {}))
    parts = [(detail, True) for detail in one.get("content", [])] + [(one.get("summary_detail", {}), False)]
    texts = [(_markup(detail), is_content) for detail, is_content in parts]
    content, is_content = max(texts, key=lambda found: len(found[0]))
    bare = " ".join(re.sub(r"<[^<>]*>", " ", content).split())
    name = str(one.get("id") or link or "")
    # dict.get: feedparser's own answers with another date where one is missing, and warns.
    published, updated = (str(dict.get(one, which, "")) for which in ("published", "updated"))
    return Entry(
        guid=name_of(name) if name.strip() else f"digest:{digest(title, content)}",
        stamp=digest(title, content, updated, published),  # a link may carry another token at every visit
        link=link,
        title=title,
        content=content,
        whole=is_content and len(bare) >= _WHOLE and not _CUT.search(bare[-100:]),
        damaged=damaged and "\ufffd" in title + content,
        published=published,
        updated=updated,
    )


def _link(one: Any, url: str) -> str:
    """Return an entry's address on the web; a name that is one will do where the link is missing."""
    try:
        base = urljoin(url, one.get("title_detail", {}).get("base") or "")
        link = urljoin(base, str(one.get("link") or "").strip())
        return link if urlsplit(link).scheme in ("http", "https") and link != base else ""
    except ValueError:
        return ""


def _plain(detail: Any) -> str:
    """Return a title as text; feeds put markup and twice escaped characters into theirs."""
    value = str(detail.get("value", ""))
    if detail.get("type") != "text/plain" or _ELEMENT.search(value[:_TITLE]):
        value = re.sub(r"</?[a-zA-Z][^<>]*>", "", value)
    return " ".join(html.unescape(value).split())


def _markup(detail: Any) -> str:
    """Return a content as HTML."""
    value = str(detail.get("value", ""))
    if detail.get("type") != "text/plain":
        return value
    return "".join(f"<p>{html.escape(line)}</p>" for line in value.splitlines() if line.strip())


def _told_apart(entries: list[Entry]) -> list[Entry]:
    """Give entries of one name their own: some feeds call all of them by the site's address.

    Of two that lead to the same page the later one counts: an Atom feed may hold both versions.
    """
    places: dict[str, set[str]] = {}
    for entry in entries:
        places.setdefault(entry.guid, set()).add(entry.link or entry.title)
    latest: dict[str, Entry] = {}
    for entry in entries:
        shared = len(places[entry.guid]) > 1
        guid = name_of(f"{entry.guid} {entry.link or entry.title}") if shared else entry.guid
        latest.pop(guid, None)
        latest[guid] = replace(entry, guid=guid)
    return list(latest.values())


def _tombstones(text: str) -> Iterator[Tombstone]:
    if "deleted-entry" not in text:
        return
    try:
        root = _xml.parse(text.encode("utf-8", errors="replace"))
    except ArticleError:
        return  # the notice says already that it is not well-formed
    for element in root.iter(_TOMBSTONE):
        guid, when = str(element.get("ref", "")), str(element.get("when", ""))
        if guid:
            yield Tombstone(name_of(guid), digest("deleted", guid, when), when)

"""From what was fetched to items: identity, direction, and what is wrong with one told for that one alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pipeline.adapters import reading
from pipeline.errors import DwibahasaError
from pipeline.model import Direction, ItemMeta, Manuscript, NewsItem, PubStatus

LONGEST_NAME = 400
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/vnd.iptc.g2.newsitem+xml": ".xml",
    "application/vnd.iptc.g2.newsmessage+xml": ".xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something that may be an article: its bytes, how to read them, and what is known of it without that."""

    meta: ItemMeta
    place: str
    stamp: str
    data: bytes
    suffix: str
    link: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes items of one source."""

    source: str
    direction: Direction
    limit: int

    def items(self, found: Found) -> Iterator[NewsItem]:
        """Yield the articles that `found` holds: one, or those of a wire's message.

        Only the last has the stamp: whoever is killed before it reads the whole file again.
        """
        try:
            manuscripts = reading.read_all(found.data, found.origin or found.link, found.suffix, self.limit)
        except DwibahasaError as error:
            yield self.set_aside(found, str(error))
            return
        if not manuscripts:
            yield self.set_aside(found, "there is no article in it")
        for number, manuscript in enumerate(manuscripts, 1):
            last = number == len(manuscripts)
            yield self._item(found if last else replace(found, stamp=""), manuscript)

    def _item(self, found: Found, manuscript: Manuscript) -> NewsItem:
        meta, language = found.meta, self.direction.source
        if manuscript.meta:
            meta = replace(manuscript.meta, guid=name_of(manuscript.meta.guid or meta.guid))
            # Only formats of wires name their language reliably; a site's template says lang="en" to all.
            language = manuscript.language or language
        item = self._plain(found, meta)
        if language not in self.direction:
            return replace(
                item, problem=f"it is in {language!r}; the desk reads {' and '.join(self.direction)}"
            )
        if language != self.direction.source:
            item = replace(item, direction=Direction(self.direction.target, self.direction.source))
        if manuscript.paragraphs:
            return replace(item, manuscript=manuscript)
        return item if meta.status is PubStatus.CANCELED else replace(item, problem="there is no text in it")

    def set_aside(self, found: Found, problem: str) -> NewsItem:
        """Return an item that can't be read, with the reason."""
        return replace(self._plain(found, found.meta), problem=problem)

    def withdrawn(self, meta: ItemMeta, place: str, stamp: str, link: str = "") -> NewsItem:
        """Return the withdrawal of an item."""
        return NewsItem(
            self.source, replace(meta, status=PubStatus.CANCELED), self.direction, place, stamp, link
        )

    def _plain(self, found: Found, meta: ItemMeta) -> NewsItem:
        return NewsItem(
            self.source,
            meta,
            self.direction,
            found.place,
            found.stamp,
            found.link,
            raw=found.data if len(found.data) <= self.limit else b"",  # one byte more says that it was cut
            suffix=found.suffix,
        )


def name_of(text: str) -> str:
    r"""Return `text` as a name that every store can keep: no control or direction characters, at most 400 long.

    A name that had to be changed carries a digest of what it was, so that no two become one.

    >>> name_of("tag:kabar.example,2026:17")
    'tag:kabar.example,2026:17'
    >>> name_of("a\0b")
    'a b#8fb20ef63ced4145'
    """
    plain = _CONTROL.sub(" ", text).strip()
    if plain == text and len(text) <= LONGEST_NAME:
        return text
    return f"{plain[: LONGEST_NAME - 20]}#{digest(text)}"


def origin_of(url: str) -> str:
    """Return a URL as the origin that an article's key is made from: without query and last slash.

    >>> origin_of("https://kabar.example/2026/banjir-surut/?utm_source=rss")
    'https://kabar.example/2026/banjir-surut'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")


def digest(*texts: str) -> str:
    """Return sixteen hexadecimal digits that differ where the texts do."""
    found = hashlib.sha256()
    for text in texts:
        found.update(text.encode(errors="surrogatepass") + b"\0")
    return found.hexdigest()[:16]


def suffix_of(content_type: str) -> str:
    """Return the suffix of files of this type; none where only the bytes can tell.

    >>> suffix_of("text/html; charset=utf-8"), suffix_of("application/octet-stream")
    ('.html', '')
    """
    return _SUFFIXES.get(content_type.partition(";")[0].strip().lower(), "")

"""IPTC ninjs 3: items of agencies and content systems in, an edition as two linked items out.

An edition is the item of its translation, with the item that it translates among its associations.
Until every sentence is final the translation is `withheld`: no system may publish a machine's draft.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from typing import Any
from urllib.parse import quote

from pipeline.adapters.formats import html, text
from pipeline.adapters.formats._xml import escaped
from pipeline.errors import ArticleError
from pipeline.model import (
    BlockKind,
    Edition,
    ItemMeta,
    Manuscript,
    Paragraph,
    PubStatus,
    SegmentState,
    Unit,
)

SUFFIXES = (".json",)
SUFFIX = ".ninjs.json"

_STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
"""What may be an item's `uri`; many a feed's id is a bare number, and is kept beside it."""
_ELSEWHERE = frozenset({BlockKind.HEADLINE, BlockKind.BYLINE})
"""Blocks that have a property of their own and don't stand in the body."""
_WITHOUT_TEXT = frozenset({"picture", "graphic", "audio", "video", "component", "event", "planning"})


def write(edition: Edition) -> str:
    """Write both items; status and embargo of the source bind its translation."""
    article = edition.article
    meta = article.meta or ItemMeta()
    final = all(unit.state is SegmentState.FINAL for unit in edition.units)
    known = bool(_URI.fullmatch(meta.guid))
    source_uri = meta.guid if known else _uri(article.key, article.direction.source)
    source = {
        "name": "translated from",
        **_item(edition, "source", source_uri, article.direction.source, meta),
        "pubStatus": str(meta.status),
    }
    if meta.guid and not known:
        source["altIds"].append({"role": "guid", "value": meta.guid})
    usable = PubStatus.USABLE if final else PubStatus.WITHHELD
    uri = _uri(article.key, article.direction.target)
    item = {
        **_item(edition, "target", uri, article.direction.target, meta),
        "pubStatus": str(usable if meta.status is PubStatus.USABLE else meta.status),
        "edNote": _note(edition, approved=final),
        "associations": [source],
        "standard": _STANDARD,
    }
    return json.dumps(item, ensure_ascii=False, indent=1) + "\n"


def _uri(key: str, language: str) -> str:
    return f"urn:dwibahasa:{quote(key, safe='')}:{language}"


def _note(edition: Edition, *, approved: bool) -> str:
    if approved:
        return "Machine translation, every sentence approved by an editor."
    flagged = len(edition.needs_review)
    return f"Machine translation, not approved: {flagged} of {len(edition.units)} sentences are flagged for review."


def _item(edition: Edition, side: str, uri: str, language: str, meta: ItemMeta) -> dict[str, Any]:
    """Return what both items have; `side` is the text of a unit that this one holds."""
    headline = next((_words(unit, side) for unit in edition.units if unit.kind is BlockKind.HEADLINE), "")
    byline = " ".join(_words(unit, side) for unit in edition.units if unit.kind is BlockKind.BYLINE)
    words = [
        word
        for unit in edition.units
        for word in _words(unit, side).split()
        if unit.kind not in _ELSEWHERE | {BlockKind.CAPTION}
    ]
    published = edition.article.published
    item: dict[str, Any] = {
        "uri": uri,
        "type": "text",
        "representationType": "full",
        "language": language,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": headline}],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/html",
                "wordCount": len(words),
                "value": "\n".join(_body(edition, side)),
            }
        ],
        "altIds": [{"role": "dwibahasa", "value": edition.article.key}],
    }
    if published and published.tzinfo:
        item["contentCreated"] = published.isoformat()
    if meta.embargoed_until:
        item["embargoed"] = meta.embargoed_until.isoformat()
    if meta.urgency:
        item["urgency"] = meta.urgency
    return item | ({"by": byline} if byline else {})


def _body(edition: Edition, side: str) -> Iterator[str]:
    """Yield the blocks as HTML; what isn't a plain paragraph says by its class what it is."""
    for _, found in groupby(edition.units, key=lambda unit: unit.draft.segment.block.key):
        units = list(found)
        kind = units[0].kind
        said = " ".join(_words(unit, side) for unit in units).strip()
        if not said or kind in _ELSEWHERE:
            continue
        tag = {BlockKind.SUBHEAD: "h2", BlockKind.LIST_ITEM: "li", BlockKind.CAPTION: "figcaption"}.get(
            kind, "p"
        )
        name = f' class="{kind}"' if tag == "p" and kind is not BlockKind.PARAGRAPH else ""
        shown = f"<{tag}{name}>{escape(escaped(said), quote=False)}</{tag}>"
        yield {"li": f"<ul>{shown}</ul>", "figcaption": f"<figure>{shown}</figure>"}.get(tag, shown)


def _words(unit: Unit, side: str) -> str:
    return unit.source if side == "source" else unit.target


def read(data: bytes, origin: str) -> Manuscript:
    """Read one item, of ninjs 3 or an older one.

    Raises:
        ArticleError: it is no JSON, no ninjs, has no text, or holds several items.
    """
    found = read_all(data, origin)
    if len(found) != 1:
        raise ArticleError(f"it holds {len(found)} items with text; give each a file of its own")
    (one,) = found
    if not one.paragraphs and not (one.meta and one.meta.status is PubStatus.CANCELED):
        raise ArticleError("there is no text in it: neither headlines nor bodies")
    return one


def read_all(data: bytes, origin: str) -> tuple[Manuscript, ...]:
    """Read every item of a file that may have a text: one object, or a list of them.

    Pictures and the like are passed over; an item whose text is missing has no paragraphs, and
    costs the others nothing.

    Raises:
        ArticleError: it is no JSON, or something in it is no ninjs.
    """
    try:
        found = json.loads(text.decode(data))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"this is no JSON: {error}") from error
    if isinstance(found, dict) and str(found.get("schema")).startswith("dwibahasa/"):
        raise ArticleError("this is an edition of ours, not an article: `dwibahasa export` reads it")
    items = found if isinstance(found, list) else [found]
    if not all(isinstance(item, dict) and isinstance(item.get("uri"), str) and item["uri"] for item in items):
        raise ArticleError("this is JSON, but no ninjs: an item is an object with a uri")
    return tuple(_manuscript(item, origin) for item in items if item.get("type") not in _WITHOUT_TEXT)


def _manuscript(item: Mapping[str, Any], origin: str) -> Manuscript:
    said = {name.lower(): value for name, value in item.items()}  # 1.x wrote `pubstatus`
    embargo = _said(said, "embargoed") or _said(said, "embargoeduntil")
    until = _moment(embargo)
    meta = ItemMeta(
        guid=said["uri"],
        version=_said(said, "version"),
        updated=_moment(_said(said, "versioncreated")),
        # An embargo that can't be read is one all the same: to pass over it would publish too early.
        status=PubStatus.WITHHELD if embargo and not until else _status(said),
        embargoed_until=until,
        urgency=_urgency(said.get("urgency")),
    )
    paragraphs = tuple(_paragraphs(said, origin))
    published = _moment(_said(said, "contentcreated")) or _moment(_said(said, "firstcreated")) or meta.updated
    return Manuscript(origin, paragraphs, published, _said(said, "language").lower()[:2] or None, meta)


def _paragraphs(said: Mapping[str, Any], origin: str) -> Iterator[Paragraph]:
    if headline := _chosen(said, "headlines", "headline")[0]:
        yield Paragraph(" ".join(headline.split()), BlockKind.HEADLINE)
    if byline := " ".join((_said(said, "by") or _said(said, "byline")).split()):
        yield Paragraph(byline, BlockKind.BYLINE)
    body, kind = _chosen(said, "bodies", "body_html", "body_xhtml", "body_text")
    if "html" in kind:
        if body.strip():
            # Not a whole page: a reader of pages would look for menus in it, and for its own encoding.
            fragment = f"<!-- charset=utf-8 --><article>{body}</article>"
            yield from html.read(fragment.encode(errors="replace"), origin).paragraphs
    else:
        yield from (Paragraph(paragraph) for paragraph in text.paragraphs(body))
    for one in said.get("associations") or ():
        if isinstance(one, dict) and one.get("type") in ("picture", "graphic", "video"):
            lower = {name.lower(): value for name, value in one.items()}
            if caption := " ".join(
                _chosen(lower, "descriptions", "description_text", "description")[0].split()
            ):
                yield Paragraph(caption, BlockKind.CAPTION)


def _chosen(said: Mapping[str, Any], plural: str, *older: str) -> tuple[str, str]:
    """Return the main one of several texts and what type it has; `older` are the properties of 1.x."""
    several = [
        one
        for one in said.get(plural) or ()
        if isinstance(one, dict) and isinstance(one.get("value"), str) and one["value"].strip()
    ]
    several.sort(key=lambda one: str(one.get("role", "main")).lower() != "main")
    for one in several[:1]:
        kind = str(one.get("contentType", ""))
        return one["value"], kind or ("text/html" if one["value"].lstrip().startswith("<") else "text/plain")
    for name in older:
        if isinstance(said.get(name), str) and said[name].strip():
            return said[name], "text/html" if "html" in name else "text/plain"
    return "", ""


def _said(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _status(said: Mapping[str, Any]) -> PubStatus:
    """Return the status; one that we don't know holds the item back rather than letting it through."""
    value = _said(said, "pubstatus").lower() or PubStatus.USABLE
    return PubStatus(value) if value in set(PubStatus) else PubStatus.WITHHELD


def _urgency(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and 1 <= value <= 9 else None


def _moment(text: str) -> datetime | None:
    """Return a moment with its zone, None where it can't be read."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""Markdown: articles in, readable bilingual editions out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

import frontmatter
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.adapters.formats._standing import standing
from pipeline.adapters.formats.text import decode
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, Manuscript, Paragraph, Unit

SUFFIXES = (".md", ".markdown")
SUFFIX = ".md"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_OPENING = re.compile(r"^(?:(\d+)(?=[.)](?:\s|$))|(?=[-+=]))")
"""What makes a list, a rule or a heading of a line that begins with it."""
_UNPRINTABLE = re.compile("[\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML takes only as an escape and JSON leaves as it is."""


def read(data: bytes, origin: str) -> Manuscript:
    """Read Markdown with or without front matter (`title`, `date`, `lang`).

    Raises:
        ArticleError: the front matter is no YAML, or the file is no text.
    """
    text = decode(data)
    try:
        post = frontmatter.loads(text)
    except Exception as error:
        raise ArticleError(f"the front matter can't be read: {str(error).splitlines()[0]}") from error
    if not post.metadata:
        post.content = text  # two rules with prose between them, not front matter
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    found = list(_paragraphs(parser.parse(post.content)))
    title = _plain(post.get("title"))
    if title and not any(one.text == title for one in found[:3]):
        found.insert(0, Paragraph(title, BlockKind.HEADLINE))
    language = _plain(post.get("lang") or post.get("language")).lower()[:2] or None
    return Manuscript(origin, tuple(found), _moment(post.get("date")), language)


def _plain(value: Any) -> str:
    """Return a value of the front matter as text, if it is one: a list of lists may be a bomb."""
    return str(value).strip() if isinstance(value, str | int | date) else ""


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - the file names no zone
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _paragraphs(tokens: list[Token]) -> Iterator[Paragraph]:
    hints: list[BlockKind | None] = []
    for token in tokens:
        if token.type == "heading_open":
            hints.append(BlockKind.HEADLINE if token.tag == "h1" else BlockKind.SUBHEAD)
        elif token.type in ("list_item_open", "td_open", "th_open"):
            hints.append(BlockKind.LIST_ITEM)
        elif token.type in ("heading_close", "list_item_close", "td_close", "th_close"):
            hints.pop()
        elif token.type == "inline":
            yield from _inline(token, hints[-1] if hints else None)
        elif token.type in ("fence", "code_block", "html_block") and token.content.strip():
            text = re.sub(r"<[^>]*>", " ", token.content) if token.type == "html_block" else token.content
            if text.strip():
                yield Paragraph(" ".join(text.split()), hints[-1] if hints else None)


def _inline(token: Token, hint: BlockKind | None) -> Iterator[Paragraph]:
    """Reduce inline markup to text; a picture's description is its caption."""
    children = token.children or []
    captions = [
        child.content.strip() for child in children if child.type == "image" and child.content.strip()
    ]
    pieces = [
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in children
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    ]
    yield from (Paragraph(caption, BlockKind.CAPTION) for caption in captions)
    if text := "".join(pieces).strip():
        yield Paragraph(text, hint)


def write(edition: Edition) -> str:
    """Write both languages block by block, flags below the sentence they belong to."""
    article, direction = edition.article, edition.article.direction
    flagged = len(edition.needs_review)
    lines = [
        "---",
        f"title: {_quoted(_title(edition))}",
        f"lang: {direction.target}",
        *([f"date: {article.published.isoformat()}"] if article.published else []),
        f"translated_from: {direction.source}",
        "approved: false",
        "---",
        "",
        *([f"> **{standing(article)}**", ""] if standing(article) else []),
        f"> Machine translation, not approved: {flagged} of {len(edition.units)} segments are flagged for review.",
        "",
    ]
    for _, units in groupby(edition.units, key=lambda unit: unit.draft.segment.block.key):
        lines += _block(list(units))
    signature = edition.signature
    lines += [
        "---",
        "",
        f"Engine {signature.engine}, model {_escaped(signature.model)}, Dwibahasa {signature.version}.",
        "",
    ]
    return "\n".join(lines)


def _block(units: list[Unit]) -> list[str]:
    kind = units[0].kind
    source = " ".join(unit.source for unit in units)
    target = " ".join(unit.target for unit in units if unit.target)
    prefix = {BlockKind.HEADLINE: "# ", BlockKind.SUBHEAD: "## ", BlockKind.LIST_ITEM: "- "}.get(kind, "")
    shown = _escaped(target) or f"*({kind.replace('_', ' ')}, not repeated)*"
    lines = [f"{prefix}{shown}", "", f"> {_escaped(source)}", ""]
    for unit in units:
        for flag in unit.flags:
            quoted = f"“{_escaped(_short(unit.target or unit.source))}”: " if len(units) > 1 else ""
            lines.append(f"- **{flag.severity}** ({flag.check}): {quoted}{_escaped(flag.message)}")
    return [*lines, ""] if any(unit.flags for unit in units) else lines


def _title(edition: Edition) -> str:
    targets = [unit.target for unit in edition.units if unit.kind is BlockKind.HEADLINE]
    return targets[0] if targets else edition.article.title


def _quoted(text: str) -> str:
    """Quote a text for YAML, whose double quotes are those of JSON."""
    quoted = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _escaped(text: str) -> str:
    one_line = " ".join(text.split())
    return _OPENING.sub(lambda found: f"{found[0]}\\", _SPECIAL.sub(r"\\\1", one_line))

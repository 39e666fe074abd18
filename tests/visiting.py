"""A small memory beside a source, so that a test can visit it again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from builders import ID_EN

from pipeline.adapters.intake import feed, folder, page, sitemap
from pipeline.config import SourceSettings, load_settings
from pipeline.model import NewsItem, SourceState
from pipeline.ports import Source

NOW = datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
KINDS = {"feed": feed, "folder": folder, "page": page, "sitemap": sitemap}


@dataclass
class Visitor:
    """Remembers what a store would: the source's state, and the stamp of every place."""

    source: Source
    now: datetime = NOW
    state: SourceState = field(default_factory=SourceState)
    stamps: dict[str, str] = field(default_factory=dict)

    def visit(self, *, killed_after: int | None = None) -> list[NewsItem]:
        """Visit the source and keep what it yields; or be killed after so many items."""
        items: list[NewsItem] = []
        for found in self.source.poll(self.state, self.now, self.stamps.get):
            if isinstance(found, SourceState):
                self.state = found
                break
            items.append(found)
            if found.stamp:
                self.stamps[found.place] = found.stamp
            if len(items) == killed_after:
                break
        self.now += timedelta(minutes=15)
        return items


def visitor(
    kind: str,
    *,
    name: str = "kabar",
    url: str = "",
    path: Path | None = None,
    articles: str = "auto",
    authorization: str = "",
    intake: dict[str, object] | None = None,
) -> Visitor:
    """Return a visitor of a source that may reach the tests' own server, without the polite pauses."""
    settings = load_settings({"intake": {"pause_seconds": 0, "timeout_seconds": 5, **(intake or {})}}, {})
    source = SourceSettings(
        name,
        kind,
        url=url,
        path=str(path or ""),
        articles=articles,
        authorization=authorization,
        allow=("127.0.0.1",),
    )
    made: Source = KINDS[kind].create(source, settings, ID_EN)
    return Visitor(made)


def texts(item: NewsItem) -> list[str]:
    """Return an item's paragraphs."""
    return [paragraph.text for paragraph in item.manuscript.paragraphs] if item.manuscript else []

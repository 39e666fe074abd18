"""An RSS or Atom feed: its entries, whole as they stand in it or from the pages that they lead to."""

from __future__ import annotations

from pipeline.adapters.intake import _entries
from pipeline.adapters.intake._listing import Listing, listing
from pipeline.config import Settings, SourceSettings
from pipeline.model import Direction


def create(source: SourceSettings, settings: Settings, direction: Direction) -> Listing:
    """Return the feed that the settings name.

    Raises:
        ConfigError: they name none, or what they say of it can't be.
    """
    return listing(source, settings, direction, _entries.read)

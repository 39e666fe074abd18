"""What a news item says of itself: identity, version, status, embargo. The words are IPTC's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PubStatus(StrEnum):
    """Whether an item may be published, as ninjs and NewsML-G2 say it."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class ItemMeta:
    """An item's management data. Moments know their zone; `urgency` runs from 1 (flash) to 9.

    `guid` is the name that the source gives the item: any text, never to be used as a path.
    """

    guid: str = ""
    version: str = ""
    updated: datetime | None = None
    status: PubStatus = PubStatus.USABLE
    embargoed_until: datetime | None = None
    deadline: datetime | None = None
    urgency: int | None = None

"""Messages to other systems: who is told when an edition is published or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that is told, and the secret that its messages are signed with."""

    number: int
    url: str
    secret: str
    created_by: str
    created_at: datetime
    active: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on its way."""

    number: int
    webhook: Webhook
    event: str
    payload: Mapping[str, object]
    attempts: int
    next_at: datetime | None = None
    delivered_at: datetime | None = None
    last_error: str = ""

"""Webhooks and the messages on their way to them: kept before they are sent, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import deliveries, webhooks
from pipeline.model.messages import Delivery, Webhook

_CARRIED = timedelta(minutes=15)
"""How long a message is another process's to send; one that is killed meanwhile costs this delay, never the message."""


class SqlWebhooks:
    """The port `Webhooks` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return the addresses that are told."""
        query = select(webhooks).where(webhooks.c.active).order_by(webhooks.c.number)
        with self._database.reading() as connection:
            return tuple(_webhook(row) for row in connection.execute(query))

    def add_webhook(self, url: str, secret: str, by: str, at: datetime) -> int:
        """Keep an address."""
        row = {"url": url, "secret": secret, "active": True, "created_by": by, "created_at": at}
        with self._database.writing() as connection:
            made = connection.execute(insert(webhooks).values(row))
        return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0

    def stop_webhook(self, number: int) -> None:
        """Tell an address nothing more; what is on its way to it stays here."""
        with self._database.writing() as connection:
            connection.execute(update(webhooks).where(webhooks.c.number == number).values(active=False))

    def enqueue(self, event: str, payload: Mapping[str, object], at: datetime) -> None:
        """Keep a message for each address, due now."""
        with self._database.writing() as connection:
            numbers = connection.execute(select(webhooks.c.number).where(webhooks.c.active)).scalars().all()
            for number in numbers:
                row = {"webhook": number, "event": event, "payload": dict(payload), "next_at": at}
                connection.execute(insert(deliveries).values(row))

    def due(self, at: datetime, *, limit: int = 20) -> tuple[Delivery, ...]:
        """Return the messages whose time has come; to other processes it comes later, so that none is sent twice."""
        query = _joined().where(
            deliveries.c.delivered_at.is_(None), deliveries.c.next_at <= at, webhooks.c.active
        )
        wanted = query.order_by(deliveries.c.next_at).limit(limit)
        with self._database.reading() as connection:
            if connection.execute(wanted.limit(1)).first() is None:
                return ()
        with self._database.writing() as connection:
            rows = connection.execute(wanted.with_for_update(of=deliveries, skip_locked=True)).all()
            taken = deliveries.c.number.in_([row.number for row in rows])
            connection.execute(update(deliveries).where(taken).values(next_at=at + _CARRIED))
        return tuple(_delivery(row) for row in rows)

    def note_delivery(
        self, number: int, *, delivered_at: datetime | None, next_at: datetime | None, error: str
    ) -> None:
        """Note what became of an attempt."""
        values = {
            "attempts": deliveries.c.attempts + 1,
            "delivered_at": delivered_at,
            "next_at": next_at,
            "last_error": error[:500],
        }
        with self._database.writing() as connection:
            connection.execute(update(deliveries).where(deliveries.c.number == number).values(values))

    def recent(self, *, limit: int = 50) -> tuple[Delivery, ...]:
        """Return the last messages, the newest first."""
        query = _joined().order_by(deliveries.c.number.desc()).limit(limit)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(_delivery(row) for row in rows)


def _joined() -> Select[Any]:
    hook = (
        webhooks.c.number.label("hook"),
        webhooks.c.url,
        webhooks.c.secret,
        webhooks.c.active,
        webhooks.c.created_by,
        webhooks.c.created_at,
    )
    return select(deliveries, *hook).join(webhooks, webhooks.c.number == deliveries.c.webhook)


def _webhook(row: Row[Any]) -> Webhook:
    return Webhook(row.number, row.url, row.secret, row.created_by, row.created_at, row.active)


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        row.number,
        Webhook(row.hook, row.url, row.secret, row.created_by, row.created_at, row.active),
        row.event,
        row.payload,
        row.attempts,
        row.next_at,
        row.delivered_at,
        row.last_error,
    )

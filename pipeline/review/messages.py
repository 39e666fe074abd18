"""Tell other systems what was published: signed, kept until they have it, tried again with patience."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from pipeline.errors import DwibahasaError, RefusedError
from pipeline.model.messages import Delivery
from pipeline.model.work import Publication
from pipeline.ports import Post, Webhooks

ATTEMPTS = 10
"""After these, about eight hours and a half in all, a message is given up and the page of the API says so."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Messages to other systems."""

    webhooks: Webhooks
    post: Post
    clock: Callable[[], datetime]

    def add(self, url: str, by: str) -> str:
        """Keep an address that is to be told; return the secret that its messages are signed with.

        Raises:
            RefusedError: it is no web address.
        """
        if not url.startswith(("https://", "http://")) or len(url) > 1000 or any(map(str.isspace, url)):
            raise RefusedError("A webhook is a web address that begins with https:// or http://.")
        secret = secrets.token_hex(32)
        self.webhooks.add_webhook(url, secret, by, self.clock())
        return secret

    def announce(self, event: str, publication: Publication) -> None:
        """Keep a message about a publication for everybody who is told."""
        payload = {
            "event": f"article.{event}",
            "key": publication.key,
            "title": {"source": publication.title, "target": publication.title_target},
            "revision": publication.revision,
            "version": publication.version,
            "by": publication.actor if event == "published" else publication.withdrawn_by,
            "note": publication.note if event == "published" else publication.withdrawn_note,
            "at": self.clock().isoformat(),
        }
        self.webhooks.enqueue(f"article.{event}", payload, self.clock())

    def deliver(self) -> int:
        """Send what is due; return how many arrived."""
        return sum(self._send(delivery) for delivery in self.webhooks.due(self.clock()))

    def _send(self, delivery: Delivery) -> bool:
        body = json.dumps(delivery.payload, ensure_ascii=False, sort_keys=True).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Dwibahasa-Event": delivery.event,
            "X-Dwibahasa-Delivery": str(delivery.number),
            "X-Dwibahasa-Signature": f"sha256={signature(delivery.webhook.secret, body)}",
        }
        try:
            status = self.post(delivery.webhook.url, body, headers)
            problem = "" if 200 <= status < 300 else f"the answer was {status}"
        except DwibahasaError as error:
            problem = str(error)
        now = self.clock()
        attempts = delivery.attempts + 1
        again = now + timedelta(minutes=2 ** (attempts - 1)) if problem and attempts < ATTEMPTS else None
        self.webhooks.note_delivery(
            delivery.number, delivered_at=None if problem else now, next_at=again, error=problem
        )
        return not problem


def signature(secret: str, body: bytes) -> str:
    """Return the HMAC-SHA256 of a message, in hex: who knows the secret can tell that it is ours."""
    return hmac.new(secret.encode(), body, sha256).hexdigest()

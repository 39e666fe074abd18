"""The people at the review desk and what they write beside the translation, as the desk sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from pipeline.model.accounts import Entry, Session, SessionStart, Token, User
from pipeline.model.discussion import Comment, Decision, KeptDraft, Proposal, View
from pipeline.model.figures import Overview
from pipeline.model.messages import Delivery, Webhook


class Passwords(Protocol):
    """How passwords are kept: never as they are."""

    def digest(self, password: str) -> str:
        """Return what may be kept of a password."""

    def matches(self, password: str, kept: str | None) -> bool:
        """Tell whether it is the one; takes as long where nothing is kept."""

    def is_outdated(self, kept: str) -> bool:
        """Tell whether it was kept in a weaker way than today's."""


class Accounts(Protocol):
    """Accounts, sessions, tokens and the audit log."""

    def users(self) -> tuple[User, ...]:
        """Return every account, by name."""

    def user(self, name: str) -> User | None:
        """Return one account."""

    def password(self, name: str) -> str | None:
        """Return what is kept of an active account's password."""

    def add_user(self, user: User, password_hash: str, at: datetime) -> None:
        """Make an account.

        Raises:
            StorageError: there is one of this name.
        """

    def change_user(self, user: User) -> None:
        """Keep what changed of an account; one that is switched off is signed out everywhere."""

    def set_password(self, name: str, password_hash: str, *, keep_session: str = "") -> None:
        """Keep a new password; every session of the account but one ends."""

    def open_session(self, start: SessionStart) -> None:
        """Keep a session by the digest of its token."""

    def session(self, digest: str, at: datetime) -> Session | None:
        """Return a session, while it lasts and its account is active."""

    def prolong_session(self, digest: str, at: datetime, expires_at: datetime) -> None:
        """Note that a session is in use."""

    def close_session(self, digest: str) -> None:
        """End a session."""

    def note_attempt(self, name: str, address: str, at: datetime, *, succeeded: bool) -> None:
        """Remember that somebody tried to sign in."""

    def failures(self, name: str, address: str, since: datetime) -> tuple[int, int]:
        """Return how often signing in failed since then: for this name, and from this address."""

    def tokens(self) -> tuple[Token, ...]:
        """Return every token, the newest first."""

    def add_token(self, token: Token, digest: str) -> None:
        """Keep a token by its digest."""

    def token(self, digest: str) -> Token | None:
        """Return a token that still holds."""

    def use_token(self, key: str, at: datetime) -> None:
        """Note when a token was last used."""

    def revoke_token(self, key: str, at: datetime) -> None:
        """Make a token worthless."""

    def log(self, entry: Entry) -> None:
        """Append a line to the audit log."""

    def entries(self, *, page: int, size: int) -> tuple[Entry, ...]:
        """Return a page of the audit log, the newest first."""


class Discussion(Protocol):
    """Drafts, comments, views, proposed terms."""

    def keep_draft(self, draft: KeptDraft) -> None:
        """Keep what stands in somebody's editor."""

    def draft(self, article: str, segment: str, user: str) -> KeptDraft | None:
        """Return what somebody typed and has not saved."""

    def drafts(self, article: str, user: str) -> tuple[KeptDraft, ...]:
        """Return every draft of a person in an article."""

    def drop_draft(self, article: str, segment: str, user: str) -> None:
        """Forget a draft: it was saved, or thrown away."""

    def add_comment(self, comment: Comment, named: Sequence[str]) -> int:
        """Keep a comment and whom it mentions; return its number."""

    def comments(self, article: str) -> tuple[Comment, ...]:
        """Return the comments on an article, in order."""

    def resolve_comment(self, article: str, number: int, user: str, at: datetime) -> None:
        """Settle a comment."""

    def mentions(self, user: str, *, limit: int = 50) -> tuple[tuple[Comment, bool], ...]:
        """Return the comments that name a person, the newest first, and whether they were seen."""

    def unseen(self, user: str) -> int:
        """Count the mentions that a person has not seen."""

    def see_mentions(self, user: str, at: datetime) -> None:
        """Note that a person has seen where they are named."""

    def keep_view(self, view: View) -> None:
        """Keep a view; one of the same name makes way."""

    def views(self, user: str) -> tuple[View, ...]:
        """Return a person's views and those that others share."""

    def drop_view(self, user: str, name: str) -> None:
        """Forget one of a person's views."""

    def propose(self, proposal: Proposal) -> int:
        """Keep a proposed term; return its number."""

    def proposals(self, state: Decision | None = None, *, limit: int = 200) -> tuple[Proposal, ...]:
        """Return proposed terms, the newest first."""

    def decide(self, number: int, state: Decision, user: str, reason: str, at: datetime) -> bool:
        """Accept or decline a proposed term; False when somebody else was quicker."""


class Figures(Protocol):
    """What has been done, counted."""

    def overview(self, since: datetime) -> Overview:
        """Return the figures of the dashboard since then."""


class Webhooks(Protocol):
    """Who is told about publications, and what is still on its way to them."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return the addresses that are told."""

    def add_webhook(self, url: str, secret: str, by: str, at: datetime) -> int:
        """Keep an address."""

    def stop_webhook(self, number: int) -> None:
        """Tell an address nothing more."""

    def enqueue(self, event: str, payload: Mapping[str, object], at: datetime) -> None:
        """Keep a message for each address, due now."""

    def due(self, at: datetime, *, limit: int = 20) -> tuple[Delivery, ...]:
        """Return the messages whose time has come."""

    def note_delivery(
        self, number: int, *, delivered_at: datetime | None, next_at: datetime | None, error: str
    ) -> None:
        """Note what became of an attempt."""

    def recent(self, *, limit: int = 50) -> tuple[Delivery, ...]:
        """Return the last messages, the newest first."""


class Post(Protocol):
    """The guarded way to another system."""

    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send a message; return the status of the answer.

        Raises:
            SourceError: the address may not be reached, or can't be.
        """

"""The people at the review desk, and what the desk remembers for them and about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an account is for; each one may do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class User:
    """An account. `language` and `theme` are empty where the person leaves them to the browser."""

    name: str
    role: Role
    display: str = ""
    language: str = ""
    theme: str = ""
    active: bool = True
    created_at: datetime | None = None

    @property
    def shown(self) -> str:
        """The name for people."""
        return self.display or self.name


@dataclass(frozen=True, slots=True)
class Session:
    """A person who is signed in, until `expires_at`."""

    user: User
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class SessionStart:
    """What is kept when somebody signs in: the digest of the session's token, never the token."""

    digest: str
    user: str
    at: datetime
    expires_at: datetime
    address: str = ""
    agent: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A key of another system (a CMS) to the JSON API, with a role of its own. The key itself isn't kept."""

    key: str
    name: str
    role: Role
    created_by: str
    created_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the audit log: who did what to which thing, when and from where."""

    at: datetime
    actor: str
    action: str
    subject: str
    detail: Mapping[str, object] = field(default_factory=dict)
    address: str = ""

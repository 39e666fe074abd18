"""Who comes in: signing in and out, accounts, tokens, and a record of it all."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from pipeline.errors import RefusedError
from pipeline.model.accounts import Entry, Role, Session, SessionStart, Token, User
from pipeline.ports import Accounts, Passwords

WINDOW = timedelta(minutes=15)
"""How long a failed attempt to sign in counts."""

TRIES_A_NAME = 10
"""Failures for one name in the window: a reporter who forgot needs five, a machine that guesses thousands."""

TRIES_AN_ADDRESS = 50
"""Failures from one address: a whole newsroom may stand behind it."""

LEAST_PASSWORD = 8
_NAME = re.compile(r"[\w][\w.@-]{0,63}")
_PROLONG = timedelta(minutes=10)


class ThrottledError(RefusedError):
    """Signing in failed too often."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The door of the desk."""

    accounts: Accounts
    passwords: Passwords
    clock: Callable[[], datetime]
    session_hours: int

    def sign_in(self, name: str, password: str, address: str, agent: str = "") -> str:
        """Return the token of a new session.

        Raises:
            ThrottledError: too many failures for this name or from this address.
            RefusedError: no such account, or not its password; which of the two isn't told.
        """
        now = self.clock()
        by_name, by_address = self.accounts.failures(name, address, now - WINDOW)
        if by_name >= TRIES_A_NAME or by_address >= TRIES_AN_ADDRESS:
            raise ThrottledError("Too many attempts. Wait a quarter of an hour, or ask an admin.")
        kept = self.accounts.password(name)
        right = self.passwords.matches(password, kept)
        self.accounts.note_attempt(name, address, now, succeeded=right)
        if not right or kept is None:
            self.log(name, "sign in failed", name, address=address)
            raise RefusedError("This name and password don't belong together.")
        token = secrets.token_urlsafe(32)
        if self.passwords.is_outdated(kept):
            self.accounts.set_password(name, self.passwords.digest(password))
        until = now + timedelta(hours=self.session_hours)
        self.accounts.open_session(SessionStart(digest_of(token), name, now, until, address, agent))
        self.log(name, "signed in", name, address=address)
        return token

    def session(self, token: str) -> Session | None:
        """Return the session of a token; one in use goes on."""
        now = self.clock()
        found = self.accounts.session(digest_of(token), now)
        until = now + timedelta(hours=self.session_hours)
        if found and until - found.expires_at > _PROLONG:
            self.accounts.prolong_session(digest_of(token), now, until)
        return found

    def sign_out(self, token: str, name: str) -> None:
        """End a session."""
        self.accounts.close_session(digest_of(token))
        self.log(name, "signed out", name)

    def add_user(self, name: str, role: Role, password: str, *, display: str = "", by: str = "") -> User:
        """Make an account.

        Raises:
            RefusedError: the name or the password won't do.
            StorageError: there is one of this name.
        """
        if not _NAME.fullmatch(name):
            raise RefusedError("A name has 1 to 64 letters, digits, dots, dashes, underscores or @.")
        user = User(name, role, display[:100])
        self.accounts.add_user(user, self._hashed(password), self.clock())
        self.log(by or name, "account made", name, role=role)
        return user

    def change_user(self, user: User, *, by: str) -> None:
        """Keep what changed of an account.

        Raises:
            RefusedError: nobody would be left who can look after the accounts.
        """
        before = self.accounts.user(user.name)
        if before is None:
            raise RefusedError("There is no account {name}.", name=user.name)
        admins = [one.name for one in self.accounts.users() if one.role is Role.ADMIN and one.active]
        if admins == [user.name] and (user.role is not Role.ADMIN or not user.active):
            raise RefusedError("This is the last admin: make another one first.")
        self.accounts.change_user(user)
        if (before.role, before.active) != (user.role, user.active):
            self.log(by, "account changed", user.name, role=user.role, active=user.active)

    def set_password(self, name: str, password: str, *, by: str, session: str = "") -> None:
        """Give an account a new password; its other sessions end.

        Raises:
            RefusedError: the password won't do.
        """
        self.accounts.set_password(
            name, self._hashed(password), keep_session=digest_of(session) if session else ""
        )
        self.log(by, "password changed", name)

    def change_own_password(self, user: User, old: str, new: str, session: str) -> None:
        """Let a person change their password, who knows the old one.

        Raises:
            RefusedError: the old one is wrong, or the new one won't do.
        """
        if not self.passwords.matches(old, self.accounts.password(user.name)):
            raise RefusedError("That is not your present password.")
        self.set_password(user.name, new, by=user.name, session=session)

    def make_token(self, name: str, role: Role, *, by: User) -> str:
        """Return a new token for another system; it is shown once and can't be read again."""
        token = f"dwi_{secrets.token_urlsafe(32)}"
        made = Token(secrets.token_hex(8), name[:200], role, by.name, self.clock())
        self.accounts.add_token(made, digest_of(token))
        self.log(by.name, "token made", name, role=role)
        return token

    def bearer(self, token: str) -> User | None:
        """Return whom a token of the API stands for: its maker, with the token's role."""
        found = self.accounts.token(digest_of(token))
        if found is None:
            return None
        now = self.clock()
        if found.used_at is None or now - found.used_at > _PROLONG:
            self.accounts.use_token(found.key, now)
        user = self.accounts.user(found.created_by)
        return replace(user, role=found.role) if user else None

    def revoke_token(self, key: str, *, by: User) -> None:
        """Make a token worthless."""
        self.accounts.revoke_token(key, self.clock())
        self.log(by.name, "token revoked", key)

    def log(self, actor: str, action: str, subject: str, *, address: str = "", **detail: object) -> None:
        """Write a line of the audit log."""
        self.accounts.log(Entry(self.clock(), actor, action, subject, detail, address))

    def _hashed(self, password: str) -> str:
        if len(password) < LEAST_PASSWORD:
            raise RefusedError(
                "A password has at least {least} characters; a sentence is best.", least=LEAST_PASSWORD
            )
        if len(password) > 1024:
            raise RefusedError("A password has at most 1,024 characters.")
        return self.passwords.digest(password)


def digest_of(token: str) -> str:
    """Return what is kept of a token: one who reads the store can't sign in with it."""
    return sha256(token.encode()).hexdigest()

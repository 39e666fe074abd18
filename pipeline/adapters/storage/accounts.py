"""Accounts, sessions, tokens and the audit log, in the same database as the articles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import audit, login_attempts, sessions, tokens, users
from pipeline.errors import StorageError
from pipeline.model.accounts import Entry, Role, Session, SessionStart, Token, User


class SqlAccounts:
    """The port `Accounts` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- people

    def users(self) -> tuple[User, ...]:
        """Return every account, by name."""
        with self._database.reading() as connection:
            return tuple(_user(row) for row in connection.execute(select(users).order_by(users.c.name)))

    def user(self, name: str) -> User | None:
        """Return one account."""
        with self._database.reading() as connection:
            row = connection.execute(select(users).where(users.c.name == name)).first()
        return _user(row) if row else None

    def password(self, name: str) -> str | None:
        """Return the hash of an active account's password."""
        query = select(users.c.password_hash).where(users.c.name == name, users.c.active)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def add_user(self, user: User, password_hash: str, at: datetime) -> None:
        """Make an account."""
        row = {
            "name": user.name,
            "display": user.display,
            "role": user.role,
            "password_hash": password_hash,
            "language": user.language,
            "theme": user.theme,
            "active": user.active,
            "created_at": at,
            "settings": {},
        }
        try:
            with self._database.writing() as connection:
                connection.execute(insert(users).values(row))
        except (IntegrityError, StorageError) as error:
            if self.user(user.name) is None:
                raise
            raise StorageError(f"there is an account {user.name!r} already") from error

    def change_user(self, user: User) -> None:
        """Keep what changed of an account; one that is switched off is signed out everywhere."""
        values = {
            "display": user.display,
            "role": user.role,
            "language": user.language,
            "theme": user.theme,
            "active": user.active,
        }
        with self._database.writing() as connection:
            connection.execute(update(users).where(users.c.name == user.name).values(values))
            if not user.active:
                connection.execute(delete(sessions).where(sessions.c.user == user.name))

    def set_password(self, name: str, password_hash: str, *, keep_session: str = "") -> None:
        """Keep a new password; every session of the account but one ends."""
        with self._database.writing() as connection:
            connection.execute(update(users).where(users.c.name == name).values(password_hash=password_hash))
            others = and_(sessions.c.user == name, sessions.c.token_hash != keep_session)
            connection.execute(delete(sessions).where(others))

    # --- sessions

    def open_session(self, start: SessionStart) -> None:
        """Keep the digest of a session's token; sessions that are over are swept out."""
        row = {
            "token_hash": start.digest,
            "user": start.user,
            "created_at": start.at,
            "seen_at": start.at,
            "expires_at": start.expires_at,
            "address": start.address[:64],
            "agent": start.agent[:300],
        }
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.expires_at < start.at))
            connection.execute(insert(sessions).values(row))

    def session(self, digest: str, at: datetime) -> Session | None:
        """Return the session with this digest, while it lasts and its account is active."""
        query = (
            select(users, sessions.c.expires_at)
            .join(users, users.c.name == sessions.c.user)
            .where(sessions.c.token_hash == digest, sessions.c.expires_at > at, users.c.active)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return Session(_user(row), row.expires_at) if row else None

    def prolong_session(self, digest: str, at: datetime, expires_at: datetime) -> None:
        """Note that a session is in use."""
        change = update(sessions).where(sessions.c.token_hash == digest)
        with self._database.writing() as connection:
            connection.execute(change.values(seen_at=at, expires_at=expires_at))

    def close_session(self, digest: str) -> None:
        """End a session."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.token_hash == digest))

    def note_attempt(self, name: str, address: str, at: datetime, *, succeeded: bool) -> None:
        """Remember that somebody tried to sign in."""
        row = {"username": name[:100], "address": address[:64], "at": at, "ok": succeeded}
        with self._database.writing() as connection:
            connection.execute(insert(login_attempts).values(row))

    def failures(self, name: str, address: str, since: datetime) -> tuple[int, int]:
        """Return how often signing in failed since then: for this name, and from this address."""

        def count(where: ColumnElement[bool]) -> int:
            query = select(func.count()).select_from(login_attempts)
            recent = and_(login_attempts.c.at > since, login_attempts.c.ok.is_(False), where)
            return connection.execute(query.where(recent)).scalar() or 0

        with self._database.reading() as connection:
            by_name = count(login_attempts.c.username == name[:100])
            return by_name, count(login_attempts.c.address == address[:64])

    # --- other systems

    def tokens(self) -> tuple[Token, ...]:
        """Return every token, the newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(tokens).order_by(tokens.c.created_at.desc()))
            return tuple(_token(row) for row in rows)

    def add_token(self, token: Token, digest: str) -> None:
        """Keep a token's digest."""
        row = {
            "key": token.key,
            "name": token.name,
            "token_hash": digest,
            "user": token.created_by,
            "role": token.role,
            "created_at": token.created_at,
        }
        with self._database.writing() as connection:
            connection.execute(insert(tokens).values(row))

    def token(self, digest: str) -> Token | None:
        """Return the token with this digest, unless it was revoked or its maker's account is off."""
        query = (
            select(tokens)
            .join(users, users.c.name == tokens.c.user)
            .where(tokens.c.token_hash == digest, tokens.c.revoked_at.is_(None), users.c.active)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return _token(row) if row else None

    def use_token(self, key: str, at: datetime) -> None:
        """Note when a token was last used."""
        with self._database.writing() as connection:
            connection.execute(update(tokens).where(tokens.c.key == key).values(used_at=at))

    def revoke_token(self, key: str, at: datetime) -> None:
        """Make a token worthless."""
        with self._database.writing() as connection:
            connection.execute(update(tokens).where(tokens.c.key == key).values(revoked_at=at))

    # --- the audit log

    def log(self, entry: Entry) -> None:
        """Append a line."""
        row = {
            "at": entry.at,
            "actor": entry.actor[:100],
            "action": entry.action,
            "subject": entry.subject,
            "detail": dict(entry.detail),
            "address": entry.address[:64],
        }
        with self._database.writing() as connection:
            connection.execute(insert(audit).values(row))

    def entries(self, *, page: int, size: int) -> tuple[Entry, ...]:
        """Return a page of the log, the newest first."""
        query = select(audit).order_by(audit.c.number.desc()).offset((page - 1) * size).limit(size)
        with self._database.reading() as connection:
            return tuple(_entry(row) for row in connection.execute(query))


def _user(row: Row[Any]) -> User:
    return User(row.name, Role(row.role), row.display, row.language, row.theme, row.active, row.created_at)


def _token(row: Row[Any]) -> Token:
    return Token(row.key, row.name, Role(row.role), row.user, row.created_at, row.used_at, row.revoked_at)


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.at, row.actor, row.action, row.subject, row.detail, row.address)

"""Signatures that prove a cookie or a form came from us: a session can't be guessed, nor a form forged.

A session is a random token; the cookie carries it signed, the store knows only its digest. A form's token
is derived from the session's, so a page of another site can't know it.
"""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer

from pipeline.errors import ConfigError

SECRET = "review.secret"
"""The file of a secret that nobody chose; its owner alone can read it."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The desk's secret, and what is signed with it."""

    secret: bytes

    def cookie(self, token: str) -> str:
        """Return what the cookie of a session carries."""
        return str(self._serializer().dumps(token))

    def token(self, cookie: str) -> str | None:
        """Return the session's token out of a cookie, or None where it isn't ours."""
        try:
            token = self._serializer().loads(cookie)
        except BadSignature:
            return None
        return token if isinstance(token, str) else None

    def form_token(self, token: str) -> str:
        """Return what every form of a session carries."""
        return hmac.new(self.secret, b"form:" + token.encode(), sha256).hexdigest()

    def is_form_token(self, given: str, token: str) -> bool:
        """Tell whether a form was made for this session, in constant time."""
        return hmac.compare_digest(given.encode(), self.form_token(token).encode())

    def _serializer(self) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret, salt="session")


def read_secret(given: str, folder: Path) -> bytes:
    """Return the secret of the settings, or the one in `folder`, made when there is none.

    Raises:
        ConfigError: the given one is too short, or none can be kept.
    """
    if given:
        if len(given) < 32:
            raise ConfigError("[review] secret: at least 32 characters, e.g. of `openssl rand -hex 32`")
        return given.encode()
    path = folder / SECRET
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(f".{os.getpid()}.new")
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32))
            try:
                os.link(fresh, path)  # the first of two servers that start at once wins
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        kept = path.read_text().strip()
    except OSError as error:
        raise ConfigError(
            f"can't keep the desk's secret in {path}: {error.strerror}; set [review] secret"
        ) from error
    if len(kept) < 32:
        raise ConfigError(f"{path} is damaged: remove it, and everybody signs in again")
    return kept.encode()

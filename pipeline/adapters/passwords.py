"""Passwords, kept as argon2id hashes with the library's recommended cost (RFC 9106)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody's password")
"""What an unknown name is tried against, so that guessing names takes as long as guessing passwords."""


def digest(password: str) -> str:
    """Return what may be kept of a password."""
    return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Tell whether `password` is the one; for an account that doesn't exist, `kept` is None."""
    try:
        return _HASHER.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Tell whether the hash was made at a lower cost than today's."""
    return _HASHER.check_needs_rehash(kept)

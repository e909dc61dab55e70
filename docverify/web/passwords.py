"""Passwords: hashed with argon2id, compared in constant work whether the account exists or not."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from docverify.errors import UsageError

SHORTEST, LONGEST = 12, 200
hasher = PasswordHasher()


def hash_of(password: str) -> str:
    """The hash to keep; UsageError for a password that is too short, too long or of one character."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters")
    if len(set(password)) < 4:
        raise UsageError("a password has more than a few different characters")
    return hasher.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether the password is the one behind the hash; as slow when there is no hash, and then it never is."""
    try:
        hasher.verify(kept or _nobodys(), password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return hasher.hash("nobody has this password")

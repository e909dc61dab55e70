"""Passwords are kept as hashes only."""

import pytest

from docverify.errors import UsageError
from docverify.web.passwords import LONGEST, SHORTEST, fits, hash_of

GOOD = "a long enough sentence"


def test_only_the_password_fits_its_hash() -> None:
    kept = hash_of(GOOD)
    assert GOOD not in kept
    assert kept != hash_of(GOOD)
    assert fits(kept, GOOD)
    for other in (GOOD + " ", GOOD.upper(), "", GOOD[:-1]):
        assert not fits(kept, other)


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$broken"])
def test_without_a_hash_nothing_fits(kept: str | None) -> None:
    assert not fits(kept, GOOD)
    assert not fits(kept, "nobody has this password")


@pytest.mark.parametrize("password", ["", "short", "a" * SHORTEST, "ab" * SHORTEST, "abcd" * LONGEST])
def test_a_password_that_is_too_short_too_long_or_of_few_characters_is_refused(password: str) -> None:
    with pytest.raises(UsageError, match="a password has"):
        hash_of(password)

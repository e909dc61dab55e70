"""What a paper prints cannot steer the screen it is shown on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.evidence import printable


@given(st.text(max_size=60))
def test_only_characters_that_are_seen_are_shown(text: str) -> None:
    assert printable(text) == "" or printable(text).isprintable()


@given(st.text(max_size=60))
def test_showing_twice_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\u2066", "\x00", "\n", "\ud800"])
def test_a_steering_sign_becomes_a_blank(sign: str) -> None:
    assert printable(f"EVC{sign}22") == "EVC 22"

"""Labels against prose that begins with the same words."""

import pytest

from docverify.extraction.following import may_follow


@pytest.mark.parametrize(
    ("key", "rest", "may"),
    [
        ("number", "18 Xinghu Road", False),
        ("number", "HF-26-118", True),
        ("number", "SC26 0118 12 Rev 2", True),
        ("models", "EVC-22S-W", True),
        ("models", "plate is fixed", False),
        ("models", "A1", False),
        ("issued_on", "14 March 2026", True),
        ("issued_on", "by the manufacturer", False),
        ("holder", "the whole world", True),
        ("country", "of origin 12", False),
    ],
)
def test_only_what_looks_like_the_labels_value_may_follow_it(key: str, rest: str, may: bool) -> None:
    assert may_follow(key, rest) is may

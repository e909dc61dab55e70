"""References in running text with their spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.standard_grammar import spots


def read(text: str) -> list[tuple[str, str | None, tuple[str, ...], bool]]:
    return [(designation, edition, amendments, draft) for designation, edition, amendments, draft, _, _ in spots(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EN 62368-1:2014+A11:2017", [("EN 62368-1", "2014", ("A11:2017",), False)]),
        ("EN 301 489-1 V2.2.3", [("EN 301 489-1", "V2.2.3", (), False)]),
        ("prEN 50732", [("EN 50732", None, (), True)]),
        ("EN 61000-3-2/-3", [("EN 61000-3-2", None, (), False), ("EN 61000-3-3", None, (), False)]),
        ("see clause 5.2", []),
        ("", []),
    ],
)
def test_edition_amendments_and_drafts_are_told(text: str, expected: list[object]) -> None:
    assert read(text) == expected


PRINTS = st.lists(
    st.sampled_from(["EN 62368-1", ":2014", "+A11:2017", "/-3", ", ", " and ", "V2.2.3", "UL 2594", " ", "draft "])
)


@given(PRINTS.map("".join))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    known: set[tuple[int, int]] = set()
    for *_, start, end in spots(text):
        assert 0 <= start < end <= len(text)
        assert (start, end) not in known
        known.add((start, end))

import re
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.caseless import Caseless

TABLE = yaml.safe_load(files("docverify.extraction").joinpath("manual_words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "pattern"), [(name, pattern) for name in TABLE["hints"] for pattern in TABLE[name]], ids=str
)
def test_whatever_a_pattern_matches_holds_one_of_its_hints(name: str, pattern: str) -> None:
    @given(st.from_regex(pattern, fullmatch=True))
    def holds(text: str) -> None:
        assert any(hint in text.lower() for hint in TABLE["hints"][name])

    holds()


@given(st.text(alphabet="aAbB 1\n", max_size=40))
def test_a_pattern_matches_where_it_does_with_case_ignored(text: str) -> None:
    source = r"(?:ab|A\s?B)+(?P<Number>\d)?\B"
    ours = [match.span() for match in Caseless(source).finditer(text)]
    assert ours == [match.span() for match in re.finditer(source, text, re.IGNORECASE)]


def test_places_stay_right_beside_a_capital_that_is_two_characters_in_small() -> None:
    match = Caseless("firmware").search("\u0130 FIRMWARE")
    assert match is not None and match.span() == (2, 10)


def test_a_page_without_a_hint_is_not_searched() -> None:
    assert Caseless("x", hints=("y",)).search("x") is None

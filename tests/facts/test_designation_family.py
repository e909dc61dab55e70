"""A whole printed text as the patterns of a family."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_family import is_plain, read_family
from docverify.facts.designation_pattern import Fit, Miss, match, normal, plain


def certain(text: str, model: str) -> bool:
    said = [match(pattern, normal(model)) for pattern in read_family(plain(text)).patterns]
    return any(isinstance(fit, Fit) and not fit.doubts for fit in said)


def test_a_legend_makes_its_placeholder_certain_and_is_kept_as_printed() -> None:
    family = read_family("EVC-yyS-W (yy can be 11 or 22)")
    assert family.printed == "EVC-yyS-W"
    assert family.legend == {"yy": "11 or 22"}
    assert family.positions == ({"position": 5, "symbol": "yy", "allows": "11 or 22"},)
    assert certain("EVC-yyS-W (yy can be 11 or 22)", "EVC-22S-W")
    assert not certain("EVC-yyS-W (yy can be 11 or 22)", "EVC-07S-W")


def test_a_list_names_its_models() -> None:
    family = read_family("EVC-22, EVC-11")
    assert family.models == ("EVC-22", "EVC-11")
    assert family.recognised


def test_an_exception_is_kept_as_a_pattern_of_its_own() -> None:
    family = read_family("EVC-22 except EVC-07")
    assert [match(pattern, normal("EVC-07")) for pattern in family.excluded] == [Fit()]


@pytest.mark.parametrize("text", ["EVC series", "EVC-xx", "EVC-22, etc."])
def test_a_series_a_placeholder_and_an_open_list_make_no_other_model_certain(text: str) -> None:
    assert not certain(text, "EVC-33")


@pytest.mark.parametrize(
    ("text", "alone"), [("EVC-22", True), ("EVC-22, EVC-11", False), ("EVC series", False), ("EVC-xx", False)]
)
def test_one_name_alone_is_plain(text: str, alone: bool) -> None:
    assert is_plain(text) is alone


@given(st.text(min_size=1, max_size=60))
def test_any_text_makes_a_family_that_can_be_asked(text: str) -> None:
    family = read_family(plain(text))
    assert all(isinstance(match(pattern, normal(text)), Fit | Miss) for pattern in family.patterns)
    assert len(family.printed) <= len(plain(text)) + 1

"""YAML that people write: the data, where each of it stands, and sentences about what is wrong with it."""

from datetime import date
from typing import Annotated

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from docverify.errors import UsageError
from docverify.marked_yaml import complain, place, read_yaml

SCALAR = st.none() | st.booleans() | st.integers(-999, 999) | st.text(st.characters(codec="ascii"), max_size=8)
DATA = st.recursive(
    SCALAR,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex("[a-z]{1,4}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


class Part(BaseModel):
    """A part of the file."""

    model_config = ConfigDict(extra="forbid")
    model: str
    count: int = 0


class Whole(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")
    markets: Annotated[tuple[str, ...], Field(min_length=1)]
    parts: tuple[Part, ...] = ()


def complaints(text: str) -> list[str]:
    """What is said of the text."""
    data, marks = read_yaml(text, path="f.yaml")
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(data)
    return complain(caught.value, marks, path="f.yaml", model=Whole).splitlines()


@given(DATA)
def test_the_data_is_what_any_reader_of_yaml_gives(data: object) -> None:
    written = yaml.safe_dump(data)
    if "!!" not in written and not _has_odd_keys(data):
        assert read_yaml(written, path="f.yaml")[0] == data


def _has_odd_keys(data: object) -> bool:
    """Keys such as `no` and `null` are written in quotes and read as they stand."""
    return isinstance(data, dict) and any(yaml.safe_load(key) != key for key in data)


def test_every_key_and_value_has_its_line_and_column() -> None:
    data, marks = read_yaml("markets: [EU]\nparts:\n  - model: EVC\n", path="f.yaml")
    assert data == {"markets": ["EU"], "parts": [{"model": "EVC"}]}
    assert marks["parts", 0, "model"] == (3, 12)
    assert marks["parts", 0, "model", "<key>"] == (3, 5)
    assert place(marks, ("parts", 0, "count")) == (3, 5)
    assert place({}, ("a",)) == (1, 1)


def test_as_text_leaves_versions_and_words_as_they_are_written() -> None:
    assert read_yaml("{a: 2026.10, b: yes, c: null}", path="f", as_text=True)[0] == {
        "a": "2026.10",
        "b": "yes",
        "c": None,
    }


def test_a_moment_is_the_day_it_falls_on() -> None:
    assert read_yaml("day: 2026-03-14 10:00:00", path="f")[0] == {"day": date(2026, 3, 14)}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [1}", "f.yaml:1:6: not valid YAML"),
        ("a: 1\na: 2\n", "f.yaml:2:1: 'a' stands here a second time; keep one"),
        ("day: 2026-02-31", "f.yaml:1:6: '2026-02-31' is no value"),
    ],
)
def test_what_is_malformed_is_refused_where_it_stands(text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_yaml(text, path="f.yaml")
    assert str(caught.value).startswith(sentence)


def test_aliases_that_multiply_are_refused() -> None:
    levels = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    with pytest.raises(UsageError, match="more than 200000 entries"):
        read_yaml("\n".join(levels), path="f.yaml")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("markets: [EU]\nmarket: x", "f.yaml:2:1: unknown key 'market'; did you mean 'markets'?"),
        ("markets: [EU]\nparts: [{modell: x}]", "f.yaml:2:10: unknown key 'modell'; did you mean 'model'?"),
        ("markets: [EU]\nzzz: 1", "f.yaml:2:1: unknown key 'zzz'; known keys here: markets, parts"),
        ("parts: []", "f.yaml:1:1: 'markets' is missing"),
        ("markets: [NO]", "f.yaml:1:11: markets.0: write it in quotes"),
        ("markets: [EU]\nparts: [{model: x, count: many}]", "f.yaml:2:27: parts.0.count: should be a valid integer"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_is_allowed(text: str, sentence: str) -> None:
    assert any(line.startswith(sentence) for line in complaints(text)), complaints(text)

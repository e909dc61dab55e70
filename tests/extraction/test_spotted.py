"""The record of a value seen in running text."""

import pytest

from docverify.extraction.spotted import Spotted


def test_a_value_is_known_by_its_name_and_place_and_can_be_counted() -> None:
    one, two = Spotted("act", "2014/53/EU", 3, 13), Spotted("act", "2014/53/EU", 3, 13)
    assert one == two
    assert len({one, two, Spotted("act", "2014/53/EU", 30, 40)}) == 2


def test_a_value_once_seen_does_not_change() -> None:
    with pytest.raises(AttributeError):
        Spotted("act", "2014/53/EU", 3, 13).start = 4  # type: ignore[misc]

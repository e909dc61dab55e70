import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.geometry import Frame, turned

numbers = st.floats(min_value=-500, max_value=500)


@given(st.tuples(numbers, numbers, numbers, numbers), st.integers(0, 3))
def test_a_displayed_box_leads_back_to_user_space(corners: tuple[float, float, float, float], turns: int) -> None:
    frame = Frame(-20, 30, 575, 872, turns)
    x0, x1 = sorted(corners[:2])
    y0, y1 = sorted(corners[2:])
    assert frame.user(frame.displayed(x0, y0, x1, y1)) == pytest.approx((x0, y0, x1, y1))


@given(st.tuples(numbers, numbers, numbers, numbers), st.integers(-4, 4))
def test_turning_there_and_back_changes_nothing(corners: tuple[float, float, float, float], turns: int) -> None:
    box = (min(corners[:2]), min(corners[2:]), max(corners[:2]), max(corners[2:]))
    assert turned(turned(box, turns), -turns) == pytest.approx(box)

"""Rules that cross make cells, cells that touch make tables."""

from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.grid import MOST_CROSSINGS, Span, spans_of, tables_in
from docverify.reading.rules import Ruling


def grid(xs: list[float], ys: list[float]) -> list[Ruling]:
    """Rules along all those places, from end to end."""
    flat = [Ruling(xs[0], y, xs[-1], y) for y in ys]
    return flat + [Ruling(x, ys[0], x, ys[-1]) for x in xs]


def test_two_by_three_rules_make_two_cells() -> None:
    assert tables_in(grid([0, 100, 200], [0, 20])) == [[(0, 0, 100, 20), (100, 0, 200, 20)]]


def test_a_lone_box_is_no_table() -> None:
    assert tables_in(grid([0, 100], [0, 20])) == []
    assert tables_in([]) == []


def test_a_cell_over_two_columns_stands_once() -> None:
    rules = [r for r in grid([0, 100, 200], [0, 20, 40]) if r != Ruling(100, 0, 100, 40)]
    (cells,) = tables_in([*rules, Ruling(100, 20, 100, 40)])
    assert cells == [(0, 0, 200, 20), (0, 20, 100, 40), (100, 20, 200, 40)]


def test_two_tables_apart_are_two_from_top_to_bottom() -> None:
    low, high = grid([0, 50, 100], [200, 220]), grid([0, 50, 100], [0, 20])
    assert [cells[0] for cells in tables_in([*low, *high])] == [(0, 0, 50, 20), (0, 200, 50, 220)]


def test_rules_that_do_not_quite_meet_are_joined_and_those_far_apart_are_not() -> None:
    assert spans_of([(10, 0, 50), (11, 52, 100)]) == [Span(10, 0, 100)]
    assert spans_of([(10, 0, 50), (10, 60, 100)]) == [Span(10, 0, 50), Span(10, 60, 100)]
    assert spans_of([(10, 0, 50), (20, 0, 50)]) == [Span(10, 0, 50), Span(20, 0, 50)]


def test_a_page_with_more_crossings_than_a_table_has_is_refused() -> None:
    lines = [float(10 * n) for n in range(80)]
    assert len(lines) ** 2 > MOST_CROSSINGS
    assert tables_in(grid(lines, lines)) == []


@given(st.integers(2, 6), st.integers(2, 6))
def test_every_full_grid_has_a_cell_for_each_place(columns: int, rows: int) -> None:
    found = tables_in(grid([50.0 * n for n in range(columns + 1)], [20.0 * n for n in range(rows + 1)]))
    assert [len(cells) for cells in found] == [columns * rows]


RULES = st.builds(
    lambda at, low, size, up: Ruling(at, low, at, low + size) if up else Ruling(low, at, low + size, at),
    st.integers(0, 60).map(float),
    st.integers(0, 60).map(float),
    st.integers(5, 60).map(float),
    st.booleans(),
)


@given(st.lists(RULES, max_size=30))
def test_cells_of_any_rules_have_a_size_and_no_two_are_the_same(rules: list[Ruling]) -> None:
    for cells in tables_in(rules):
        assert len(cells) > 1
        assert len(set(cells)) == len(cells)
        assert all(x1 > x0 and y1 > y0 for x0, y0, x1, y1 in cells)

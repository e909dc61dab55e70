"""Pages, words, lines and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.evidence import Origin
from docverify.reading.page import Cell, Line, Page, Word, no_marks, seen, union

ONE = Line((Word("Model:", (10, 10, 40, 20)), Word("EVC-22", (45, 9, 80, 20))))


def page(text: str) -> Page:
    return Page(
        number=1,
        width=595,
        height=842,
        text=text,
        origin=Origin.TEXT,
        make_lines=lambda: (ONE,),
        make_boxes=lambda start, end: ((float(start), 0.0, float(end), 1.0),),
        make_tables=tuple,
    )


def test_a_lines_text_and_box_are_those_of_its_words() -> None:
    assert ONE.text == "Model: EVC-22"
    assert ONE.box == (10, 9, 80, 20)


def test_a_cell_has_its_lines_one_below_the_other() -> None:
    assert Cell(0, 0, (0, 0, 1, 1), (ONE, ONE)).text == "Model: EVC-22\nModel: EVC-22"


def test_what_is_asked_of_a_page_is_made_once() -> None:
    made = page("Modèle: EVC-22")
    assert made.lines is made.lines
    assert made.words == ONE.words
    assert made.boxes_of(3, 5) == ((3.0, 0.0, 5.0, 1.0),)
    assert made.marks == no_marks() == ()
    assert seen(((0, 0, 1, 1),), "x") == ""


@given(st.text(max_size=60))
def test_the_folded_text_has_a_character_for_each_of_the_texts(text: str) -> None:
    made = page(text)
    assert len(made.folded) == len(text)
    assert all(word in made.folded for word in made.folded_words)


def test_a_box_around_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        union([])


BOXES = st.builds(lambda x, y, w, h: (x, y, x + w, y + h), *[st.floats(0, 600)] * 4)


@given(st.lists(BOXES, min_size=1, max_size=8))
def test_the_union_is_the_smallest_box_around_all(boxes: list[tuple[float, float, float, float]]) -> None:
    box = union(boxes)
    assert box[0] in [b[0] for b in boxes]
    assert box[3] in [b[3] for b in boxes]
    assert all(box[0] <= b[0] and box[1] <= b[1] and b[2] <= box[2] and b[3] <= box[3] for b in boxes)

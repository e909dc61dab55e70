"""Words with boxes in reading order."""

from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.layout import Piece, Rows, laid_out, ordered, rows_of, segmented, segments_of, unspaced
from docverify.reading.page import Word


def piece(text: str, x: float, y: float, *, width: float | None = None, height: float = 10.0, run: int = 0) -> Piece:
    x1 = x + (5.0 * len(text) if width is None else width)
    return Piece(Word(text, (x, y - height, x1, y)), y, height, run=run)


def text_of(pieces: list[Piece]) -> str:
    return laid_out([Rows(pieces, lambda box: box)]).text


def test_words_on_one_baseline_are_a_row_from_left_to_right() -> None:
    rows = rows_of([piece("22", 60, 100), piece("EVC", 10, 101), piece("below", 10, 120)])
    assert [[p.word.text for p in row] for row in rows] == [["EVC", "22"], ["below"]]


def test_an_index_stays_in_its_row() -> None:
    rows = rows_of([piece("V", 10, 100), piece("1", 16, 103, height=5)])
    assert [[p.word.text for p in row] for row in rows] == [["V", "1"]]


def test_a_gap_as_wide_as_a_columns_parts_the_row_and_a_colon_stays_with_its_label() -> None:
    row = [piece("Model", 10, 100), piece("EVC-22", 200, 100)]
    assert [[p.word.text for p in s.pieces] for s in segments_of(row)] == [["Model"], ["EVC-22"]]
    row = [piece("Model", 10, 100), piece(":", 90, 100), piece("EVC-22", 200, 100)]
    assert [[p.word.text for p in s.pieces] for s in segments_of(row)] == [["Model", ":"], ["EVC-22"]]


def test_evenly_spaced_letters_are_one_word_and_two_letters_are_none() -> None:
    spaced = [piece(letter, 10 + 12 * at, 100) for at, letter in enumerate("REPORT")]
    assert [p.word.text for p in unspaced(spaced)] == ["REPORT"]
    pair = [piece("A", 10, 100), piece("B", 22, 100)]
    assert [p.word.text for p in unspaced(pair)] == ["A", "B"]


def test_cells_of_a_row_are_parted_by_tabs_and_rows_by_newlines() -> None:
    text = text_of(
        [piece("Model", 10, 100), piece("EVC-22", 200, 100), piece("Date", 10, 120), piece("2026", 200, 120)]
    )
    assert text == "Model\tEVC-22\nDate\t2026\n"


def test_a_span_of_the_text_leads_back_to_its_boxes() -> None:
    laid = laid_out([Rows([piece("Model", 10, 100), piece("EVC-22", 40, 100)], lambda box: box)])
    start = laid.text.index("EVC")
    assert laid.boxes_of(start, start + 6) == ((40.0, 90.0, 70.0, 100.0),)
    assert laid.boxes_of(0, 0) == ()


def test_nothing_is_laid_out_as_nothing() -> None:
    laid = laid_out([])
    assert (laid.lines, laid.text, laid.places) == ((), "", ())


PIECES = st.builds(
    piece, st.text("abcXYZ12:", min_size=1, max_size=6), st.integers(0, 500).map(float), st.integers(20, 800).map(float)
)


@given(st.lists(PIECES, max_size=25))
def test_no_letter_is_lost_or_made_by_laying_out(pieces: list[Piece]) -> None:
    rows = rows_of(pieces)
    letters = sorted("".join(p.word.text for row in rows for p in row))
    assert len(letters) <= sum(len(p.word.text) for p in pieces)  # what is printed twice on one place is read once
    out = ordered(segmented(rows)) if rows else []
    assert sorted("".join(p.word.text for row in out for segment in row for p in segment.pieces)) == letters
    assert sorted(text_of(pieces).replace("\t", "").replace("\n", "").replace(" ", "")) == letters

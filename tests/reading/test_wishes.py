"""Which pages of a file are not even tried, and why."""

from docverify.reading.wishes import ReadLimits, Wishes


def test_a_page_within_the_limit_is_tried() -> None:
    assert Wishes(limits=ReadLimits(pages=3)).refused(3, 10) == ""


def test_the_first_page_beyond_the_limit_names_all_that_are_not_read() -> None:
    said = Wishes(limits=ReadLimits(pages=3)).refused(4, 10)
    assert "pages 4 to 10" in said
    assert "first 3 pages" in said


def test_a_page_known_to_break_the_reader_is_left_out_with_its_reason() -> None:
    assert Wishes(skip={2: "the reader broke on it"}).refused(2, 3) == "the reader broke on it"

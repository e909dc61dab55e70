"""Designations are parted as a reader parts them: lists into entries, legends with their family, words left out."""

import pytest

from docverify.extraction.designations import is_designation, models_in, split_object
from docverify.extraction.model_cells import labelled_models
from docverify.extraction.printed import printed_lines
from tests.extraction.printed_words import grid, line, page, passage


def models(*lines: str) -> list[str]:
    """The designations of those lines, as printed."""
    printed = printed_lines([(1, line(50, 100 + 13 * n, text)) for n, text in enumerate(lines)])
    found = models_in(passage(page()), printed)
    return [entry.value.printed for entry in found if entry is not None]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("EVC-22S-W",), ["EVC-22S-W"]),
        (("HAP-22S-W, HAP-11S-W",), ["HAP-22S-W", "HAP-11S-W"]),
        (("F18, F19 and F20",), ["F18", "F19", "F20"]),
        (("ELC07/A1", "ELC11/A1"), ["ELC07/A1", "ELC11/A1"]),
        (("VOLTORA B3-22C",), ["VOLTORA B3-22C"]),
        (("See page 2 for model list",), []),
        (("N/A",), []),
        (("IP54",), []),
        (("400 V 50 Hz",), []),
    ],
)
def test_a_print_gives_its_designations(printed: tuple[str, ...], expected: list[str]) -> None:
    assert models(*printed) == expected


def test_a_legend_goes_to_its_family() -> None:
    printed = printed_lines(
        [(1, line(50, 100, "QIC-ACyy-T2C (yy can be 11 or 22 and stands for the rated power in kW)"))]
    )
    found = models_in(passage(page()), printed)
    assert len(found) == 1
    assert found[0] is not None
    assert found[0].value.printed == "QIC-ACyy-T2C"
    assert found[0].value.covers("QIC-AC22-T2C") == "covered"
    assert found[0].value.covers("QIC-AC07-T2C") == "not_covered"


def test_the_quote_of_a_family_holds_its_legend() -> None:
    printed = printed_lines([(1, line(50, 100, "EVC-xx (xx = 11, 22)"))])
    found = models_in(passage(page()), printed)
    assert [entry.quote for entry in found if entry] == ["EVC-xx (xx = 11, 22)"]


def test_an_object_line_gives_name_and_designation() -> None:
    name, codes = split_object(printed_lines([(1, line(50, 100, "EV charging station EVC-22S-W, EVC-11S-W"))]))
    assert name is not None
    assert name.text == "EV charging station"
    assert [code.text for code in codes] == ["EVC-22S-W", "EVC-11S-W"]


def test_a_sentence_is_no_designation() -> None:
    assert not is_designation("the products listed below are identical in construction")


def test_a_remark_in_words_behind_a_designation_is_none_of_it() -> None:
    printed = printed_lines([(1, line(50, 100, "DM-7S-UK (socket), DM-7T-UK (tethered), HES-100 (W)"))])
    entries = [entry for entry in models_in(passage(page()), printed) if entry is not None]
    assert [entry.value.printed for entry in entries] == ["DM-7S-UK", "DM-7T-UK", "HES-100 (W)"]


@pytest.mark.parametrize("text", ["Rated input", "Our model", "Same as applicant", "Manual of Tests", "Ni-Cd cell"])
def test_words_that_head_a_column_or_say_something_else_are_no_designation(text: str) -> None:
    assert not is_designation(text)


def test_the_column_under_a_model_head_is_read_to_its_end_over_the_page() -> None:
    first = grid(("Model", "Rated input", "Outlet"), ("SKV7S", "1~ 230 V", "socket"), ("SKV7S-W", "1~ 230 V", "socket"))
    second = grid(("SKV22L", "3~ 400 V", "cable"), ("SKV22L-4G", "3~ 400 V", "cable"))
    pages = passage(page(tables=[first]), page(number=2, tables=[second]))
    models = labelled_models(pages, pages.candidates("models"))
    assert [entry.value.printed for entry in models] == ["SKV7S", "SKV7S-W", "SKV22L", "SKV22L-4G"]

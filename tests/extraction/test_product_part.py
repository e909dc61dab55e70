"""Pages without what is not the product's: parts, instruments, support units."""

import pytest

from docverify.extraction.product_part import product_part
from tests.extraction.drawn_papers import paper, passage_of

INSTRUMENTS = [["Device", "Manufacturer", "Model"], ["EMI receiver", "Rohde", "ESR-7"], ["LISN", "Rohde", "ENV216"]]


def models(*lines: object, titled_lists: bool = True) -> list[str]:
    passage = passage_of(paper(["Model: EVC-22S", *lines]))
    part = product_part(passage, passage.pages, titled_lists=titled_lists)
    return [candidate.value.text for candidate in part.candidates("models")]


@pytest.mark.parametrize(
    "head",
    [
        ["Equipment used", "Manufacturer", "Model"],
        ["Instrument", "Manufacturer", "Model", "Cal. due"],
        ["Component", "Manufacturer", "Model"],
    ],
)
def test_a_table_whose_head_says_so_is_none_of_the_products(head: list[str]) -> None:
    rows = [[*row, "2027-01"][: len(head)] for row in INSTRUMENTS[1:]]
    assert models([head, *rows]) == ["EVC-22S"]


def test_a_ruled_table_under_the_title_of_a_list_goes_with_it() -> None:
    assert models((12, "List of test equipment"), INSTRUMENTS) == ["EVC-22S"]
    assert models((12, "List of test equipment"), INSTRUMENTS, titled_lists=False) == ["EVC-22S", "ESR-7", "ENV216"]


def test_the_next_numbered_title_ends_the_list() -> None:
    assert models((12, "List of test equipment"), "Model: ESR-7", "5. Product", "Type: EVC-11S") == [
        "EVC-22S",
        "EVC-11S",
    ]


def test_a_table_of_products_stays() -> None:
    assert models([["Model", "Colour"], ["EVC-11S", "white"]]) == ["EVC-22S", "EVC-11S"]

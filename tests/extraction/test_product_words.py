"""Generic names of chargers as product names."""

from docverify.extraction.product_words import named_lines, product_names
from tests.extraction.drawn_papers import paper, passage_of


def test_a_line_that_is_nothing_but_such_a_name_is_the_product() -> None:
    assert [entry.value for entry in product_names(passage_of(paper(["EV charging station", "Type 2"])))] == [
        "EV charging station"
    ]
    assert product_names(passage_of(paper(["Declaration of Conformity"]))) == ()


def test_a_title_line_gives_the_name_and_its_models() -> None:
    names, models = named_lines(passage_of(paper([(16, "Wallbox NBX 22 / NBX 7")])))
    assert [entry.value for entry in names if entry] == ["Wallbox"]
    assert [str(entry.value) for entry in models if entry] == ["NBX 22", "NBX 7"]
